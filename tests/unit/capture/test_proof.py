"""An answer proved from the written files: real segments, sound and damaged in one way each."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from capture.encoder import Mp4Encoder, VoiceEncoder
from capture.errors import ProofError
from capture.finalise import finalise
from capture.folder import SessionFolder
from capture.proof import prove
from capture.sources import SAMPLE_RATE, Planes, Samples
from capture.stretch import Stretch, examine
from capture.timeline import (
    Counted,
    EndCause,
    Record,
    SegmentEnded,
    SegmentStarted,
    StretchBegan,
    StretchEnded,
)
from kiosk.domain.proof import CaptureFlaw, CaptureProof
from kiosk.domain.recording import GapCause, Quality
from kiosk.flow.facts import CaptureProved, CaptureUnproved, RecordingStarted, RecordingStopped
from tests.recorders import SIM, an_order, eventually, recorder_booth
from tests.segments import SESSION, SMALL, audio_only, write_timeline

LENGTH_S = 10
ORIGIN_S = 100.0
WALL = "2026-11-20T10:00:00.000Z"
Picture = Callable[[int], Planes]


def lively(frame: int) -> Planes:
    planes = np.full((SMALL.height * 3 // 2, SMALL.width), 90, np.uint8)
    planes[60:120, frame % 200 : frame % 200 + 60] = 200
    return planes


def black(_frame: int) -> Planes:
    planes = np.zeros((SMALL.height * 3 // 2, SMALL.width), np.uint8)
    planes[SMALL.height :] = 128
    return planes


def frozen_but_for_the_clock(frame: int) -> Planes:
    planes = lively(0)
    planes[2:16, : 20 + frame // 30 * 8] = 255
    return planes


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE), np.float32)


def noise(seconds: float) -> Samples:
    return np.random.default_rng(1).normal(0, 0.05, round(seconds * SAMPLE_RATE)).astype(np.float32)


def beeps(seconds: float) -> Samples:
    sound = silence(seconds)
    for start in range(0, len(sound), SAMPLE_RATE):
        sound[start : start + SAMPLE_RATE // 25] = 0.2
    return sound


def talk(seconds: float) -> Samples:
    """Words of half a second with pauses as long, above a little noise."""
    words = noise(seconds) * 0.01
    for start in range(0, len(words), SAMPLE_RATE):
        words[start : start + SAMPLE_RATE // 2] *= 100
    return words


class File:
    """A binary file without buffer, as the recorder's."""

    def __init__(self, path: Path) -> None:
        self.write_to = path.open("wb", buffering=0)

    def write(self, data: bytes) -> int:
        return self.write_to.write(bytes(data))

    def seek(self, offset: int, whence: int = 0) -> int:
        return self.write_to.seek(offset, whence)

    def tell(self) -> int:
        return self.write_to.tell()


class Booth:
    """A session folder whose first segment is still growing until ``close``."""

    def __init__(self, folder: Path) -> None:
        self.place = SessionFolder(folder)
        self.place.video.mkdir(parents=True)
        self.place.audio.mkdir()
        self._open: list[tuple[Mp4Encoder | VoiceEncoder, File]] = []

    def record(
        self,
        picture: Picture = lively,
        voice: Callable[[float], Samples] = talk,
        quality: Quality = SMALL,
        *,
        records: tuple[Record, ...] = (),
        mute_after: int = LENGTH_S,
    ) -> None:
        file = File(self.place.segment(1))
        track = File(self.place.audio / "segment_001.flac")
        encoder, voices = Mp4Encoder(file, quality), VoiceEncoder(track)
        spoken = voice(LENGTH_S)
        for second in range(LENGTH_S):
            for frame in range(second * quality.fps, (second + 1) * quality.fps):
                encoder.write_picture(picture(frame))
            part = spoken[second * SAMPLE_RATE : (second + 1) * SAMPLE_RATE]
            if second < mute_after:
                encoder.write_sound(part)
            voices.write(part)
        self._open = [(encoder, file), (voices, track)]
        self._records = (SegmentStarted(SESSION, 1, WALL, int(ORIGIN_S * 1e9), "boot-1", quality), *records)
        write_timeline(self.place.timeline(1), *self._records)

    def close(self) -> None:
        for encoder, file in self._open:
            encoder.close()
            file.write_to.close()
        self._open = []

    def finish(self) -> None:
        self.close()
        counts = Counted(LENGTH_S * 30, 0, 0, LENGTH_S * SAMPLE_RATE, 0)
        self.place.timeline(1).unlink()
        ended = SegmentEnded(counts, EndCause.FINISHED, WALL, 0)
        write_timeline(self.place.timeline(1), *self._records, counts, ended)

    def prove(self, start_s: float = 1.0, end_s: float = 9.0) -> CaptureProof:
        return prove(self.place.path, 1, ORIGIN_S + start_s, ORIGIN_S + end_s)

    def flaw(self, start_s: float = 1.0, end_s: float = 9.0) -> CaptureFlaw:
        with pytest.raises(ProofError) as caught:
            self.prove(start_s, end_s)
        return caught.value.flaw


@pytest.fixture
def booth(tmp_path: Path) -> Booth:
    return Booth(tmp_path / SESSION)


@pytest.fixture(autouse=True)
def _closed(booth: Booth) -> object:
    yield
    booth.close()


def test_an_answer_that_was_seen_and_heard_is_proved_while_the_file_grows(booth: Booth) -> None:
    booth.record()
    proof = booth.prove()
    assert (proof.segment, proof.start_s) == (1, 1.0)
    assert proof.length_s == pytest.approx(8, abs=1)
    assert proof.frames == pytest.approx(proof.length_s * 30, abs=2)
    assert proof.voice_s == pytest.approx(proof.length_s / 2, abs=0.5)
    assert proof.voice_dbfs > proof.room_dbfs + 30


def test_a_short_answer_is_proved_too(booth: Booth) -> None:
    booth.record()
    assert booth.prove(3.2, 5.0).length_s == pytest.approx(1.8)


def test_the_finished_file_has_the_hash_that_was_proved(booth: Booth) -> None:
    booth.record()
    proof = booth.prove(2.0, 7.5)
    booth.finish()
    recording = finalise(booth.place.path, SESSION)
    offset_s = recording.segments[0].offset_s
    stretch = Stretch(offset_s + proof.start_s, offset_s + proof.start_s + proof.length_s)
    assert examine(booth.place.path / recording.file, stretch).sha256 == proof.sha256
    other = Stretch(stretch.start_s, stretch.end_s - 0.1)
    assert examine(booth.place.path / recording.file, other).sha256 != proof.sha256


@pytest.mark.parametrize(
    ("picture", "flaw"), [(black, CaptureFlaw.BLACK), (frozen_but_for_the_clock, CaptureFlaw.FROZEN)]
)
@pytest.mark.parametrize("start_s", [1.0, 6.0])
def test_a_picture_that_shows_nobody_proves_nothing(
    booth: Booth, picture: Picture, flaw: CaptureFlaw, start_s: float
) -> None:
    booth.record(picture)
    assert booth.flaw(start_s) is flaw


@pytest.mark.parametrize("voice", [silence, noise, beeps])
def test_what_is_no_voice_proves_nothing(booth: Booth, voice: Callable[[float], Samples]) -> None:
    booth.record(voice=voice)
    assert booth.flaw() is CaptureFlaw.NO_VOICE


def test_missing_sound_in_the_film_is_noticed_though_the_voice_track_has_it(booth: Booth) -> None:
    booth.record(mute_after=5)
    booth.close()
    assert booth.flaw() is CaptureFlaw.NO_SOUND


def test_an_answer_from_before_the_segment_is_not_recorded(booth: Booth) -> None:
    booth.record()
    assert booth.flaw(-10.0, 5.0) is CaptureFlaw.NOT_RECORDED


def test_an_answer_that_never_reaches_the_disk_is_not_recorded(booth: Booth) -> None:
    booth.record()
    assert booth.flaw(8.0, 14.0) is CaptureFlaw.NOT_RECORDED


def test_files_that_are_gone_prove_nothing(booth: Booth) -> None:
    booth.record()
    booth.place.segment(1).unlink()
    assert booth.flaw() is CaptureFlaw.NOT_RECORDED


def test_what_staff_covered_is_not_asked_for(booth: Booth) -> None:
    covered = (StretchBegan(0, GapCause.CAMERA_MASKED, "privacy"),)
    booth.record(black, records=covered)
    assert booth.prove().voice_s > 1


def test_what_was_uncovered_before_is_asked_for_again(booth: Booth) -> None:
    records = (StretchBegan(0, GapCause.CAMERA_MASKED), StretchEnded(15, GapCause.CAMERA_MASKED))
    booth.record(black, records=records)
    assert booth.flaw() is CaptureFlaw.BLACK


def test_a_muted_microphone_under_a_mask_is_no_flaw(booth: Booth) -> None:
    booth.record(voice=silence, records=(StretchBegan(0, GapCause.PAUSED),))
    assert booth.prove().voice_s == 0


def test_a_recording_of_sound_only_is_proved_by_its_sound(booth: Booth) -> None:
    booth.record(quality=audio_only())
    assert booth.prove().frames == 0


def test_a_recording_of_pictures_only_is_proved_by_its_pictures(booth: Booth) -> None:
    booth.record(voice=silence, quality=replace(SMALL, audio=False))
    assert booth.prove().frames > 200


@pytest.mark.slow
def test_an_answer_is_proved_by_the_recorder_that_goes_on_recording(tmp_path: Path) -> None:
    with recorder_booth() as process, process.client() as (client, heard):
        client.prove("early", 0.0, 1.0)
        assert heard.wait_for(CaptureUnproved).flaw is CaptureFlaw.NOT_RECORDED
        client.open(SIM)
        client.begin(an_order(tmp_path))
        heard.wait_for(RecordingStarted)
        said = tmp_path / "said.wav"
        soundfile.write(said, talk(3.0), SAMPLE_RATE)
        start_s = time.monotonic()
        client.say(said)
        time.sleep(3)
        client.prove("work", start_s, time.monotonic())
        fact = heard.wait_for(CaptureProved)
        assert (fact.key, fact.proof.segment) == ("work", 1)
        frames = (client.status() or pytest.fail("the recorder is away")).frames
        eventually(lambda: (status := client.status()) and status.frames > frames)
        client.stop("that is enough")
        heard.wait_for(RecordingStopped)
