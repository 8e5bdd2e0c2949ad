"""Pictures on their way to I420: JPEG decoded straight to planes, BGR converted, both fitted to a size.

``Planes`` (``capture.sources``) hold the values of JPEG: BT.601, full range. A JPEG therefore never becomes
RGB on the way: its planes are copied, at most scaled.
"""

import av
import av.error
import cv2
import numpy as np
from av.codec.context import CodecContext
from av.video.frame import VideoFrame
from av.video.reformatter import Colorspace, Interpolation, VideoReformatter
from numpy.typing import NDArray

from capture.sources import Planes

Plane = NDArray[np.uint8]
_I420, _I422 = "yuvj420p", "yuvj422p"
_FULL_RANGE = 2
_BLACK, _GREY = 0, 128


class PictureFitter:
    """Makes pictures of one size, keeping their shape, with black bars where it differs. One thread."""

    def __init__(self, width: int, height: int) -> None:
        self._width = width
        self._height = height
        self._scaler = VideoReformatter()
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
        return self._fit(frame)

    def from_bgr(self, picture: Plane) -> Planes:
        """Convert and fit a picture of shape ``(height, width, 3)``."""
        return self._fit(VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="bgr24"))

    def _fit(self, frame: VideoFrame) -> Planes:
        scale = min(self._width / frame.width, self._height / frame.height)
        width, height = (round(side * scale / 2) * 2 for side in (frame.width, frame.height))
        if (frame.width, frame.height) != (width, height) or frame.format.name not in (_I420, _I422):
            frame = _converted(self._scaler, frame, (width, height))
        out = np.empty((self._height * 3 // 2, self._width), np.uint8)
        blue, red = out[self._height :].reshape(2, self._height // 2, self._width // 2)
        _place(out[: self._height], _plane(frame, 0), _BLACK)
        _place(blue, _chroma(frame, 1), _GREY)
        _place(red, _chroma(frame, 2), _GREY)
        return out


def planes_from_bgr(picture: Plane) -> Planes:
    """A BGR picture with even sides as I420 of the same size."""
    height, width = picture.shape[:2]
    return PictureFitter(width, height).from_bgr(picture)


def _converted(scaler: VideoReformatter, frame: VideoFrame, size: tuple[int, int]) -> VideoFrame:
    return scaler.reformat(
        frame,
        *size,
        format=_I420,
        dst_colorspace=Colorspace.ITU601,
        dst_color_range=_FULL_RANGE,
        interpolation=Interpolation.AREA,
    )


def _plane(frame: VideoFrame, index: int) -> Plane:
    plane = frame.planes[index]
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
    return rows[: plane.height, : plane.width]


def _chroma(frame: VideoFrame, index: int) -> Plane:
    """A chroma plane with half the rows; 4:2:2, as most cameras send it, has them all: the mean of two."""
    plane = _plane(frame, index)
    if frame.format.name == _I420:
        return plane
    return np.asarray(cv2.addWeighted(plane[::2], 0.5, plane[1::2], 0.5, 0), np.uint8)


def _place(target: Plane, picture: Plane, around: int) -> None:
    """Put a plane into the middle of a target that is at least as large."""
    height, width = picture.shape
    top, left = (target.shape[0] - height) // 2, (target.shape[1] - width) // 2
    if picture.shape != target.shape:
        target[:] = around
    target[top : top + height, left : left + width] = picture
