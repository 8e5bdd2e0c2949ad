"""The waveform of real sound files."""

import json
from pathlib import Path
from xml.etree import ElementTree as Xml

import numpy as np
import pytest
import soundfile

from capture.errors import ExportError
from capture.waveform import read_waveform
from tests.segments import SMALL, encode_segment


def test_peaks_are_as_loud_as_the_sound(tmp_path: Path) -> None:
    sound = np.concatenate([np.zeros(48_000), np.full(48_000, 0.5), np.full(48_000, -0.25)])
    soundfile.write(tmp_path / "a.flac", sound, 48_000)
    waveform = read_waveform(tmp_path / "a.flac", bins=30)
    assert waveform.length_s == pytest.approx(3.0)
    assert [waveform.peaks[second * 10 + 5] for second in range(3)] == [0, 0.5, 0.25]


def test_a_recording_has_a_waveform(tmp_path: Path) -> None:
    encode_segment(tmp_path / "a.mp4", 2, SMALL)
    waveform = read_waveform(tmp_path / "a.mp4")
    assert waveform.length_s == pytest.approx(2, abs=0.05)
    assert np.median(waveform.peaks) == pytest.approx(0.25, abs=0.02)
    assert json.loads(waveform.json())["peaks"] == list(waveform.peaks)


def test_the_drawing_is_well_formed_and_keeps_its_title_harmless(tmp_path: Path) -> None:
    encode_segment(tmp_path / "a.mp4", 1, SMALL)
    waveform = read_waveform(tmp_path / "a.mp4")
    drawing = Xml.fromstring(waveform.svg("Question <1> & more"))
    assert drawing.findtext("{*}title") == "Question <1> & more"
    path = drawing.find("{*}path")
    assert path is not None
    assert path.attrib["d"].count("M") == len(waveform.peaks)


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"no film")
    with pytest.raises(ExportError, match="no sound"):
        read_waveform(tmp_path / "a.mp4")
