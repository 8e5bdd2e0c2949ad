"""Pictures on their way to I420: JPEG decoded straight to planes, BGR converted, both fitted to a size.

``Planes`` (``capture.sources``) hold the values of JPEG: BT.601, full range. A JPEG with 4:2:0 or 4:2:2
chroma therefore never becomes RGB: its planes are copied, at most reduced.
"""

import av
import av.error
import cv2
import numpy as np
from av.codec.context import CodecContext
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from capture.sources import Planes

Plane = NDArray[np.uint8]
_SUBSAMPLED = ("yuvj420p", "yuvj422p", "yuvj444p", "yuv420p", "yuv422p", "yuv444p")
_FULL_RANGE = 2
_LUMA_BLACK, _CHROMA_GREY = 0, 128


class PictureFitter:
    """Makes pictures of one size, keeping their shape, with black bars where it differs. One thread."""

    def __init__(self, width: int, height: int) -> None:
        self._width = width
        self._height = height
        self._decoder = CodecContext.create("mjpeg", "r")
        self._decoder.thread_count = 1

    def from_jpeg(self, data: bytes) -> Planes | None:
        """Decode and fit; ``None`` for a damaged picture."""
        if not data:  # which the decoder would take for the end of everything
            return None
        try:
            frames = self._decoder.decode(av.Packet(data))
        except av.error.FFmpegError:
            return None
        frame = frames[0] if frames else None
        if not isinstance(frame, VideoFrame) or frame.is_corrupt:
            return None
        if frame.format.name not in _SUBSAMPLED:
            frame = frame.reformat(format="yuvj420p", dst_color_range=_FULL_RANGE)
        return self._fit(*(_plane(frame, index) for index in range(3)))

    def from_bgr(self, picture: Plane) -> Planes:
        """Convert and fit a picture of shape ``(height, width, 3)``."""
        height, width = (side // 2 * 2 for side in picture.shape[:2])
        planes = planes_from_bgr(picture[:height, :width])
        chroma = planes[height:].reshape(2, height // 2, width // 2)
        return self._fit(planes[:height], chroma[0], chroma[1])

    def _fit(self, luma: Plane, blue: Plane, red: Plane) -> Planes:
        out = np.empty((self._height * 3 // 2, self._width), np.uint8)
        chroma = out[self._height :].reshape(2, self._height // 2, self._width // 2)
        scale = min(self._width / luma.shape[1], self._height / luma.shape[0])
        width, height = (round(side * scale / 2) * 2 for side in luma.shape[1::-1])
        _place(out[: self._height], luma, (width, height), _LUMA_BLACK)
        _place(chroma[0], blue, (width // 2, height // 2), _CHROMA_GREY)
        _place(chroma[1], red, (width // 2, height // 2), _CHROMA_GREY)
        return out


def planes_from_bgr(picture: Plane) -> Planes:
    """A BGR picture with even sides as full-range I420 of the same size."""
    frame = VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="bgr24")
    planes = frame.reformat(format="yuvj420p", dst_colorspace="ITU601", dst_color_range=_FULL_RANGE)
    return np.asarray(planes.to_ndarray(), np.uint8)


def resized(picture: Plane, size: tuple[int, int]) -> Plane:
    """The picture at another ``(width, height)``, averaging when it becomes smaller."""
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)


def _plane(frame: VideoFrame, index: int) -> Plane:
    plane = frame.planes[index]
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
    return rows[: plane.height, : plane.width]


def _place(target: Plane, picture: Plane, size: tuple[int, int], around: int) -> None:
    """Put ``picture``, resized to ``size`` (width, height), into the middle of ``target``."""
    width, height = size
    top, left = (target.shape[0] - height) // 2, (target.shape[1] - width) // 2
    if size != target.shape[1::-1]:
        target[:] = around
    fitting = picture if picture.shape == (height, width) else resized(picture, size)
    target[top : top + height, left : left + width] = fitting
