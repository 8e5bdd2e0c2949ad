"""Small pictures of a real recording, whose brightness tells when they were taken."""

import re
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from capture.encoder import Mp4Encoder
from capture.errors import ExportError
from capture.thumbnails import write_pictures, write_sheet, write_thumbnail
from tests.segments import SMALL, audio_only, encode_segment


def picture(path: Path) -> NDArray[np.uint8]:
    found = cv2.imread(str(path))
    assert found is not None
    return np.asarray(found, np.uint8)


def grey_at(second: int) -> int:
    return 40 + 20 * second


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    with (tmp_path / "a.mp4").open("wb", buffering=0) as file:
        encoder = Mp4Encoder(file, SMALL)
        for frame in range(10 * SMALL.fps):
            planes = np.full((SMALL.height * 3 // 2, SMALL.width), 128, np.uint8)
            planes[: SMALL.height] = grey_at(frame // SMALL.fps)
            encoder.write_picture(planes)
            encoder.write_sound(np.zeros(1600, np.float32))
        encoder.close()
    return tmp_path / "a.mp4"


def test_a_thumbnail_shows_the_moment_it_was_asked_for(recording: Path, tmp_path: Path) -> None:
    write_thumbnail(recording, tmp_path / "a.jpg", 6.5, width=320)
    shown = picture(tmp_path / "a.jpg")
    assert shown.shape == (180, 320, 3)
    assert shown.mean() == pytest.approx(grey_at(6), abs=3)


def test_a_sheet_and_its_index_agree(recording: Path, tmp_path: Path) -> None:
    made = write_sheet(recording, tmp_path)
    sheet, index = picture(made.sheet), made.index.read_text()
    assert sheet.shape == (90, 3 * 160, 3)
    assert index.startswith("WEBVTT\n")
    places = re.findall(r"(\S+) --> (\S+)\nsprites.jpg#xywh=(\d+),(\d+),160,90", index)
    assert places == [
        ("00:00:00.000", "00:00:04.000", "0", "0"),
        ("00:00:04.000", "00:00:08.000", "160", "0"),
        ("00:00:08.000", "00:00:10.000", "320", "0"),
    ]
    for number in range(made.pictures):
        tile = sheet[:, number * 160 : (number + 1) * 160]
        assert tile.mean() == pytest.approx(grey_at(number * 4), abs=3)


def test_what_has_no_picture_is_refused(tmp_path: Path) -> None:
    encode_segment(tmp_path / "a.mp4", 1, audio_only())
    with pytest.raises(ExportError, match="no picture"):
        write_thumbnail(tmp_path / "a.mp4", tmp_path / "a.jpg", 0.0)
    with pytest.raises(ExportError, match="no pictures"):
        write_sheet(tmp_path / "a.mp4", tmp_path)


def test_the_pictures_of_a_recording_are_one_thumbnail_and_a_sheet(recording: Path, tmp_path: Path) -> None:
    write_pictures(recording, tmp_path / "pictures")
    names = {path.name for path in (tmp_path / "pictures").iterdir()}
    assert names == {"thumbnail.jpg", "sprites.jpg", "sprites.vtt"}
