"""Pictures on their way to I420."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from capture.pictures import PictureFitter, planes_from_bgr

WIDTH, HEIGHT = 320, 180
SAMPLINGS = {
    "4:2:0": cv2.IMWRITE_JPEG_SAMPLING_FACTOR_420,
    "4:2:2": cv2.IMWRITE_JPEG_SAMPLING_FACTOR_422,
    "4:4:4": cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444,
}


def painted(width: int = WIDTH, height: int = HEIGHT) -> NDArray[np.uint8]:
    picture = np.empty((height, width, 3), np.uint8)
    picture[:, : width // 2], picture[:, width // 2 :] = (40, 90, 200), (200, 160, 20)
    return picture


def jpeg(picture: NDArray[np.uint8], sampling: int = SAMPLINGS["4:2:0"]) -> bytes:
    options = [cv2.IMWRITE_JPEG_QUALITY, 95, cv2.IMWRITE_JPEG_SAMPLING_FACTOR, sampling]
    return bytes(cv2.imencode(".jpg", picture, options)[1])


@pytest.mark.parametrize("sampling", SAMPLINGS)
def test_a_jpeg_of_any_chroma_keeps_its_colours(sampling: str) -> None:
    planes = PictureFitter(WIDTH, HEIGHT).from_jpeg(jpeg(painted(), SAMPLINGS[sampling]))
    assert planes is not None
    assert np.abs(planes.astype(int) - planes_from_bgr(painted())).mean() < 2


def test_white_is_255_and_black_is_0() -> None:
    for shade in (0, 255):
        picture = np.full((HEIGHT, WIDTH, 3), shade, np.uint8)
        for planes in (PictureFitter(WIDTH, HEIGHT).from_jpeg(jpeg(picture)), planes_from_bgr(picture)):
            assert planes is not None
            assert np.abs(planes[:HEIGHT].astype(int) - shade).max() <= 1
            assert np.abs(planes[HEIGHT:].astype(int) - 128).max() <= 1


def test_another_shape_gets_black_bars_and_is_not_stretched() -> None:
    planes = PictureFitter(WIDTH, HEIGHT).from_jpeg(jpeg(np.full((240, 240, 3), 255, np.uint8)))
    assert planes is not None
    luma = planes[:HEIGHT]
    bar = (WIDTH - HEIGHT) // 2
    assert luma[:, : bar - 2].max() == 0
    assert luma[:, -bar + 2 :].max() == 0
    assert luma[:, bar + 2 : -bar - 2].min() > 250


def test_a_larger_picture_is_reduced() -> None:
    fitter = PictureFitter(WIDTH, HEIGHT)
    reduced = fitter.from_bgr(painted(1280, 720))
    assert reduced.shape == (HEIGHT * 3 // 2, WIDTH)
    assert np.abs(reduced.astype(int) - planes_from_bgr(painted())).mean() < 2


@pytest.mark.parametrize("data", [b"", b"not a picture", jpeg(painted())[:60]])
def test_a_damaged_picture_is_none(data: bytes) -> None:
    fitter = PictureFitter(WIDTH, HEIGHT)
    assert fitter.from_jpeg(data) is None
    assert fitter.from_jpeg(jpeg(painted())) is not None


def test_a_picture_given_away_is_never_written_again() -> None:
    fitter = PictureFitter(WIDTH, HEIGHT)
    first = fitter.from_jpeg(jpeg(painted()))
    assert first is not None
    before = first.copy()
    fitter.from_jpeg(jpeg(np.zeros((HEIGHT, WIDTH, 3), np.uint8)))
    assert (first == before).all()
