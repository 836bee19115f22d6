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
from multiprocessing.connection import Connection
from typing import Any

MEGABYTE = 1 << 20
# The parent watches memory and kills at the limit; this is the second net, for an allocation too quick for it.
BACKSTOP_FACTOR = 2
PR_SET_PDEATHSIG = 1


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


def serve_worker(work: Any, connection: Connection, limit_mb: int) -> None:
    """A worker's life: batches come in, each document's outcome goes out as soon as it is known."""
    limit_memory(limit_mb * BACKSTOP_FACTOR)
    while True:
        try:
            batch = pickle.loads(connection.recv_bytes())
        except EOFError:
            return
        for index, entry in batch:
            try:
                outcome = work(entry)
            except MemoryError:
                # The state of this process cannot be trusted any more; the parent blames the document.
                connection.send_bytes(pickle.dumps((index, None)))
                return
            connection.send_bytes(pickle.dumps((index, outcome), protocol=pickle.HIGHEST_PROTOCOL))


def main(descriptor: int) -> None:
    """Builds the work, then forks a worker for each descriptor the parent sends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent()
    control = socket.socket(fileno=descriptor)
    size = int.from_bytes(_receive(control, 8), "big")
    paths, payload = pickle.loads(_receive(control, size))
    sys.path[:] = paths
    job = pickle.loads(payload)
    from extractor.running.work import Work

    be_quiet()
    try:
        work = Work(job)
    except Exception as error:  # noqa: BLE001 -- the parent raises it as its own
        control.sendall(_message(("failed", f"{type(error).__name__}: {error}")))
        return
    gc.collect()
    gc.freeze()  # what is built stays shared: the collector of a worker never touches it
    control.sendall(_message(("ready", os.getpid())))
    while True:
        try:
            data, descriptors, _, _ = socket.recv_fds(control, 16, 1)
        except OSError:
            return
        if len(data) < 8:
            return  # the parent is gone; its workers see their own connections close
        number = int.from_bytes(data[:8], "big", signed=True)
        if number == 0:
            pid = os.fork()
            if pid == 0:
                _become_worker(work, job, control, descriptors[0])
            os.close(descriptors[0])
            control.sendall(_message(("born", pid)))
        else:
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
            control.sendall(_message(("ended", os.waitpid(number, 0)[1])))


def _become_worker(work: Any, job: Any, control: socket.socket, descriptor: int) -> None:
    status = 1
    try:
        die_with_parent()
        control.close()
        serve_worker(work, Connection(descriptor), job.settings.running.limit_memory_mb)
        status = 0
    except (BrokenPipeError, ConnectionResetError):
        status = 0  # the parent is gone
    finally:
        os._exit(status)


def _message(content: object) -> bytes:
    data = pickle.dumps(content)
    return len(data).to_bytes(8, "big") + data


def _receive(control: socket.socket, size: int) -> bytes:
    parts = bytearray()
    while len(parts) < size:
        part = control.recv(min(size - len(parts), 1 << 20))
        if not part:
            raise EOFError("the other side is gone")
        parts += part
    return bytes(parts)


if __name__ == "__main__":
    # A parent that was killed closes the connection: nothing is left to do and nobody to tell.
    with contextlib.suppress(BrokenPipeError, ConnectionResetError, EOFError):
        main(int(sys.argv[1]))
