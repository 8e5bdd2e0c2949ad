"""Row 25: a PIN is guessed at most 15 times, through kills, power cuts and clocks that jump."""

from pathlib import Path

import pytest

from kiosk.domain.staff import FREE_TRIES, MOST_TRIES, PinProblem, PinRefused, wait_after_s
from tests.disks import FileSystem, loop_disk, needs_root
from tests.trouble.counts import often
from tests.trouble.guessing import JUDGED, PIN, WRONG, booth, check, guess_once


@pytest.mark.slow
def test_fifteen_guesses_and_no_more_though_every_one_is_killed_before_it_can_be_counted(
    tmp_path: Path,
) -> None:
    data = booth(tmp_path / "data")
    heard = [guess_once(data, number) for number in range(MOST_TRIES + 2)]
    assert heard == [JUDGED] * MOST_TRIES + [PinProblem.LOCKED] * 2
    assert check(data, PIN, 1e9) == PinRefused(PinProblem.LOCKED)


@needs_root
@pytest.mark.slow
@pytest.mark.parametrize("kind", list(FileSystem))
def test_a_power_cut_gives_no_guess_back(tmp_path: Path, kind: FileSystem) -> None:
    cuts = often(MOST_TRIES, usually=2)
    with loop_disk(tmp_path, kind) as disk:
        data = booth(disk.root / "data")
        for number in range(cuts):
            assert guess_once(data, number) == JUDGED
            disk.cut_power()
            disk.unmount()
            disk.mount()
        answers = [check(data, WRONG, 1e9 * (number + 1)) for number in range(MOST_TRIES - cuts)]
        assert check(data, PIN, 1e12) == PinRefused(PinProblem.LOCKED)
    assert [answer == PinRefused(PinProblem.LOCKED) for answer in answers[-2:]] == [False, True]


def test_a_clock_that_is_set_buys_no_guess(tmp_path: Path) -> None:
    data = booth(tmp_path / "data")
    for _ in range(FREE_TRIES):
        check(data, WRONG, 100.0)
    wait_s = wait_after_s(FREE_TRIES)
    for mono_s in (100.0, 100.0 + wait_s / 2, 0.0, -1e9):
        answer = check(data, PIN, mono_s)
        assert isinstance(answer, PinRefused)
        assert answer.problem is PinProblem.WAIT
