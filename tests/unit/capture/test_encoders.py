"""Hardware encoders are believed when half a second of pictures comes out of them again."""

from dataclasses import replace
from pathlib import Path

import av
import pytest

from capture import encoders
from capture.checks import check_encoder
from capture.encoders import AFFORDABLE, HARDWARE, choose, encoded, recalled, remember
from capture.errors import EncoderError
from capture.segments import broken_off
from capture.sources import Planes
from kiosk.domain.checks import Verdict
from kiosk.domain.recording import AUDIO, HD, SOFTWARE, Quality
from kiosk.flow.facts import RecordingFinished, RecordingStarted
from tests.recorders import SIM, an_order, recorder_booth
from tests.segments import SMALL

NVENC, QSV = "h264_nvenc", "h264_qsv"


class Machine:
    """Encodes with x264 whatever it is asked for, except what is broken about it."""

    def __init__(self, **broken: str) -> None:
        self.broken = broken
        self.asked: list[str] = []

    def __call__(self, quality: Quality, pictures: list[Planes]) -> bytes:
        self.asked.append(quality.encoder)
        match self.broken.get(quality.encoder):
            case "refuses":
                raise EncoderError("no such device")
            case "garbage":
                return b"\0" * 5000
            case "loses one":
                return encoded(SMALL, pictures[:-1])
            case "grey":
                return encoded(SMALL, [picture * 0 + 128 for picture in pictures])
            case _:
                return encoded(SMALL, pictures)


def test_hardware_that_works_is_used() -> None:
    machine = Machine()
    choice = choose(SMALL, [NVENC, QSV, "libx264"], machine)
    assert choice.encoder == NVENC
    assert machine.asked == [NVENC]
    assert choice.applied(SMALL).encoder == NVENC


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("refuses", "refused"),
        ("garbage", "cannot be read"),
        ("loses one", "14 of 15 pictures"),
        ("grey", "differ from what went in"),
    ],
)
def test_hardware_that_fails_its_trial_is_not(how: str, why: str) -> None:
    choice = choose(SMALL, [NVENC, QSV], Machine(**{NVENC: how}))
    assert choice.encoder == QSV
    assert why in choice.tried[0].problem
    assert str(choice).endswith(f"of no use here: {NVENC}")


def test_without_hardware_the_preset_is_what_the_machine_affords() -> None:
    choice = choose(SMALL, [], None)
    assert choice.encoder == SOFTWARE
    assert choice.preset in AFFORDABLE
    assert all(one.cost > 0 for one in choice.tried)
    assert str(choice).startswith(f"x264 {choice.preset}, 0.")


def test_a_machine_that_is_too_slow_gets_the_cheapest_preset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoders, "MOST_SHARE", 0.0)
    assert choose(SMALL, []).preset == AFFORDABLE[-1]


@pytest.mark.skipif(
    any(Path(node).exists() for node in ("/dev/nvidia0", "/dev/dri")), reason="there may be hardware here"
)
def test_a_machine_without_a_graphics_processor_refuses_every_hardware_encoder() -> None:
    choice = choose(HD)
    listed = [name for name in HARDWARE if name in av.codecs_available]
    assert [one.name for one in choice.tried[: len(listed)]] == listed
    assert all(one.problem for one in choice.tried[: len(listed)])
    assert choice.encoder == SOFTWARE


def test_only_a_segment_without_an_end_has_broken_off(tmp_path: Path) -> None:
    assert not broken_off(tmp_path)
    (tmp_path / "video_files").mkdir()
    (tmp_path / "video_files" / "segment_001.mp4").touch()
    assert broken_off(tmp_path)


def test_a_choice_is_recalled_for_the_quality_it_was_made_for(tmp_path: Path) -> None:
    path = tmp_path / "encoder.json"
    assert recalled(SMALL, path) == SMALL
    remember(choose(SMALL, [NVENC], Machine()), SMALL, path)
    assert recalled(SMALL, path).encoder == NVENC
    assert recalled(HD, path) == HD
    path.write_text("{")
    assert recalled(SMALL, path) == SMALL


def test_the_self_test_says_what_was_chosen_and_keeps_it(tmp_path: Path) -> None:
    check = check_encoder(SMALL, tmp_path / "encoder.json")
    assert check.verdict is Verdict.GOOD
    assert check.finding.startswith("x264 ")
    assert "of a core" in check.finding
    assert recalled(SMALL, tmp_path / "encoder.json").preset in check.finding
    assert check_encoder(SMALL, tmp_path / "gone" / "encoder.json").verdict is Verdict.WARNING
    assert check_encoder(AUDIO, tmp_path / "encoder.json").finding == "Only sound is recorded."


@pytest.mark.slow
def test_hardware_that_fails_when_it_counts_is_replaced_at_once(tmp_path: Path) -> None:
    order = an_order(tmp_path / "session", replace(SMALL, encoder=NVENC))
    with recorder_booth() as booth, booth.client() as (client, heard):
        client.open(SIM)
        client.begin(order)
        heard.wait_for(RecordingStarted)
        client.finish(order)
        recording = heard.wait_for(RecordingFinished).recording
    assert recording.quality.encoder == SOFTWARE
