"""The nursery: a process that builds the pipeline once and forks workers from it.

It runs as `python -m extractor.running.nursery FD`, a clean interpreter of one thread: a fork of it is
cheap (a new worker is ready in milliseconds and shares the compiled tables' memory) and safe, and it
imports nothing of the program that started the run. The parent never signals a worker itself, it asks
the nursery, whose child the worker is: so a process id can never have passed on to a stranger.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import logging
import os
import pickle
import signal
import socket
import sys
import warnings
from typing import Any

from extractor.running.channel import receive, send
from extractor.running.protocol import ENDING_SIGNALS, NEW_WORKER, REQUEST_BYTES

MEGABYTE = 1 << 20
# The parent watches memory and kills at the limit; this is the second net, for an allocation too quick for it.
BACKSTOP_FACTOR = 2
PR_SET_PDEATHSIG = 1
# Objects that are new before the collector looks for circles among them. Documents leave few; by the default of
# 700 it looked several times a document and took 3 % of the time.
COLLECTED_AFTER = (50_000, 10, 10)


def die_with_parent() -> None:
    """Has the kernel end this process when its parent ends, where the kernel can (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def limit_memory(megabytes: int) -> None:
    """Lets this process take `megabytes` more than it has now; beyond that allocations fail."""
    if sys.platform != "linux":
        return
    import resource

    with open("/proc/self/statm", "rb") as file:  # noqa: PTH123
        data_pages = int(file.read().split()[5])
    limit = data_pages * resource.getpagesize() + megabytes * MEGABYTE
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def be_quiet() -> None:
    """Silences libraries that warn of odd documents on standard error: what matters is in the record's issues."""
    warnings.simplefilter("ignore")
    logging.getLogger("bs4").setLevel(logging.CRITICAL)


def serve_worker(work: Any, place: socket.socket, limit_mb: int) -> None:
    """A worker's life: batches come in, each document's outcome goes out as soon as it is known."""
    limit_memory(limit_mb * BACKSTOP_FACTOR)
    while True:
        try:
            batch = pickle.loads(receive(place))
        except EOFError:
            return
        for index, entry in batch:
            try:
                message = pickle.dumps((index, work(entry)), protocol=pickle.HIGHEST_PROTOCOL)
            except MemoryError:
                # The state of this process cannot be trusted any more; the parent blames the document.
                send(place, pickle.dumps((index, None)))
                return
            send(place, message)


def main(descriptor: int) -> None:
    """Builds the work, then forks a worker for each descriptor the parent sends."""
    # A terminal or a service manager signals all processes of a run at once. The parent decides what follows: it stops at
    # a commit point and ends the others, which would take its work along if they ended by themselves.
    for number in ENDING_SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING_SIGNALS)  # held back since before this program began
    control = socket.socket(fileno=descriptor)
    paths, payload = pickle.loads(receive(control))
    sys.path[:] = paths
    job = pickle.loads(payload)
    from extractor.running.work import Work

    be_quiet()
    try:
        work = Work(job)
    except Exception as error:  # noqa: BLE001 -- the parent raises it as its own
        _answer(control, "failed", f"{type(error).__name__}: {error}")
        return
    gc.collect()
    gc.freeze()  # what is built stays shared: the collector of a worker never touches it
    gc.set_threshold(*COLLECTED_AFTER)
    _answer(control, "ready", os.getpid())
    while True:
        try:
            data, descriptors, _, _ = socket.recv_fds(control, REQUEST_BYTES, 1)
        except OSError:
            return
        if len(data) < REQUEST_BYTES:
            return  # the parent is gone, and workers go with this process
        pid = int.from_bytes(data, "big", signed=True)
        if pid == NEW_WORKER:
            _answer(control, *_fork(work, job, control, descriptors))
        else:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            _answer(control, "ended", os.waitpid(pid, 0)[1])


def _fork(work: Any, job: Any, control: socket.socket, descriptors: list[int]) -> tuple[str, Any]:
    """Forks a worker; says which, or why not."""
    if not descriptors:
        return "failed", "too many open files"
    place = socket.socket(fileno=descriptors[0])
    nursery = os.getpid()
    try:
        pid = os.fork()
    except OSError as error:
        place.close()
        return "failed", error.strerror or str(error)
    if pid == 0:
        _become_worker(work, job, control, place, nursery)
    place.close()
    return "born", pid


def _become_worker(work: Any, job: Any, control: socket.socket, place: socket.socket, nursery: int) -> None:
    status = 1
    try:
        die_with_parent()
        control.close()
        if os.getppid() == nursery:  # else it died before it could be asked to take this process along
            serve_worker(work, place, job.settings.running.limit_memory_mb)
        status = 0
    except (BrokenPipeError, ConnectionResetError):
        status = 0  # the parent is gone
    finally:
        os._exit(status)


def _answer(control: socket.socket, kind: str, value: Any) -> None:
    send(control, pickle.dumps((kind, value)))


if __name__ == "__main__":
    # A parent that was killed closes the connection: nothing is left to do and nobody to tell.
    with contextlib.suppress(BrokenPipeError, ConnectionResetError, EOFError):
        main(int(sys.argv[1]))
