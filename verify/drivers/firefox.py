"""Firefox through WebDriver BiDi: it opens a page, runs scripts in it, and tells what the page logs and asks for."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

from verify.drivers.socket_frames import WebSocket

NAMES = ("firefox-esr", "firefox")
PATIENCE = 120.0
LISTENING = re.compile(r"WebDriver BiDi listening on ws://([\d.]+):(\d+)")
LOCAL = ("file:", "data:", "blob:", "about:")


def find_firefox() -> str | None:
    """Where Firefox is, if it is anywhere."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Firefox:
    """A window of Firefox, with the troubles that its page met and the addresses that it asked for."""

    def __init__(self, program: str, home: Path) -> None:
        self.troubles: list[str] = []
        self.asked: list[str] = []
        self._last = 0
        words = [program, "--headless", "--no-remote", "--profile", str(home), "--remote-debugging-port=0", "about:blank"]
        with (home / "said.txt").open("w") as said:
            self._process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=said)
        self._line = WebSocket(*self._address(home / "said.txt"), "/session", PATIENCE)
        self._ask("session.new", {"capabilities": {}})
        self._ask("session.subscribe", {"events": ["log.entryAdded", "network.beforeRequestSent"]})
        self._window = self._ask("browsingContext.getTree", {})["contexts"][0]["context"]

    def open(self, address: str) -> None:
        self._ask("browsingContext.navigate", {"context": self._window, "url": address, "wait": "complete"})

    def run(self, script: str) -> Any:
        """What a script gives that resolves to a text of JSON."""
        given = {"expression": script, "target": {"context": self._window}, "awaitPromise": True}
        found = self._ask("script.evaluate", given)
        if found["type"] != "success":
            raise RuntimeError(found["exceptionDetails"]["text"])
        return json.loads(found["result"]["value"])

    def close(self) -> None:
        self._line.close()
        self._process.terminate()
        self._process.wait(timeout=PATIENCE)

    def _address(self, said: Path) -> tuple[str, int]:
        """Where Firefox listens, as soon as it says so."""
        until = time.monotonic() + PATIENCE
        while self._process.poll() is None and time.monotonic() < until:
            if found := LISTENING.search(said.read_text(encoding="utf-8")):
                return found[1], int(found[2])
            time.sleep(0.1)
        raise ConnectionError("Firefox ended before it listened")

    def _ask(self, method: str, given: dict[str, Any]) -> Any:
        self._last += 1
        self._line.send(json.dumps({"id": self._last, "method": method, "params": given}))
        while True:
            said = json.loads(self._line.receive())
            if said.get("id") == self._last:
                if said["type"] == "error":
                    raise RuntimeError(f"{method}: {said['message']}")
                return said["result"]
            self._hear(said)

    def _hear(self, said: dict[str, Any]) -> None:
        if said.get("method") == "log.entryAdded" and said["params"]["level"] in ("error", "warn"):
            self.troubles.append(said["params"]["text"])
        elif said.get("method") == "network.beforeRequestSent":
            address = said["params"]["request"]["url"]
            if not address.startswith(LOCAL):
                self.asked.append(address)
