import json
import subprocess
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile

from capture.boxes import read_layout
from capture.encoder import Mp4Encoder, VoiceEncoder
from capture.errors import EncoderError
from kiosk.domain.recording import HD, SD, Quality
from tests.recordings import Footage
from tests.segments import SMALL, audio_only

GREYS = (0, 64, 128, 255)


def _encode(path: Path, quality: Quality, frames: int, close: bool = True) -> None:
    with path.open("wb", buffering=0) as file:
        encoder = Mp4Encoder(file, quality)
        for number in range(frames):
            planes = np.full((quality.height * 3 // 2, quality.width), 128, np.uint8)
            for column, grey in enumerate(GREYS):
                planes[: quality.height, column * quality.width // 4 :] = grey
            encoder.write_picture(planes)
            first = number * 1600
            tone = np.sin(2 * np.pi * 440 * np.arange(first, first + 1600) / 48_000) / 2
            encoder.write_sound(tone.astype(np.float32))
        if close:
            encoder.close()


def _streams(path: Path) -> dict[str, dict[str, str]]:
    command = ("ffprobe", "-v", "error", "-show_streams", "-of", "json", str(path))
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["streams"]
    return {stream["codec_type"]: stream for stream in found}


def test_both_tracks_begin_at_zero_and_end_together(tmp_path: Path) -> None:
    _encode(tmp_path / "a.mp4", SMALL, 60)
    streams = _streams(tmp_path / "a.mp4")
    assert {float(stream["start_time"]) for stream in streams.values()} == {0.0}
    assert float(streams["video"]["duration"]) == pytest.approx(2.0, abs=0.001)
    assert float(streams["audio"]["duration"]) == pytest.approx(2.0, abs=0.022)


def test_no_edit_list_is_needed(tmp_path: Path) -> None:
    _encode(tmp_path / "a.mp4", SMALL, 30)
    assert b"elst" not in (tmp_path / "a.mp4").read_bytes()


def test_every_sample_is_heard_at_its_time(tmp_path: Path) -> None:
    _encode(tmp_path / "a.mp4", SMALL, 60)
    with av.open(str(tmp_path / "a.mp4")) as container:
        heard = np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)])
    turned = np.exp(-2j * np.pi * 440 * np.arange(len(heard)) / 48_000)
    late_s = -np.angle(1j * np.mean((heard * turned)[4800:-4800])) / (2 * np.pi * 440)
    assert abs(late_s) < 1e-4


def test_greys_come_back_as_they_were(tmp_path: Path) -> None:
    _encode(tmp_path / "a.mp4", SMALL, 30)
    stream = _streams(tmp_path / "a.mp4")["video"]
    assert (stream["color_range"], stream["color_space"]) == ("pc", "smpte170m")
    with av.open(str(tmp_path / "a.mp4")) as container:
        picture = next(container.decode(video=0)).to_ndarray(format="rgb24")
    seen = [int(picture[90, (2 * column + 1) * 40].mean()) for column in range(4)]
    assert seen == pytest.approx(GREYS, abs=3)


def test_a_file_that_was_never_closed_is_whole_up_to_its_last_fragment(tmp_path: Path) -> None:
    _encode(tmp_path / "a.mp4", SMALL, 90, close=False)
    layout = read_layout(tmp_path / "a.mp4")
    video = layout.track("vide")
    assert video is not None
    assert video.ticks / video.timescale > 3.0 - 0.6


@pytest.mark.parametrize("quality", [SD, audio_only()], ids=["odd chroma width", "sound only"])
def test_other_qualities_are_encoded(quality: Quality, tmp_path: Path) -> None:
    _encode(tmp_path / "a.mp4", quality, 10)
    assert ("video" in _streams(tmp_path / "a.mp4")) == quality.video


@pytest.mark.slow
def test_noise_takes_the_rates_that_were_asked_for(tmp_path: Path) -> None:
    random, seconds = np.random.default_rng(1), 8
    noise = random.integers(90, 140, (8, HD.height * 3 // 2, HD.width), dtype=np.uint8)
    with (tmp_path / "a.mp4").open("wb", buffering=0) as file:
        encoder = Mp4Encoder(file, HD)
        for number in range(seconds * HD.fps):
            encoder.write_picture(noise[number % 8])
            encoder.write_sound(np.asarray(random.standard_normal(1600) / 10, np.float32))
        encoder.close()
    streams = _streams(tmp_path / "a.mp4")
    assert int(streams["video"]["bit_rate"]) == pytest.approx(2_500_000, rel=0.1)
    assert int(streams["audio"]["bit_rate"]) == pytest.approx(128_000, rel=0.05)


def test_an_impossible_quality_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "a.mp4").open("wb") as file, pytest.raises(EncoderError):
        Mp4Encoder(file, Quality("odd", 321, 181, preset="no such preset")).write_picture(
            np.zeros((270, 320), np.uint8)
        )


def test_the_voice_track_is_lossless(tmp_path: Path) -> None:
    voice = np.random.default_rng(2).uniform(-0.5, 0.5, 20_000).astype(np.float32)
    with (tmp_path / "a.flac").open("wb") as file:
        encoder = VoiceEncoder(file)
        for part in np.array_split(voice, 13):
            encoder.write(part)
        encoder.close()
    heard, rate = soundfile.read(tmp_path / "a.flac", dtype="float32")
    assert rate == 48_000
    assert len(heard) == len(voice)
    assert np.abs(heard - voice).max() < 1 / 32_000


def test_an_encoder_can_be_told_to_spend_less_and_stays_one_stream(tmp_path: Path) -> None:
    quality = replace(SD, video_kbps=2000)
    random = np.random.default_rng(3)
    pictures = random.integers(60, 200, (6, quality.height * 3 // 2, quality.width)).astype(np.uint8)
    with (tmp_path / "a.mp4").open("wb") as file:
        encoder = Mp4Encoder(file, quality)
        for number in range(300):
            if number == 150:
                encoder.economise(1000)
            encoder.write_picture(pictures[number % 6])
            encoder.write_sound(np.zeros(1600, np.float32))
        encoder.close()
    with av.open(str(tmp_path / "a.mp4")) as container:
        sizes = [packet.size for packet in container.demux(video=0) if packet.size]
    assert len(sizes) == 300
    assert sum(sizes[210:]) < 0.7 * sum(sizes[60:150])
    assert len(Footage(tmp_path / "a.mp4").brightness) == 300
