"""Messages over a socket pair: whole and in order. The parent's end never waits, a worker's end does.

Either side may have more to say than the system holds for the other to read. If both waited until it is taken,
both would wait for ever; so the parent keeps what is not taken yet and sends it on when there is room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import socket

LENGTH_BYTES = 8
READ_BYTES = 1 << 18  # taken from the system at once


def framed(message: bytes) -> bytes:
    """A message with its length before it."""
    return len(message).to_bytes(LENGTH_BYTES, "big") + message


def send(place: socket.socket, message: bytes) -> None:
    """Sends a message and waits until the system has taken it."""
    place.sendall(framed(message))


def receive(place: socket.socket) -> bytes:
    """Waits for a whole message.

    Raises:
        EOFError: if the other side is gone.
    """
    return _exactly(place, int.from_bytes(_exactly(place, LENGTH_BYTES), "big"))


def _exactly(place: socket.socket, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        part = place.recv(min(size - len(data), READ_BYTES))
        if not part:
            raise EOFError("the other side is gone")
        data += part
    return bytes(data)


class Channel:
    """The end that never waits."""

    def __init__(self, place: socket.socket) -> None:
        place.setblocking(False)
        self._socket = place
        self._unsent = bytearray()
        self._unread = bytearray()

    def fileno(self) -> int:
        """For a selector."""
        return self._socket.fileno()

    @property
    def is_behind(self) -> bool:
        """Whether something is left to send when there is room."""
        return bool(self._unsent)

    def send(self, message: bytes) -> None:
        """Sends a message, or as much of it as there is room for; `flush` sends the rest."""
        self._unsent += framed(message)
        self.flush()

    def flush(self) -> None:
        """Sends what there is room for. To a side that is gone nothing can be sent: reading will tell."""
        try:
            while self._unsent:
                del self._unsent[: self._socket.send(self._unsent)]
        except BlockingIOError:
            return
        except OSError:
            self._unsent.clear()

    def receive(self) -> list[bytes]:
        """The messages that are whole by now; maybe none.

        Raises:
            EOFError: if the other side is gone and everything it said was received.
        """
        try:
            data = self._socket.recv(READ_BYTES)
        except BlockingIOError:
            return []
        except OSError as error:
            raise EOFError("the other side is gone") from error
        if not data:
            raise EOFError("the other side is gone")
        self._unread += data
        messages = []
        start = 0
        while len(self._unread) >= start + LENGTH_BYTES:
            end = start + LENGTH_BYTES + int.from_bytes(self._unread[start : start + LENGTH_BYTES], "big")
            if len(self._unread) < end:
                break
            messages.append(bytes(self._unread[start + LENGTH_BYTES : end]))
            start = end
        del self._unread[:start]
        return messages

    def close(self) -> None:
        """Closes this end."""
        self._socket.close()
