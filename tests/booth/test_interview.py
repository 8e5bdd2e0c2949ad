"""One interview before a Video4Linux camera: it is unplugged, the clock is set back, the plug is pulled.

The tests are one story, in their order; what was recorded is judged at its end, and handed on.
"""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import Any

import numpy as np
import pytest

from kiosk.domain.export import ExportOutcome
from kiosk.domain.faults import FaultCode
from kiosk.domain.ids import SessionId
from kiosk.domain.plain import from_plain
from kiosk.domain.recording import GapCause, Recording
from kiosk.flow.states import Answering, Interrupted, Questioning, Restarted, session_of
from tests.booth.guest import Guest, until
from tests.booth.sitting import Sitting, ask, invite, somebody_at, talk
from tests.booth.station import DATA
from tests.recordings import Footage
from tests.visitor import is_answering

pytestmark = pytest.mark.booth

SOON_S = 600
START_S = 1200
UNPLUG = (
    "systemd-run --quiet --unit unplugged sh -c "
    "'exec 3</dev/video0; v4l2-ctl --device /dev/video0 --set-ctrl disconnect=1; exec sleep infinity'"
)
"""vivid comes back as soon as nobody has it open any more; so somebody has."""
PLUG = "systemctl stop unplugged"
ANSWERED_S = 20.0
COUNTED_EVERY_S = 10.0
"""How exactly the journal knows the time an answer has taken: it is told every few seconds."""
DRAWN = 5
"""How far the grey values of a screen lie apart on which there is something."""
STICK = "/dev/disk/by-label/STICK"


@dataclass(frozen=True, slots=True)
class Resumed:
    """The session and its answer, before the power cut and when it is gone on with."""

    sessions: tuple[SessionId | None, SessionId | None]
    answered_s: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Interviewed:
    """The one session when it is over, and its file on this computer."""

    session: dict[str, Any]
    recording: Recording
    file: Path


# --- the interview -------------------------------------------------------------------------
@pytest.fixture(scope="module")
def sitting(guest: Guest) -> Iterator[Sitting]:
    """Somebody in the middle of the first answer."""
    talk(guest)
    with somebody_at(guest) as sitting:
        sitting.hands.arrive(invite(guest))
        sitting.photograph("answering")
        yield sitting


def test_a_camera_that_is_unplugged_is_told_to_staff_and_found_again(sitting: Sitting) -> None:
    sitting.guest.run(UNPLUG)
    until(lambda: FaultCode.CAMERA_LOST in faults(sitting), "the camera is missed", SOON_S)
    assert FaultCode.CAMERA_LOST in ask(sitting.guest, "status")["faults"]
    sitting.photograph("unplugged")
    sitting.guest.run(PLUG)
    until(lambda: FaultCode.CAMERA_LOST not in faults(sitting), "the camera is back", SOON_S)


def test_a_clock_set_back_by_an_hour_costs_the_candidate_nothing(sitting: Sitting) -> None:
    spent_s, began_s = answered_s(sitting), sitting.journal.clock_s()
    sitting.guest.run("date --set '-1 hour'")
    until(lambda: sitting.journal.clock_s() > began_s + ANSWERED_S, "some of the answer", SOON_S)
    counted_s, passed_s = answered_s(sitting) - spent_s, sitting.journal.clock_s() - began_s
    assert abs(counted_s - passed_s) <= COUNTED_EVERY_S


@pytest.fixture(scope="module")
def resumed(sitting: Sitting) -> Resumed:
    """The plug is pulled, put in again, and the interview gone on with and ended."""
    guest, before, spent_s = sitting.guest, session_of(sitting.journal.state().scene), answered_s(sitting)
    guest.cut_power()
    guest.start()
    talk(guest)
    with somebody_at(guest) as after:
        until(lambda: was_restarted(after), "the candidate is asked to go on", START_S)
        until(lambda: after.hands.screen.look().std() > DRAWN, "something is on the screen", START_S)
        after.hands.screen.still()
        after.photograph("go-on")
        after.hands.go_on_until(is_answering)
        found = Resumed((before, session_of(after.journal.state().scene)), (spent_s, answered_s(after)))
        after.hands.review()
        after.hands.end()
        after.hands.screen.still()
        after.photograph("thanks")
    return found


def test_after_a_power_cut_the_same_question_is_gone_on_with(resumed: Resumed) -> None:
    before, after = resumed.sessions
    assert before is not None
    assert after == before
    assert resumed.answered_s[1] >= resumed.answered_s[0] - COUNTED_EVERY_S


# --- what was recorded ---------------------------------------------------------------------
@pytest.fixture(scope="module")
def interviewed(guest: Guest, resumed: Resumed, tmp_path_factory: pytest.TempPathFactory) -> Interviewed:
    """What the station says of it, and its recording."""
    session = ask(guest, f"show {resumed.sessions[1]}")
    recording = from_plain(Recording, session["recording"])
    folder = f"{DATA}/media/interview_recordings/{session['summary']['id']}"
    file = tmp_path_factory.mktemp("recording") / "interview.mp4"
    return Interviewed(session, recording, guest.fetch(f"{folder}/{recording.file}", file))


def test_it_is_one_file_with_picture_and_sound(interviewed: Interviewed) -> None:
    probe = ["ffprobe", "-v", "error", "-show_streams", "-of", "json", str(interviewed.file)]
    streams = json.loads(subprocess.run(probe, capture_output=True, check=True).stdout)["streams"]
    kinds = {stream["codec_type"]: stream for stream in streams if stream["codec_name"] in {"h264", "aac"}}
    assert (kinds["video"]["width"], kinds["video"]["height"]) == (640, 360)
    assert kinds["audio"]["sample_rate"] == "48000"
    assert abs(float(kinds["video"]["duration"]) - float(kinds["audio"]["duration"])) <= 0.15


def test_what_the_camera_showed_is_in_it(interviewed: Interviewed) -> None:
    footage = Footage(interviewed.file, fps=10)
    assert footage.brightness.mean() > 40
    assert np.ptp(footage.brightness) > 1
    assert "vivid" in interviewed.session["device_info"]["camera"]


def test_both_answers_are_kept_and_somebody_is_heard_in_them(interviewed: Interviewed) -> None:
    for question in interviewed.session["questions"]:
        assert any(answer["outcome"] == "kept" for answer in question["answers"])
    assert np.abs(Footage(interviewed.file).sound).max() > 0.05


def test_nothing_is_torn_and_every_hole_is_named(interviewed: Interviewed, guest: Guest) -> None:
    assert "chain OK" in guest.run("interview-kiosk journal")
    assert len(interviewed.recording.segments) == 2
    gaps = {(gap.cause, gap.painted) for gap in interviewed.recording.gaps}
    assert gaps == {(GapCause.CAMERA_LOST, True), (GapCause.POWER_LOST, False)}
    assert all(segment.audio_lost_samples == 0 for segment in interviewed.recording.segments)


# --- what is handed on ---------------------------------------------------------------------
def test_an_export_whose_stick_is_pulled_is_not_done_and_goes_on_when_it_is_back(
    interviewed: Interviewed, guest: Guest
) -> None:
    session = interviewed.session["summary"]["id"]
    put_in_the_stick(guest)
    with exporting(guest, session) as export:
        until(lambda: guest.monitor.stick_written_bytes() > 1_000_000, "a megabyte on the stick", SOON_S)
        guest.monitor.pull_stick()
        outcome = json.loads(export.communicate(timeout=SOON_S)[0])["outcome"]
    assert outcome == ExportOutcome.STICK_GONE
    put_in_the_stick(guest)
    assert ask(guest, f"export {session}")["outcome"] == ExportOutcome.DONE
    guest.run(f"mount -o ro {STICK} /mnt")
    assert "unchanged" in guest.run("interview-kiosk verify /mnt/*")
    guest.run("umount /mnt")


def put_in_the_stick(guest: Guest) -> None:
    """Wait until the station can see it."""
    guest.monitor.plug_stick()
    seen = f"udevadm settle; test -b {STICK}"
    until(lambda: guest.attempt(seen).returncode == 0, "the stick", SOON_S)


def exporting(guest: Guest, session: str) -> "subprocess.Popen[str]":
    """An export under way."""
    words = f"interview-kiosk export {session} --json"
    return subprocess.Popen([*guest.door(), words], stdin=DEVNULL, stdout=PIPE, text=True)


def faults(sitting: Sitting) -> set[FaultCode]:
    """What is wrong at the moment."""
    return {fault.code for fault in sitting.journal.state().faults}


def answered_s(sitting: Sitting) -> float:
    """How long the first question has been answered, as the journal has it."""
    scene = sitting.journal.state().scene
    assert isinstance(scene, Questioning)
    assert isinstance(scene.phase, Answering)
    return scene.phase.spent_s


def was_restarted(sitting: Sitting) -> bool:
    scene = sitting.journal.state().scene
    return isinstance(scene, Interrupted) and isinstance(scene.cause, Restarted)
