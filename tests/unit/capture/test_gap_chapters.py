from itertools import pairwise

from capture.gap_chapters import with_gaps
from kiosk.domain.recording import Chapter, Gap, GapCause

WORK, PLANS = Chapter("work", "Work", 0.0, 10.0), Chapter("plans", "Plans", 10.0, 20.0)


def told(*gaps: Gap) -> list[tuple[str, float, float]]:
    return [(one.title, one.start_s, one.end_s) for one in with_gaps((WORK, PLANS), gaps)]


def painted(cause: GapCause, start_s: float, length_s: float, reason: str = "") -> Gap:
    return Gap(cause, start_s, length_s, painted=True, reason=reason)


def test_without_gaps_nothing_changes() -> None:
    assert with_gaps((WORK, PLANS), ()) == (WORK, PLANS)


def test_a_gap_is_a_chapter_with_its_reason_and_the_question_goes_on_after_it() -> None:
    assert told(painted(GapCause.CAMERA_MASKED, 2.0, 3.0, "staff_in_booth")) == [
        ("Work", 0.0, 2.0),
        ("Camera covered: staff in booth", 2.0, 5.0),
        ("Work", 5.0, 10.0),
        ("Plans", 10.0, 20.0),
    ]


def test_a_gap_from_one_question_into_the_next_is_one_chapter() -> None:
    assert told(painted(GapCause.PAUSED, 8.0, 4.0)) == [
        ("Work", 0.0, 8.0),
        ("Paused", 8.0, 12.0),
        ("Plans", 12.0, 20.0),
    ]


def test_where_two_gaps_overlap_both_are_named() -> None:
    gaps = (painted(GapCause.CAMERA_LOST, 1.0, 4.0), painted(GapCause.MICROPHONE_LOST, 3.0, 4.0))
    assert [title for title, _, _ in told(*gaps)][:5] == [
        "Work",
        "Camera lost",
        "Camera lost; Microphone lost",
        "Microphone lost",
        "Work",
    ]


def test_what_nobody_could_choose_and_what_is_not_in_the_file_is_no_chapter() -> None:
    short = painted(GapCause.CAMERA_LOST, 1.0, 0.5)
    cut = Gap(GapCause.POWER_LOST, 5.0, 60.0, painted=False)
    assert with_gaps((WORK, PLANS), (short, cut)) == (WORK, PLANS)


def test_the_chapters_still_cover_the_whole_file() -> None:
    gaps = [painted(GapCause.CAMERA_MASKED, 0.0, 1.5), painted(GapCause.PAUSED, 18.0, 2.0)]
    found = with_gaps((WORK, PLANS), gaps)
    assert found[0].start_s == 0.0
    assert found[-1].end_s == 20.0
    assert all(earlier.end_s == later.start_s for earlier, later in pairwise(found))
