"""One opened camera, network stream or film, from which OpenCV grabs undecoded pictures where it can.

Opening and grabbing may block for ever when a driver hangs: only a thread that can be given up may do it.
"""

import os
import time

import cv2
import numpy as np
from numpy.typing import NDArray

from capture.addresses import Address, AddressKind
from capture.errors import DeviceBusyError, DeviceError
from capture.pictures import PictureFitter
from capture.sources import Planes
from capture.v4l2 import is_held
from kiosk.domain.recording import Quality

_NETWORK_TIMEOUT_MS = 2000
_NODE_TIMEOUT_S = 2
_JPEG = b"\xff\xd8"
_OLDEST_STAMP_S = 0.5
"""A driver's time stamp is believed when it is at most this old."""


class Grabber:
    """Opens in the constructor, or raises ``DeviceError``; every method on that same thread."""

    def __init__(self, address: Address, quality: Quality) -> None:
        self._address = address
        self._quality = quality
        self._fitter = PictureFitter(quality.width, quality.height)
        self._capture = self._opened()
        self._due_s = time.monotonic()

    def grab(self) -> tuple[Planes | None, int]:
        """Wait for the next picture: its planes (``None`` if damaged) and when it was taken.

        Raises ``DeviceError`` when no more will come.
        """
        if self._address.kind is AddressKind.FILM:
            self._keep_time()
        there, picture = self._capture.read()
        if not there and self._address.kind is AddressKind.FILM:
            self._capture.release()
            self._capture = self._opened()
            there, picture = self._capture.read()
        if not there:
            raise DeviceError(f"{self._address.path} sends no more pictures")
        captured_ns = self._stamp_ns()
        return self._planes(np.asarray(picture, np.uint8)), captured_ns

    def close(self) -> None:
        """Let go of the device."""
        self._capture.release()

    def _opened(self) -> cv2.VideoCapture:
        match self._address.kind:
            case AddressKind.NODE:
                capture = self._open_node()
            case AddressKind.STREAM:
                capture = self._open_stream()
            case AddressKind.FILM:
                capture = cv2.VideoCapture(self._address.path, cv2.CAP_FFMPEG)
        if not capture.isOpened():
            capture.release()
            if self._address.kind is AddressKind.NODE and is_held(self._address.path):
                raise DeviceBusyError(f"another program is using {self._address.name}")
            raise DeviceError(f"{self._address.path} cannot be opened")
        return capture

    def _open_node(self) -> cv2.VideoCapture:
        os.environ.setdefault("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", str(_NODE_TIMEOUT_S))
        capture = cv2.VideoCapture(self._address.path, cv2.CAP_V4L2)
        motion_jpeg = cv2.VideoWriter.fourcc(*"MJPG")
        capture.set(
            cv2.CAP_PROP_FOURCC, motion_jpeg
        )  # before the size: uncompressed, many cameras cannot do it
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, self._quality.width)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, self._quality.height)
        capture.set(cv2.CAP_PROP_FPS, self._quality.fps)
        if int(capture.get(cv2.CAP_PROP_FOURCC)) == motion_jpeg:
            capture.set(cv2.CAP_PROP_CONVERT_RGB, 0)
        return capture

    def _open_stream(self) -> cv2.VideoCapture:
        timeouts = [
            *(cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, _NETWORK_TIMEOUT_MS),
            *(cv2.CAP_PROP_READ_TIMEOUT_MSEC, _NETWORK_TIMEOUT_MS),
        ]
        undecoded = [cv2.CAP_PROP_FORMAT, -1]
        capture = cv2.VideoCapture(self._address.path, cv2.CAP_FFMPEG, timeouts + undecoded)
        there, packet = capture.read()
        if there and packet.tobytes()[:2] != _JPEG:
            capture.release()
            capture = cv2.VideoCapture(self._address.path, cv2.CAP_FFMPEG, timeouts)
        return capture

    def _keep_time(self) -> None:
        now_s = time.monotonic()
        time.sleep(max(0.0, self._due_s - now_s))
        rate_hz = self._capture.get(cv2.CAP_PROP_FPS) or self._quality.fps
        self._due_s = max(self._due_s, now_s - 1) + 1 / rate_hz

    def _stamp_ns(self) -> int:
        now_ns = time.monotonic_ns()
        if self._address.kind is not AddressKind.NODE:
            return now_ns
        driver_ns = int(self._capture.get(cv2.CAP_PROP_POS_MSEC) * 1e6)
        return driver_ns if 0 <= now_ns - driver_ns < _OLDEST_STAMP_S * 1e9 else now_ns

    def _planes(self, picture: NDArray[np.uint8]) -> Planes | None:
        if picture.ndim == 3 and picture.shape[2] == 3:
            return self._fitter.from_bgr(picture)
        return self._fitter.from_jpeg(picture.tobytes())
