import os

import numpy as np
import pytest

from capture.overlay import Overlay
from capture.preview import PreviewReader, PreviewWriter, reduced_rgb
from capture.slates import LOST, slate, words_for
from capture.sources import Planes
from kiosk.domain.masks import MaskReason


def _grey(width: int, height: int, luma: int = 128) -> Planes:
    planes = np.full((height * 3 // 2, width), 128, np.uint8)
    planes[:height] = luma
    return planes


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (854, 480), (320, 180)])
def test_only_the_top_corners_are_touched(width: int, height: int) -> None:
    planes = _grey(width, height)
    Overlay(width, height).burn(planes, "REC 2026-11-20 10:36:21 UTC", "Booth 3 · 1a2b3c4d · Question 2")
    luma = planes[:height]
    assert luma[: height // 8].max() > 230
    assert luma[: height // 8].min() < 80
    assert (luma[height // 6 :] == 128).all()


def test_the_dot_is_red() -> None:
    planes = _grey(1280, 720)
    Overlay(1280, 720).burn(planes, "REC", "")
    red = planes[720:].reshape(2, 360, 640)[1]
    assert red[:40, :30].max() > 180
    assert (red[60:] == 128).all()


def test_covering_the_same_picture_twice_gives_the_same() -> None:
    first, second = _grey(640, 360), _grey(640, 360)
    overlay = Overlay(640, 360)
    overlay.burn(first, "REC 1", "A")
    overlay.burn(second, "REC 1", "A")
    assert (first == second).all()


@pytest.mark.parametrize("reason", list(MaskReason))
def test_every_reason_has_a_slate(reason: MaskReason) -> None:
    page = slate(words_for(reason), 640, 360)
    assert page.shape == (540, 640)
    assert page[:360].mean() < 40
    assert page[:360].max() > 200


def test_a_slate_is_drawn_once() -> None:
    assert slate(LOST, 640, 360) is slate(LOST, 640, 360)


def test_the_preview_keeps_black_and_white() -> None:
    planes = _grey(1280, 720, luma=0)
    planes[:720, 640:] = 255
    picture = reduced_rgb(planes)
    assert picture.shape == (360, 640, 3)
    assert picture[:, :300].max() <= 1
    assert picture[:, 340:].min() >= 254


def test_a_picture_passes_through_the_preview() -> None:
    writer = PreviewWriter()
    reader = PreviewReader(os.dup(writer.handle))
    assert reader.latest() is None
    assert writer.wanted
    writer.put(_grey(1280, 720, luma=77), 5)
    picture = reader.latest()
    assert picture is not None
    assert (picture.sequence, picture.width, picture.height) == (5, 640, 360)
    assert set(picture.pixels) == {77}
    writer.close()


def test_nothing_is_left_of_the_last_picture_once_it_is_wiped() -> None:
    writer = PreviewWriter()
    reader = PreviewReader(os.dup(writer.handle))
    writer.put(np.full((1080, 1280), 200, np.uint8), 1)
    assert reader.latest() is not None
    writer.wipe()
    assert reader.latest() is None
    assert set(os.pread(writer.handle, 4 << 20, 128)) == {0}
    writer.close()
