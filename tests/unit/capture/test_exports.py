"""Copies in other forms, made by the real ffmpeg of a real recording."""

import json
import subprocess
import threading
from pathlib import Path
from typing import Any

import pytest

from capture.errors import ExportError
from capture.exports import Export
from capture.finalise import finalise
from capture.timeline import Marked
from kiosk.domain.copies import CopyForm, CopyOutcome
from kiosk.domain.recording import Quality
from tests.recorders import eventually
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
