"""The parent's side of the nursery: starting it, asking it for workers, having it end them."""

from __future__ import annotations

import os
import pickle
import signal
import socket
import subprocess
import sys
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from extractor.errors import ExtractorError

if TYPE_CHECKING:
    from extractor.running.protocol import Job

START_SECONDS = 120.0  # building the pipeline takes about one
ANSWER_SECONDS = 60.0
# A worker is one thread; libraries that would start one a core only get in each other's way.
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")


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
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "extractor.running.nursery", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=sys.stderr.fileno() if _has_descriptor(sys.stderr) else subprocess.DEVNULL,
                env={**os.environ, **ONE_THREAD, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        self._control = ours
        ours.settimeout(START_SECONDS)
        body = pickle.dumps((sys.path, pickle.dumps(self._job)))
        kind, value = self._ask(len(body).to_bytes(8, "big") + body)
        if kind != "ready":
            self.stop()
            raise ExtractorError(f"workers cannot start: {value}")
        ours.settimeout(ANSWER_SECONDS)

    def spawn(self) -> tuple[Connection, int]:
        """A new worker: the connection to it and its process id."""
        assert self._control is not None
        ours, theirs = socket.socketpair()
        with theirs:
            _, pid = self._ask((0).to_bytes(8, "big"), [theirs.fileno()])
        return Connection(ours.detach()), pid

    def end(self, pid: int) -> str:
        """Ends a worker, or takes note of its end; says how it ended."""
        _, status = self._ask(pid.to_bytes(8, "big", signed=True))
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

    def _ask(self, data: bytes, descriptors: list[int] | None = None) -> tuple[str, Any]:
        assert self._control is not None
        try:
            if descriptors:
                socket.send_fds(self._control, [data], descriptors)
            else:
                self._control.sendall(data)
            size = int.from_bytes(self._receive(8), "big")
            kind, value = pickle.loads(self._receive(size))
        except (OSError, EOFError) as error:
            raise ExtractorError(f"the process that makes workers is gone ({type(error).__name__})") from error
        return kind, value

    def _receive(self, size: int) -> bytes:
        assert self._control is not None
        parts = bytearray()
        while len(parts) < size:
            part = self._control.recv(size - len(parts))
            if not part:
                raise EOFError
            parts += part
        return bytes(parts)


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
