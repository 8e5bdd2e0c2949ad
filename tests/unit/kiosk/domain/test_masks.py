"""Whether one way of covering takes more away than another."""

import pytest

from kiosk.domain.masks import OPEN, MaskReason, Masks

PRIVATE, PAUSED = MaskReason.PRIVACY, MaskReason.PAUSED


@pytest.mark.parametrize(
    ("now", "before", "more"),
    [
        (Masks(PRIVATE), OPEN, True),
        (Masks(PRIVATE, PRIVATE), Masks(PRIVATE), True),
        (Masks(PAUSED, PAUSED), Masks(microphone=PRIVATE), True),
        (OPEN, OPEN, False),
        (OPEN, Masks(PRIVATE), False),
        (Masks(PAUSED), Masks(PRIVATE), False),
        (Masks(microphone=PRIVATE), Masks(camera=PRIVATE), False),
    ],
)
def test_more_is_covered_when_something_is_covered_and_nothing_opened(
    now: Masks, before: Masks, more: bool
) -> None:
    assert now.covers_more_than(before) is more
