"""Sealed interviews at the desk: opened with HR's key, read in memory, nothing left behind."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pyrage
import pytest

from kiosk.assessment.fairness import board
from kiosk.assessment.ratings import rated
from kiosk.domain.export import ExportOutcome
from kiosk.domain.printing import Printed
from kiosk.domain.tongue import Tongue
from kiosk.flow.events import SessionSealed
from kiosk.ports.clock import Clock
from kiosk.ports.desk import Unsealed, UnsealProblem
from storage.desk import DeskTools, SqlDesk
from storage.export.place import FolderPlace
from storage.export.report import save_report
from storage.privacy.keeping import SealPolicy, SqlKeeping
from storage.privacy.opening import MARK
from storage.privacy.readers import new_reader, read_identity
from storage.privacy.reading_desk import ReadingDesk
from storage.station import Storage, open_station
from tests.exports import FolderDrives
from tests.interviews import Interview
from tests.markers import SESSION, files, found_in, plant

PASSPHRASE = "wren heron swift"
VIEWER = "HR"
Problem = UnsealProblem


class FakeClock:
    """Stands still until somebody moves it."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def monotonic_ns(self) -> int:
        return round(self.now_s * 1e9)


class Office:
    """A station with a sealed interview, a stick with HR's key on it, and a folder for what is opened."""

    def __init__(self, tmp_path: Path) -> None:
        self.storage = open_station(tmp_path / "data")
        self.stick, self.memory, self.paper = tmp_path / "stick", tmp_path / "memory", tmp_path / "paper"
        for folder in (self.stick, self.memory, self.paper):
            folder.mkdir()
        self.drives, self.clock = FolderDrives(self.stick), FakeClock()
        public = new_reader(self.stick / "hr.key", "")
        (self.stick / "holiday.txt").write_text("nothing to do with it")
        self.markers = plant(self.storage)
        self.seal(public)
        self.desk = self.new_desk()

    def new_desk(self) -> ReadingDesk:
        clock = cast(Clock, self.clock)
        return ReadingDesk(self.storage, self._reading, lambda: self.drives, clock, self.memory)

    def _reading(self, storage: Storage) -> SqlDesk:
        def save(session: str) -> ExportOutcome:
            return save_report(storage, SESSION, FolderPlace(self.paper), Tongue.ENGLISH)

        tools = DeskTools(rated, lambda _: (), board, lambda _: Printed.SENT, save, dict)
        return SqlDesk(storage.database, storage.media, tools)

    def lock_the_key(self) -> None:
        key = self.stick / "hr.key"
        key.write_bytes(pyrage.passphrase.encrypt(key.read_bytes(), PASSPHRASE))

    def seal(self, public: str) -> None:
        keeping = SqlKeeping(self.storage.database, self.storage.media, SealPolicy((public,)))
        interview = Interview(self.storage.journal, SESSION)
        for session in keeping.to_seal():
            interview.happen(SessionSealed(session, keeping.seal(session)))
        keeping.finish_sealing()

    def found(self) -> dict[str, list[str]]:
        """Marked words that lie readably in the data folder or among what was opened."""
        return found_in([*files(self.storage.media.data), *files(self.memory)], self.markers)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path)
    yield office
    office.desk.put_away()
    office.storage.close()


def test_the_key_on_the_stick_opens_it_and_leaving_wipes_it(office: Office) -> None:
    assert office.desk.dossier(SESSION, VIEWER).closed == "sealed"
    assert office.found() == {}
    assert office.desk.unseal(SESSION, "") == Unsealed()
    dossier = office.desk.dossier(SESSION, VIEWER)
    assert dossier.opened
    said = " ".join(
        line.text for question in dossier.questions for one in question.attempts for line in one.lines
    )
    assert "kingfisher" in said
    assert len(office.found()) > 5, "files as well as tables"
    assert all(oct(path.stat().st_mode)[-3:] == "700" for path in office.memory.iterdir())
    office.desk.put_away()
    assert list(office.memory.iterdir()) == []
    assert office.found() == {}
    assert not office.desk.dossier(SESSION, VIEWER).opened
    assert office.drives.let_go_of, "the stick may be unplugged again"


def test_the_key_itself_opens_it_without_a_stick(office: Office) -> None:
    identity = read_identity(office.stick / "hr.key", lambda: "")
    office.drives.folders.clear()
    assert office.desk.unseal(SESSION, f" {identity}\n") == Unsealed()
    assert office.desk.dossier(SESSION, VIEWER).opened


def test_the_report_of_an_opened_session_is_made_from_what_was_opened(office: Office) -> None:
    assert office.desk.unseal(SESSION, "") == Unsealed()
    assert office.desk.save_report(SESSION) is ExportOutcome.DONE_IN_FOLDER
    (pdf,) = office.paper.iterdir()
    assert pdf.name == f"report-{SESSION}.pdf"
    told = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
    assert "kingfisher" in told
    office.desk.put_away()
    assert office.found() == {}


@pytest.mark.slow
def test_a_passphrase_unlocks_the_key(office: Office) -> None:
    office.lock_the_key()
    for _ in range(8):
        assert office.desk.unseal(SESSION, "") == Unsealed(Problem.PASSPHRASE_WANTED), "that is no try"
    assert office.desk.unseal(SESSION, "wrong") == Unsealed(Problem.WRONG)
    assert list(office.memory.iterdir()) == []
    assert office.desk.unseal(SESSION, PASSPHRASE) == Unsealed()


def test_wrong_secrets_cost_more_and_more_time(office: Office) -> None:
    wrong = "AGE-SECRET-KEY-1WRONG"
    for _ in range(4):
        assert office.desk.unseal(SESSION, wrong) == Unsealed(Problem.WRONG)
    assert office.desk.unseal(SESSION, wrong) == Unsealed(Problem.WRONG, 15.0)
    office.clock.now_s += 14.0
    assert office.desk.unseal(SESSION, "") == Unsealed(Problem.WAIT, 1.0), "what is right waits as well"
    office.clock.now_s += 1.0
    assert office.desk.unseal(SESSION, wrong) == Unsealed(Problem.WRONG, 30.0)
    office.clock.now_s += 30.0
    assert office.desk.unseal(SESSION, "") == Unsealed()
    office.desk.put_away()
    assert office.desk.unseal(SESSION, wrong) == Unsealed(Problem.WRONG), "the count begins anew"


def test_a_strangers_key_opens_nothing(office: Office) -> None:
    assert office.desk.unseal(SESSION, str(pyrage.x25519.Identity.generate())).problem is Problem.OTHER_KEY
    assert list(office.memory.iterdir()) == []


def test_what_is_missing_is_said_and_costs_no_try(office: Office) -> None:
    key = office.stick / "hr.key"
    key.rename(office.paper / "hr.key")
    assert office.desk.unseal(SESSION, "").problem is Problem.KEY_MISSING
    office.drives.folders.append(office.paper)
    assert office.desk.unseal(SESSION, "").problem is Problem.SEVERAL_STICKS


def test_what_does_not_fit_into_memory_is_not_opened(office: Office) -> None:
    office.memory.rmdir()
    assert office.desk.unseal(SESSION, "") == Unsealed(Problem.NO_ROOM)


def test_what_a_killed_desk_had_opened_is_wiped_at_the_next_start(office: Office) -> None:
    gone = subprocess.Popen(["true"])
    gone.wait()
    left = office.memory / f"interview-kiosk-opened-{gone.pid}-0badc0de"
    alive = office.memory / f"interview-kiosk-opened-{os.getppid()}-0badc0de"
    for folder in (left, alive):
        folder.mkdir()
        (folder / MARK).touch()
        (folder / "kiosk.db").write_text("readable")
    office.new_desk()
    assert [path.name for path in office.memory.iterdir()] == [alive.name]


def test_opening_one_session_closes_the_other(office: Office) -> None:
    assert office.desk.unseal(SESSION, "") == Unsealed()
    (first,) = office.memory.iterdir()
    assert office.desk.unseal(SESSION, "") == Unsealed()
    (second,) = office.memory.iterdir()
    assert first != second
