"""The latest picture for another process: anonymous shared memory, no file, no queue.

The writer bumps a counter before and after each picture; a reader that sees it change, or odd, tries
again. The reader notes when it last looked, and the writer makes pictures only for somebody who looks.
"""

import mmap
import os
import struct
import time

import numpy as np

from capture.sources import Planes
from capture.timebase import SECOND_NS
from kiosk.ports.recorder import PreviewPicture

MAX_WIDTH = 640
_SMALL, _JPEG_QUALITY = 320, 70
_SIZE = 4 << 20
_HEADER = struct.Struct("<QIII")
"""Counter, width, height, sequence."""
_ASKED = struct.Struct("<q")
_ASKED_AT = 64
_PIXELS_AT = 128
_WANTED_NS = SECOND_NS
_ATTEMPTS = 20


class PreviewWriter:
    """Owned by the pump; ``handle`` is given to readers."""

    def __init__(self) -> None:
        self.handle = os.memfd_create("preview", os.MFD_CLOEXEC)
        os.ftruncate(self.handle, _SIZE)
        self._memory = mmap.mmap(self.handle, _SIZE)
        self._counter = 0

    @property
    def wanted(self) -> bool:
        """Whether somebody looked within the last second."""
        (asked_ns,) = _ASKED.unpack_from(self._memory, _ASKED_AT)
        return bool(time.monotonic_ns() - asked_ns < _WANTED_NS)

    def put(self, planes: Planes, sequence: int) -> None:
        """Show this picture, reduced to at most 640 pixels of width."""
        picture = reduced_rgb(planes)
        height, width = picture.shape[:2]
        _HEADER.pack_into(self._memory, 0, self._counter + 1, width, height, sequence)
        self._memory[_PIXELS_AT : _PIXELS_AT + picture.size] = picture.tobytes()
        self._counter += 2
        _HEADER.pack_into(self._memory, 0, self._counter, width, height, sequence)

    def wipe(self) -> None:
        """Leave nothing of whoever was seen last."""
        self._memory[_PIXELS_AT:] = bytes(_SIZE - _PIXELS_AT)
        self._counter += 2
        _HEADER.pack_into(self._memory, 0, self._counter, 0, 0, 0)

    def close(self) -> None:
        """Let go of the memory."""
        self._memory.close()
        os.close(self.handle)


class PreviewReader:
    """Any thread; takes over the file handle."""

    def __init__(self, handle: int) -> None:
        self._memory = mmap.mmap(handle, _SIZE)
        os.close(handle)

    def latest(self) -> PreviewPicture | None:
        """The latest picture; the first call may find none and asks for them."""
        _ASKED.pack_into(self._memory, _ASKED_AT, time.monotonic_ns())
        for _ in range(_ATTEMPTS):
            before = _HEADER.unpack_from(self._memory, 0)
            counter, width, height, sequence = before
            pixels = self._memory[_PIXELS_AT : _PIXELS_AT + 3 * width * height]
            if counter and width == 0:
                return None
            if counter and counter % 2 == 0 and _HEADER.unpack_from(self._memory, 0) == before:
                return PreviewPicture(sequence, width, height, pixels)
        return None


def small_jpeg(picture: PreviewPicture) -> bytes:
    """A picture for whoever looks after the booth from afar: at most 320 wide, 5-15 kB."""
    import cv2

    rgb: np.ndarray = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.width, 3)
    if picture.width > _SMALL:
        size = (_SMALL, round(picture.height * _SMALL / picture.width))
        rgb = cv2.resize(rgb, size, interpolation=cv2.INTER_AREA)
    bgr = cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR)
    _, data = cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
    return data.tobytes()


def reduced_rgb(planes: Planes) -> np.ndarray:
    """A picture as RGB, at most 640 wide; both kinds of values are full range, so contrast is right."""
    import cv2  # the reader does without, and is there sooner

    rows, columns = planes.shape
    height = rows * 2 // 3
    width = min(MAX_WIDTH, columns)
    size = (width, round(height * width / columns))
    chroma = planes[height:].reshape(2, height // 2, columns // 2)
    luma = cv2.resize(planes[:height], size, interpolation=cv2.INTER_AREA)
    blue, red = (cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR) for plane in chroma)
    return np.asarray(cv2.cvtColor(cv2.merge([luma, red, blue]), cv2.COLOR_YCrCb2RGB), np.uint8)
