"""Looks for a QR code in the camera's pictures, four times a second, on a thread of its own."""

import threading
import time
from collections.abc import Callable

import cv2

from capture.sources import CameraFrame

_EVERY_S = 0.25
_SAME_CODE_S = 3.0
"""A code that stays before the camera is told again only after this."""
_WIDTH = 800


class CodeScanner:
    """Switched on and off by orders; ``on_code`` is called on ``recorder.scan``."""

    def __init__(self, newest: Callable[[], CameraFrame | None], on_code: Callable[[str], None]) -> None:
        self._newest = newest
        self._on_code = on_code
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def switch(self, on: bool) -> None:
        """Begin or end looking."""
        if on and self._thread is None:
            self._over.clear()
            self._thread = threading.Thread(target=self._run, name="recorder.scan", daemon=True)
            self._thread.start()
        elif not on and self._thread is not None:
            self._over.set()
            self._thread.join()
            self._thread = None

    def _run(self) -> None:
        detector = cv2.QRCodeDetector()
        told, told_at = "", 0.0
        while not self._over.wait(_EVERY_S):
            frame = self._newest()
            code = _read(detector, frame) if frame else ""
            if code and (code != told or time.monotonic() - told_at > _SAME_CODE_S):
                told, told_at = code, time.monotonic()
                self._on_code(code)


def _read(detector: cv2.QRCodeDetector, frame: CameraFrame) -> str:
    rows, columns = frame.planes.shape
    luma = frame.planes[: rows * 2 // 3]
    scale = min(1.0, _WIDTH / columns)
    small = cv2.resize(luma, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    try:
        code, _, _ = detector.detectAndDecode(small)
    except cv2.error:  # a damaged code can trip the decoder
        return ""
    return str(code)
