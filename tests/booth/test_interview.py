"""An interview before a Video4Linux camera, and what becomes of its recording."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import Any

import numpy as np
import pytest

from kiosk.domain.export import ExportOutcome
from kiosk.domain.faults import FaultCode
from kiosk.domain.plain import from_plain
from kiosk.domain.recording import GapCause, Recording
from kiosk.flow.states import Interrupted
from tests.booth.guest import Guest, until
from tests.booth.sitting import Sitting, ask, invite, somebody_at, talk
from tests.booth.station import DATA
from tests.recordings import Footage

pytestmark = pytest.mark.booth

SOON_S = 300
HOLDER = "systemd-run --quiet --unit holder v4l2-ctl -d /dev/video0 --stream-mmap --stream-count=0"
UNPLUG = "v4l2-ctl -d /dev/video0 --set-ctrl disconnect=1"
PLUG = "cd /sys/bus/platform/drivers/vivid && echo vivid.0 >unbind && echo vivid.0 >bind"


@dataclass(frozen=True, slots=True)
class Interviewed:
    """The one session, the faults there were in it, and its file on this computer."""

    session: dict[str, Any]
    recording: Recording
    file: Path


@pytest.fixture(scope="module")
def interviewed(guest: Guest, tmp_path_factory: pytest.TempPathFactory) -> Interviewed:
    """The camera is busy when the candidate comes, and unplugged while they answer."""
    talk(guest)
    guest.run(HOLDER)
    with somebody_at(guest) as sitting:
        sitting.hands.go_on_until(lambda scene: isinstance(scene, Interrupted), code := invite(guest))
        assert faults(sitting) == {FaultCode.CAMERA_BUSY}
        sitting.photograph("busy")
        guest.run("systemctl stop holder")
        until(lambda: not faults(sitting), "the camera is found free", SOON_S)
        sitting.hands.arrive(code)
        sitting.photograph("answering")
        guest.run(UNPLUG)
        until(lambda: FaultCode.CAMERA_LOST in faults(sitting), "the camera is missed", SOON_S)
        sitting.photograph("unplugged")
        guest.run(PLUG)
        until(lambda: not faults(sitting), "the camera is back", SOON_S)
        sitting.hands.review()
        sitting.hands.end()
        sitting.photograph("thanks")
    (summary,) = ask(guest, "sessions")
    session = ask(guest, f"show {summary['id']}")
    recording = from_plain(Recording, session["recording"])
    file = tmp_path_factory.mktemp("recording") / "interview.mp4"
    folder = f"{DATA}/media/interview_recordings/{summary['id']}"
    return Interviewed(session, recording, guest.fetch(f"{folder}/{recording.file}", file))


def faults(sitting: Sitting) -> set[FaultCode]:
    """What is wrong at the moment."""
    return {fault.code for fault in sitting.journal.state().faults}


def test_it_is_one_file_with_picture_and_sound(interviewed: Interviewed) -> None:
    probe = ["ffprobe", "-v", "error", "-show_streams", "-of", "json", str(interviewed.file)]
    streams = json.loads(subprocess.run(probe, capture_output=True, check=True).stdout)["streams"]
    video, audio, *_ = sorted(streams, key=lambda stream: str(stream["codec_type"]), reverse=True)
    assert (video["codec_name"], video["width"], video["height"]) == ("h264", 640, 360)
    assert (audio["codec_name"], audio["sample_rate"]) == ("aac", "48000")
    assert abs(float(video["duration"]) - float(audio["duration"])) <= 0.15


def test_what_the_camera_showed_is_in_it(interviewed: Interviewed) -> None:
    footage = Footage(interviewed.file, fps=10)
    assert footage.brightness.mean() > 40
    assert np.ptp(footage.brightness) > 1
    assert "vivid" in interviewed.session["device_info"]["camera"]


def test_both_answers_are_kept_and_somebody_is_heard_in_them(interviewed: Interviewed) -> None:
    for question in interviewed.session["questions"]:
        assert any(answer["outcome"] == "kept" for answer in question["answers"])
    assert np.abs(Footage(interviewed.file).sound).max() > 0.05


def test_the_unplugged_camera_is_a_painted_gap(interviewed: Interviewed) -> None:
    lost = [gap for gap in interviewed.recording.gaps if gap.cause is GapCause.CAMERA_LOST]
    assert len(lost) == 1
    assert lost[0].painted
    assert all(segment.audio_lost_samples == 0 for segment in interviewed.recording.segments)


# --- what is handed on ---------------------------------------------------------------------
def test_an_export_whose_stick_is_pulled_is_not_done_and_goes_on_when_it_is_back(
    interviewed: Interviewed, guest: Guest
) -> None:
    session = interviewed.session["summary"]["id"]
    guest.monitor.plug_stick()
    until(lambda: guest.attempt("udevadm settle; test -b /dev/sda").returncode == 0, "the stick", SOON_S)
    with exporting(guest, session) as export:
        until(lambda: guest.monitor.stick_written_bytes() > 1_000_000, "a megabyte on the stick", SOON_S)
        guest.monitor.pull_stick()
        outcome = json.loads(export.communicate(timeout=SOON_S)[0])["outcome"]
    assert outcome == ExportOutcome.STICK_GONE
    guest.monitor.plug_stick()
    until(lambda: guest.attempt("udevadm settle; test -b /dev/sd?").returncode == 0, "the stick", SOON_S)
    assert ask(guest, f"export {session}")["outcome"] == ExportOutcome.DONE
    guest.run("mount -o ro /dev/sd? /mnt")
    assert "unchanged" in guest.run("interview-kiosk verify /mnt/*")
    guest.run("umount /mnt")


def exporting(guest: Guest, session: str) -> "subprocess.Popen[str]":
    """An export under way."""
    words = f"interview-kiosk export {session} --json"
    return subprocess.Popen([*guest.door(), words], stdin=DEVNULL, stdout=PIPE, text=True)
