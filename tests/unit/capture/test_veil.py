import time

from capture.composer import stretches
from capture.veil import Veil
from kiosk.domain.masks import MaskReason, Masks
from kiosk.domain.recording import GapCause

COVERED = Masks(MaskReason.PRIVACY, MaskReason.PRIVACY)


def test_covering_acts_on_what_is_still_on_its_way() -> None:
    veil, before_ns = Veil(), time.monotonic_ns()
    veil.set(COVERED)
    assert veil.at(before_ns) == COVERED


def test_uncovering_shows_nothing_from_before_it() -> None:
    veil = Veil()
    veil.set(COVERED)
    before_ns = time.monotonic_ns()
    veil.set(Masks())
    assert veil.at(before_ns) == COVERED
    assert veil.at(time.monotonic_ns()) == Masks()


def test_uncovering_twice_in_a_row_still_shows_nothing_from_before() -> None:
    veil = Veil()
    veil.set(COVERED)
    before_ns = time.monotonic_ns()
    veil.set(Masks())
    veil.set(Masks())
    assert veil.at(before_ns) == COVERED


def test_a_pause_is_one_stretch() -> None:
    paused = Masks(MaskReason.PAUSED, MaskReason.PAUSED)
    assert stretches(paused, camera_lost=True, microphone_lost=True) == {GapCause.PAUSED: ""}


def test_a_covered_camera_is_not_a_lost_one() -> None:
    masks = Masks(camera=MaskReason.STAFF_IN_BOOTH)
    assert stretches(masks, camera_lost=True, microphone_lost=True) == {
        GapCause.CAMERA_MASKED: "staff_in_booth",
        GapCause.MICROPHONE_LOST: "",
    }
