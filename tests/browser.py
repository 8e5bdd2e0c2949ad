"""A real browser without a window, driven through a pipe: pages from the disk, as people open them."""

import base64
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")
needs_browser = pytest.mark.skipif(PROGRAM is None, reason="there is no Chromium here")
_PATIENCE_S = 30.0


class Browser:
    """One page. Every method waits until the browser has answered."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._to = to_browser
        self._from = os.fdopen(from_browser, "rb")
        self._number = 0
        target = self._call("Target.createTarget", {"url": "about:blank"})["targetId"]
        attached = self._call("Target.attachToTarget", {"targetId": target, "flatten": True})
        self._page = str(attached["sessionId"])

    def open(self, path: Path, place: str = "") -> None:
        """Load a file as a page, at a place in it where one is named."""
        self._do("Page.navigate", url=f"{path.as_uri()}{'#' if place else ''}{place}")
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def run(self, script: str) -> Any:
        """The value of an expression."""
        answer = self._do("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def until(self, script: str) -> None:
        """Wait for an expression to be true."""
        deadline = time.monotonic() + _PATIENCE_S
        while not self.run(script):
            assert time.monotonic() < deadline, script
            time.sleep(0.05)

    def choose_files(self, selector: str, *paths: Path) -> None:
        """What a person does with the file dialogue."""
        root = self._do("DOM.getDocument")["root"]["nodeId"]
        node = self._do("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self._do("DOM.setFileInputFiles", nodeId=node, files=[str(path) for path in paths])

    def picture(self, path: Path, width: int = 1280, height: int = 720) -> None:
        """What is to be seen."""
        self._do(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        path.write_bytes(base64.b64decode(self._do("Page.captureScreenshot")["data"]))

    def close(self) -> None:
        """Let go of the pipes."""
        self._from.close()
        os.close(self._to)

    def _do(self, method: str, **parameters: object) -> dict[str, Any]:
        return self._call(method, parameters, self._page)

    def _call(self, method: str, parameters: dict[str, object], page: str = "") -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        os.write(self._to, json.dumps(message | ({"sessionId": page} if page else {})).encode() + b"\0")
        while True:
            answer = json.loads(self._message())
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def _message(self) -> bytes:
        collected = bytearray()
        while (byte := self._from.read(1)) != b"\0":
            assert byte, "the browser has gone"
            collected += byte
        return bytes(collected)


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """A browser with nothing remembered, gone afterwards."""
    assert PROGRAM is not None
    read_end, to_browser = os.pipe()
    from_browser, write_end = os.pipe()
    command = [PROGRAM, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"]
    command += [
        "--no-first-run",
        "--disable-background-networking",
        f"--user-data-dir={profile}",
        "about:blank",
    ]

    # The browser looks for its pipes at 3 and 4.
    placed = ["bash", "-c", f'exec "$@" 3<&{read_end} 4>&{write_end}', "bash", *command]
    process = subprocess.Popen(
        placed, pass_fds=(read_end, write_end), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(read_end)
    os.close(write_end)
    driven = Browser(to_browser, from_browser)
    try:
        yield driven
    finally:
        driven.close()
        process.terminate()
        process.wait()
