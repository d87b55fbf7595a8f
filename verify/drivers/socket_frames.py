"""A client of a web socket on this machine: whole texts out, whole texts in, as RFC 6455 has them."""

from __future__ import annotations

import base64
import os
import socket
import struct

TEXT, CLOSE, PING, PONG, CONTINUED = 0x1, 0x8, 0x9, 0xA, 0x0
SMALL, MIDDLE = 126, 127
"""Lengths that say that the length itself follows, in two bytes or in eight."""


class WebSocket:
    """An open web socket at `host:port/path`."""

    def __init__(self, host: str, port: int, path: str, patience: float) -> None:
        self._socket = socket.create_connection((host, port), timeout=patience)
        key = base64.b64encode(os.urandom(16)).decode()
        head = f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        self._socket.sendall(f"{head}Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        answer = b""
        while not answer.endswith(b"\r\n\r\n"):
            answer += self._exactly(1)
        if b" 101 " not in answer.split(b"\r\n", 1)[0]:
            raise ConnectionError(answer.decode(errors="replace"))

    def send(self, text: str) -> None:
        self._frame(TEXT, text.encode())

    def receive(self) -> str:
        """The next whole text; what keeps the line alive is answered on the way."""
        parts: list[bytes] = []
        while True:
            is_last, kind, data = self._read()
            if kind == PING:
                self._frame(PONG, data)
            elif kind == CLOSE:
                raise ConnectionError("the browser closed the line")
            elif kind in (TEXT, CONTINUED):
                parts.append(data)
                if is_last:
                    return b"".join(parts).decode()

    def close(self) -> None:
        self._socket.close()

    def _frame(self, kind: int, data: bytes) -> None:
        mask, size = os.urandom(4), len(data)
        if size < SMALL:
            length = struct.pack("!B", 0x80 | size)
        elif size < 1 << 16:
            length = struct.pack("!BH", 0x80 | SMALL, size)
        else:
            length = struct.pack("!BQ", 0x80 | MIDDLE, size)
        masked = bytes(each ^ mask[place % 4] for place, each in enumerate(data))
        self._socket.sendall(bytes([0x80 | kind]) + length + mask + masked)

    def _read(self) -> tuple[bool, int, bytes]:
        first, second = self._exactly(2)
        size = second & 0x7F
        if size == SMALL:
            (size,) = struct.unpack("!H", self._exactly(2))
        elif size == MIDDLE:
            (size,) = struct.unpack("!Q", self._exactly(8))
        return bool(first & 0x80), first & 0x0F, self._exactly(size)

    def _exactly(self, size: int) -> bytes:
        found = b""
        while len(found) < size:
            part = self._socket.recv(size - len(found))
            if not part:
                raise ConnectionError("the browser hung up")
            found += part
        return found
