from pathlib import Path

import numpy as np

from capture.encoder import VoiceEncoder
from capture.flac import holds_sound


def test_a_voice_track_cut_off_before_its_first_sound_holds_none(tmp_path: Path) -> None:
    path = tmp_path / "whole.flac"
    with path.open("wb") as file:
        encoder = VoiceEncoder(file)
        encoder.write(np.zeros(4800, np.float32))
        encoder.close()
    whole = path.read_bytes()
    assert holds_sound(path)
    for kept in (0, 3, 30, 4000, whole.index(b"\xff\xf8")):
        torn = tmp_path / f"{kept}.flac"
        torn.write_bytes(whole[:kept])
        assert not holds_sound(torn)


def test_what_is_no_voice_track_holds_no_sound(tmp_path: Path) -> None:
    (tmp_path / "zeros.flac").write_bytes(bytes(9000))
    assert not holds_sound(tmp_path / "zeros.flac")
