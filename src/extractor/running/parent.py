"""The parent's side of the nursery: starting it, asking it for workers, having it end them."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from extractor.errors import ExtractorError
from extractor.running.channel import Channel, receive, send
from extractor.running.protocol import ENDING_SIGNALS, NEW_WORKER, REQUEST_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.running.protocol import Job

START_SECONDS = 120.0  # building the pipeline takes about one
ANSWER_SECONDS = 60.0
# A worker is one thread; libraries that would start one a core only get in each other's way.
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class LostError(ExtractorError):
    """Workers are gone and no new ones can be had: the run cannot go on now, but later."""


class SpawnError(LostError):
    """The system gives no more processes, or no more open files."""


class Nursery:
    """The process that forks workers. POSIX only: descriptors are passed over a socket."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def start(self) -> None:
        """Starts the process and waits until the pipeline is built.

        Raises:
            ExtractorError: if building it failed, with the reason.
        """
        ours, theirs = socket.socketpair()
        self._control = ours
        ours.settimeout(START_SECONDS)
        try:
            with theirs:
                self._process = _started(theirs.fileno())
            with self._answers():
                send(ours, pickle.dumps((sys.path, pickle.dumps(self._job))))
                kind, value = pickle.loads(receive(ours))
            if kind != "ready":
                raise ExtractorError(f"workers cannot start: {value}")
        except BaseException:
            self.stop()
            raise
        ours.settimeout(ANSWER_SECONDS)

    def spawn(self) -> tuple[Channel, int]:
        """A new worker: the channel to it and its process id.

        Raises:
            SpawnError: if the system gives no more processes or descriptors.
            LostError: if the nursery is gone.
        """
        try:
            ours, theirs = socket.socketpair()
        except OSError as error:
            raise SpawnError(error.strerror or str(error)) from error
        with theirs:
            kind, value = self._ask(NEW_WORKER, [theirs.fileno()])
        if kind != "born":
            ours.close()
            raise SpawnError(value)
        return Channel(ours), value

    def end(self, pid: int) -> str:
        """Ends a worker, or takes note of its end; says how it ended."""
        _, status = self._ask(pid)
        if os.WIFSIGNALED(status):
            return signal.Signals(os.WTERMSIG(status)).name
        return f"exit status {os.WEXITSTATUS(status)}"

    def stop(self) -> None:
        """Ends the process and, with it, every worker."""
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _ask(self, request: int, descriptors: list[int] | None = None) -> tuple[str, Any]:
        assert self._control is not None
        data = request.to_bytes(REQUEST_BYTES, "big", signed=True)
        with self._answers():
            if descriptors:
                socket.send_fds(self._control, [data], descriptors)
            else:
                self._control.sendall(data)
            kind, value = pickle.loads(receive(self._control))
        return kind, value

    @contextlib.contextmanager
    def _answers(self) -> Iterator[None]:
        try:
            yield
        except (OSError, EOFError) as error:
            raise LostError(f"the process that makes workers is gone ({type(error).__name__})") from error


def _started(descriptor: int) -> subprocess.Popen[bytes]:
    """The process, for which signals that end a run are held back until it can say that it does without them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING_SIGNALS)
    try:
        return subprocess.Popen(
            [sys.executable, "-m", "extractor.running.nursery", str(descriptor)],
            pass_fds=[descriptor],
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr.fileno() if _has_descriptor(sys.stderr) else subprocess.DEVNULL,
            env={**os.environ, **ONE_THREAD, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def resident_megabytes(pid: int) -> float:
    """Memory a process holds; 0 where the system does not tell.

    >>> resident_megabytes(os.getpid()) > 5 or not sys.platform.startswith("linux")
    True
    """
    try:
        with open(f"/proc/{pid}/statm", "rb") as file:  # noqa: PTH123
            return int(file.read().split()[1]) * 4096 / 1e6
    except (OSError, IndexError, ValueError):
        return 0.0


def waited_seconds(pid: int) -> float:
    """How long a process was ready and got no processor, since it began; 0 where the system does not tell.

    >>> waited_seconds(os.getpid()) >= 0
    True
    """
    try:
        with open(f"/proc/{pid}/schedstat", "rb") as file:  # noqa: PTH123
            return int(file.read().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0


def _has_descriptor(stream: Any) -> bool:
    try:
        stream.fileno()
    except (AttributeError, OSError, ValueError):
        return False
    return True
