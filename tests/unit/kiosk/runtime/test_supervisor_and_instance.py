"""A process that dies is started again; a second one on the same data is refused."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.runtime.alive import ALIVE, READY, Ear
from kiosk.runtime.instance import AlreadyRunningError, SingleInstance, is_running
from kiosk.runtime.supervisor import pause_before_restart_s, supervise

DIES_TWICE = """
import os, pathlib, signal, sys
tries = pathlib.Path(sys.argv[1])
count = len(tries.read_text()) if tries.exists() else 0
tries.write_text("x" * (count + 1))
if count < 2:
    os.kill(os.getpid(), signal.SIGKILL)
"""

HANGS_ONCE = """
import pathlib, sys, time
from kiosk.runtime.alive import READY, Mouth
tried = pathlib.Path(sys.argv[1])
again = tried.exists()
tried.touch()
Mouth.of_environment().say(READY)
if not again:
    time.sleep(60)
"""


def test_a_killed_process_is_started_again_until_it_ends_on_purpose(tmp_path: Path) -> None:
    tries = tmp_path / "tries"
    told: list[str] = []
    assert supervise([sys.executable, "-c", DIES_TWICE, str(tries)], told.append) == 0
    assert tries.read_text() == "xxx"
    assert len(told) == 2


def test_a_refusal_is_passed_on_and_not_tried_again() -> None:
    told: list[str] = []
    assert supervise([sys.executable, "-c", "raise SystemExit(2)"], told.append) == 2
    assert told == []


def test_inside_a_program_that_does_not_tell_how_it_ended_nothing_is_final(tmp_path: Path) -> None:
    told: list[str] = []
    looks_content = DIES_TWICE.replace("os.kill(os.getpid(), signal.SIGKILL)", "sys.exit(0)") + "sys.exit(1)"
    command = [sys.executable, "-c", looks_content, str(tmp_path / "tries")]
    assert supervise(command, told.append, final=(1,)) == 1
    assert len(told) == 2


def test_a_request_to_stop_reaches_the_process(tmp_path: Path) -> None:
    started = tmp_path / "started"
    waits = f"import pathlib, time; pathlib.Path({str(started)!r}).touch(); time.sleep(60)"

    def ask_to_stop() -> None:
        while not started.exists():
            time.sleep(0.02)
        os.kill(os.getpid(), signal.SIGTERM)

    asker = threading.Thread(target=ask_to_stop)
    asker.start()
    supervise([sys.executable, "-c", waits], lambda _text: None)
    asker.join()


class StopsAtItsStart(list[str]):
    """A command at whose start somebody asks this process to stop."""

    def __iter__(self) -> Iterator[str]:
        os.kill(os.getpid(), signal.SIGTERM)
        return super().__iter__()


def test_a_request_to_stop_that_comes_while_the_process_starts_reaches_it_too(tmp_path: Path) -> None:
    outlived = tmp_path / "outlived"
    lives_on = f"import pathlib, time; time.sleep(3); pathlib.Path({str(outlived)!r}).touch()"
    supervise(StopsAtItsStart([sys.executable, "-c", lives_on]), lambda _text: None)
    assert not outlived.exists()


def test_a_process_that_says_nothing_any_more_is_ended_and_started_again(tmp_path: Path) -> None:
    told: list[str] = []
    command = [sys.executable, "-c", HANGS_ONCE, str(tmp_path / "tried")]
    assert supervise(command, told.append, silent_s=0.5) == 0
    assert [line.partition(" for ")[0] for line in told[:1]] == ["the kiosk process has said nothing"]
    assert len(told) == 2


def test_a_process_that_never_said_anything_is_let_live(tmp_path: Path) -> None:
    told: list[str] = []
    assert supervise([sys.executable, "-c", "import time; time.sleep(1.5)"], told.append, silent_s=0.1) == 0
    assert told == []


def test_whoever_started_the_supervisor_hears_of_it_and_of_its_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tried").touch()
    with Ear() as systemd:
        for name, value in systemd.environment.items():
            monkeypatch.setenv(name, value)
        supervise([sys.executable, "-c", HANGS_ONCE, str(tmp_path / "tried")], lambda _text: None)
        reading, writing = os.pipe()
        heard = {systemd.listen(reading) for _ in range(3)}
        os.close(reading)
        os.close(writing)
    assert {READY, ALIVE} <= heard


def test_a_process_that_dies_at_once_is_started_less_and_less_often() -> None:
    pauses = [pause_before_restart_s(deaths) for deaths in range(1, 10)]
    assert pauses[0] == 0.0
    assert pauses == sorted(pauses)
    assert pauses[-1] == 30.0


def test_a_second_kiosk_on_the_same_data_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "run" / "kiosk.lock"
    first = SingleInstance(lock)
    with pytest.raises(AlreadyRunningError, match="already running"):
        SingleInstance(lock)
    assert is_running(lock)
    first.release()
    assert not is_running(lock)


def test_a_kiosk_that_starts_while_somebody_only_looks_is_not_refused(tmp_path: Path) -> None:
    lock = tmp_path / "run" / "kiosk.lock"
    looks = SingleInstance(lock)
    looked = threading.Timer(0.1, looks.release)
    looked.start()
    SingleInstance(lock, patience_s=60.0).release()
    looked.join()
