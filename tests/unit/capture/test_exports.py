"""Copies in other forms, made by the real ffmpeg of a real recording."""

import json
import subprocess
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from capture.errors import ExportError
from capture.exports import Export
from capture.finalise import finalise
from capture.timeline import Marked
from kiosk.domain.copies import CopyForm, CopyOutcome
from kiosk.domain.recording import Quality
from tests.recorders import eventually
from tests.recordings import Footage
from tests.segments import SESSION, SMALL, RecordedSession, audio_only


def a_recording(folder: Path, seconds: float = 2.0, quality: Quality = SMALL) -> Path:
    session = RecordedSession(folder / SESSION)
    session.add(seconds, Marked(0, "one", "Question 1", "1"), quality=quality)
    return session.place.path / finalise(session.place.path, SESSION).file


def probed(path: Path) -> dict[str, Any]:
    command = ["ffprobe", "-v", "error", "-show_streams", "-show_chapters", "-of", "json", str(path)]
    found: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_file()}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("form", "codecs"),
    [(CopyForm.WEBM, ["vp9", "opus"]), (CopyForm.H265, ["hevc", "aac"]), (CopyForm.AV1, ["av1", "aac"])],
)
def test_a_copy_has_all_pictures_the_sound_and_the_chapters(
    tmp_path: Path, form: CopyForm, codecs: list[str]
) -> None:
    source, target = a_recording(tmp_path), tmp_path / f"copy.{form}"
    export = Export(source, target, form)
    assert export.run() is CopyOutcome.DONE
    assert export.progress == pytest.approx(1.0, abs=0.1)
    found = probed(target)
    assert [s["codec_name"] for s in found["streams"] if s["codec_type"] in ("video", "audio")] == codecs
    assert [chapter["tags"]["title"] for chapter in found["chapters"]] == ["Question 1"]
    assert files(tmp_path) == {target.name}


@pytest.mark.slow
def test_a_recording_of_sound_only_is_copied_too(tmp_path: Path) -> None:
    source = a_recording(tmp_path, quality=audio_only())
    assert Export(source, tmp_path / "copy.webm", CopyForm.WEBM).run() is CopyOutcome.DONE


@pytest.mark.slow
def test_a_cancelled_export_leaves_nothing_behind(tmp_path: Path) -> None:
    source = a_recording(tmp_path, 30.0)
    export = Export(source, tmp_path / "copy.webm", CopyForm.WEBM)
    outcomes: list[CopyOutcome] = []
    thread = threading.Thread(target=lambda: outcomes.append(export.run()))
    thread.start()
    eventually((tmp_path / "copy.webm.part").exists)
    export.cancel()
    thread.join()
    assert outcomes == [CopyOutcome.CANCELLED]
    assert files(tmp_path) == set()


def test_an_export_cancelled_before_it_began_does_nothing(tmp_path: Path) -> None:
    export = Export(a_recording(tmp_path), tmp_path / "copy.webm", CopyForm.WEBM)
    export.cancel()
    assert export.run() is CopyOutcome.CANCELLED
    assert files(tmp_path) == set()


def test_what_is_no_recording_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a film")
    with pytest.raises(ExportError, match="cannot be made"):
        Export(tmp_path / "notes.txt", tmp_path / "copy.webm", CopyForm.WEBM).run()
    assert files(tmp_path) == {"notes.txt"}


def a_speaker(folder: Path) -> Path:
    """A picture full of detail, and a tone of 440 Hz."""
    path = folder / "speaker.mp4"
    made = "-f lavfi -i testsrc2=size=640x360:rate=30:duration=3 "
    made += "-f lavfi -i sine=440:sample_rate=48000:duration=3"
    coded = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -shortest"
    subprocess.run(["ffmpeg", "-v", "error", *made.split(), *coded.split(), str(path)], check=True)
    return path


def detail(path: Path) -> float:
    """The steepest edge: how much neighbouring points differ at most, of 255."""
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-frames:v", "5"]
    command += ["-pix_fmt", "gray", "-f", "rawvideo", "-"]
    raw = subprocess.run(command, capture_output=True, check=True).stdout
    frames = np.frombuffer(raw, np.uint8).reshape(-1, 360, 640).astype(np.float64)
    return float(np.abs(np.diff(frames, axis=2)).max())


def pitch_hz(path: Path) -> float:
    sound = Footage(path).sound[48_000:96_000]
    return float(np.argmax(np.abs(np.fft.rfft(sound * np.hanning(len(sound))))))


@pytest.mark.slow
def test_a_blurred_copy_shows_nobody_and_sounds_like_somebody_else(tmp_path: Path) -> None:
    source, target = a_speaker(tmp_path), tmp_path / "blurred.mp4"
    assert Export(source, target, CopyForm.BLURRED).run() is CopyOutcome.DONE
    assert detail(source) > 150
    assert detail(target) < 25, "an edge takes a block of 32 points"
    assert pitch_hz(source) == pytest.approx(440, abs=2)
    assert pitch_hz(target) == pytest.approx(440 * 0.84, abs=3)
    assert [s["codec_type"] for s in probed(target)["streams"]][:2] == ["video", "audio"]


@pytest.mark.slow
def test_a_copy_of_the_voice_alone_has_no_picture(tmp_path: Path) -> None:
    source, target = a_speaker(tmp_path), tmp_path / "voice.mp4"
    assert Export(source, target, CopyForm.VOICE_ONLY).run() is CopyOutcome.DONE
    assert "video" not in {stream["codec_type"] for stream in probed(target)["streams"]}
    assert len(Footage(target).sound) / 48_000 == pytest.approx(3.0, abs=0.1)
    assert pitch_hz(target) == pytest.approx(440 * 0.84, abs=3)
