"""Row 9: a stick pulled at any moment of an export. Never a false "done", told at once, continued later."""

import hashlib
from pathlib import Path

import pytest

from kiosk.domain.export import GOOD, ExportOutcome
from tests.sticks import needs_sticks
from tests.trouble.counts import often
from tests.trouble.pulls import long_interview, suffer_pulls

PULLS = often(50, usually=2)
TOLD_S = 3.0
TORN = {"vfat"}
"""fusefat cannot always write behind a file's end, on a sound stick either: 10,000 bytes after 500 are "not
permitted". What it says of a FAT32 stick that is back is then no word on that stick."""

pytestmark = [needs_sticks, pytest.mark.slow, pytest.mark.timeout(3600)]


@pytest.mark.parametrize("kind", ["exfat", "vfat", "ntfs"])
def test_a_pulled_stick_is_never_called_done_and_goes_on_when_it_is_back(kind: str, tmp_path: Path) -> None:
    with long_interview(tmp_path / "data") as storage:
        (source,) = (tmp_path / "data").rglob("*.mp4")
        before = hashlib.sha256(source.read_bytes()).hexdigest()
        pulls = list(suffer_pulls(storage, kind, PULLS, tmp_path))
        assert len(pulls) >= 0.8 * PULLS
        assert {pull.outcome for pull in pulls} == {ExportOutcome.STICK_GONE}
        assert max(pull.told_s for pull in pulls) <= TOLD_S
        assert not any(pull.signed for pull in pulls)
        done_again = [pull for pull in pulls if pull.again in GOOD]
        assert all(pull.continued for pull in done_again), "no second try is called done falsely either"
        assert len(done_again) == len(pulls) or kind in TORN
        assert hashlib.sha256(source.read_bytes()).hexdigest() == before
