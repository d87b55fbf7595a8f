"""WebKit through its own driver: it opens a page and runs scripts in it; what goes wrong is told by the page itself."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

DRIVER, SCREEN = "WebKitWebDriver", "Xvfb"
BROWSERS = ("/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser")
PATIENCE = 120.0
DISPLAY = ":87"


def find_webkit() -> str | None:
    """Where WebKit's small browser is, if its driver and a screen to draw on are there too."""
    if not shutil.which(DRIVER) or not shutil.which(SCREEN):
        return None
    return next((place for place in BROWSERS if Path(place).exists()), None)


class WebKit:
    """A window of WebKit; it tells neither logs nor requests, so that the tour asks the page for both."""

    def __init__(self, program: str, home: Path) -> None:
        self.troubles: list[str] = []
        self.asked: list[str] = []
        self._port = _free_port()
        screen = [SCREEN, DISPLAY, "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
        self._screen = subprocess.Popen(screen, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        free = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"} if os.geteuid() == 0 else {}
        known = {**os.environ, **free, "DISPLAY": DISPLAY, "HOME": str(home), "LIBGL_ALWAYS_SOFTWARE": "1"}
        words = [DRIVER, f"--port={self._port}"]
        self._process = subprocess.Popen(words, env=known, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        options = {"binary": program, "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self._session = self._begun(wanted)
        self._ask("timeouts", {"script": int(1000 * PATIENCE), "pageLoad": int(1000 * PATIENCE)})

    def open(self, address: str) -> None:
        self._ask("url", {"url": address})

    def run(self, script: str) -> Any:
        """What a script gives that resolves to a text of JSON."""
        body = f"const done = arguments[0]; ({script}).then(done, (error) => done(JSON.stringify(String(error))));"
        return json.loads(self._ask("execute/async", {"script": body, "args": []}))

    def close(self) -> None:
        self._send("DELETE", f"/session/{self._session}", None)
        for each in (self._process, self._screen):
            each.terminate()
            each.wait(timeout=PATIENCE)

    def _begun(self, wanted: dict[str, Any]) -> str:
        """The session, as soon as the driver listens."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return str(self._send("POST", "/session", wanted)["sessionId"])
            except urllib.error.URLError as error:
                if isinstance(error, urllib.error.HTTPError) or time.monotonic() > until:
                    raise
                time.sleep(0.1)

    def _ask(self, command: str, given: dict[str, Any]) -> Any:
        return self._send("POST", f"/session/{self._session}/{command}", given)

    def _send(self, method: str, path: str, given: dict[str, Any] | None) -> Any:
        data = None if given is None else json.dumps(given).encode()
        asked = urllib.request.Request(f"http://127.0.0.1:{self._port}{path}", data=data, method=method)
        with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
            return json.loads(answer.read())["value"]


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
