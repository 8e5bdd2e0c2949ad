"""HR takes interviews away: from the panel through the wizard to "you may unplug now"."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.export import Destination, Disguise, ExportOutcome, ExportPart, Protection
from kiosk.domain.staff import Role, StaffMember
from kiosk.flow.states import Questioning, Welcome
from kiosk.ports.exporter import ExportView
from tests.ui.fake_station import FakeStation
from tests.ui.sitting import Sitting, sitting
from ui.export.samples import COPYING, INTERVIEWS, STICK, StillExporter
from ui.export.wizard import ExportWizard
from ui.overlays.staff_panel import StaffPanel
from ui.samples import ANSWERING, RUN

HR = StaffMember("HR 1", Role.HR)
PROCTOR = StaffMember("Proctor 1", Role.PROCTOR)


def desk(exporter: StillExporter) -> FakeStation:
    station = FakeStation(Welcome())
    station.exporter = exporter
    return station


def press(person: Sitting, *names: str) -> None:
    for name in names:
        person.button(name).click()
        person.bridge.tick()
        QApplication.processEvents()


def copying(person: Sitting) -> ExportWizard:
    person.shell.open_export(HR)
    press(person, "all-new", "next", "next", "next", "next", "next")
    wizard = person.shell.overlay
    assert isinstance(wizard, ExportWizard)
    return wizard


def test_what_was_chosen_is_what_is_ordered(qtbot: QtBot) -> None:
    exporter = StillExporter()
    with sitting(qtbot, desk(exporter)) as person:
        person.shell.open_export(HR)
        press(person, "interview-02020202", "next", "part-code", "part-webm", "next", "disguise-blurred")
        press(person, "next", "protect-key", "next", "next")
        ((order, by),) = exporter.started
        assert order.sessions == (INTERVIEWS[1].session,)
        wanted = {ExportPart.VIDEO, ExportPart.WEBM, ExportPart.TRANSCRIPT, ExportPart.SCORES}
        assert order.parts == wanted
        assert (order.disguise, order.protection, by) == (Disguise.BLURRED, Protection.KEY, "HR 1")


def test_it_cannot_go_on_without_an_answer(qtbot: QtBot) -> None:
    with sitting(qtbot, desk(StillExporter())) as person:
        person.shell.open_export(HR)
        assert not person.button("next").isEnabled()
        press(person, "all-new")
        assert person.button("next").isEnabled()
        press(person, "next", "part-video", "part-transcript", "part-code", "part-scores")
        assert not person.button("next").isEnabled()
        press(person, "back", "close")
        assert person.shell.overlay is None


def test_all_that_are_new_and_older_ones_can_be_reached(qtbot: QtBot) -> None:
    with sitting(qtbot, desk(StillExporter())) as person:
        person.shell.open_export(HR)
        press(person, "older", "interview-05050505", "newer")
        assert any(f"1 of {len(INTERVIEWS)} chosen" in words for words in person.sees())
        press(person, "all-new")
        assert any(f"2 of {len(INTERVIEWS)} chosen" in words for words in person.sees())


def test_without_a_stick_nothing_can_be_copied_until_there_is_one(qtbot: QtBot) -> None:
    exporter = StillExporter(ExportView(INTERVIEWS, problem=ExportOutcome.STICK_MISSING))
    with sitting(qtbot, desk(exporter)) as person:
        person.shell.open_export(HR)
        press(person, "all-new", "next", "next", "next", "next")
        assert not person.button("next").isEnabled()
        assert "No stick is plugged in." in person.sees()
        exporter.now = replace(exporter.now, sticks=(STICK,), problem=None)
        person.bridge.tick()
        assert person.button("next").isEnabled()
        assert "HR EXPORTS, 64.0 GB" in person.sees()


def test_without_hrs_key_it_is_not_offered(qtbot: QtBot) -> None:
    with sitting(qtbot, desk(StillExporter(ExportView(INTERVIEWS, sticks=(STICK,))))) as person:
        person.shell.open_export(HR)
        press(person, "all-new", "next", "next", "next")
        assert "protect-key" not in {button.objectName() for button in person.buttons()}


def test_while_it_copies_it_says_how_far_and_can_only_be_cancelled(qtbot: QtBot) -> None:
    exporter = StillExporter()
    with sitting(qtbot, desk(exporter)) as person:
        wizard = copying(person)
        assert any("Copying · 38%" in words for words in person.sees())
        assert any("21.4 MB a second" in words for words in person.sees())
        wizard.leave()
        assert person.shell.overlay is wizard, "what runs is not left alone"
        person.key(Qt.Key.Key_Return)
        assert exporter.cancelled == 0, "a second Enter is no wish to stop"
        press(person, "stop")
        assert exporter.cancelled == 1
        exporter.end(ExportOutcome.CANCELLED)
        person.bridge.tick()
        press(person, "done")
        assert not exporter.is_open


def test_a_slow_stick_is_told(qtbot: QtBot) -> None:
    exporter = StillExporter()
    with sitting(qtbot, desk(exporter)) as person:
        copying(person)
        exporter.now = replace(exporter.now, progress=replace(COPYING, bytes_per_s=900_000.0, left_s=900.0))
        person.bridge.tick()
        assert any("slow" in words for words in person.sees())
        assert any("about 15 minutes left" in words for words in person.sees())


def test_it_says_when_the_stick_may_be_unplugged(qtbot: QtBot) -> None:
    exporter = StillExporter()
    station = desk(exporter)
    with sitting(qtbot, station) as person:
        copying(person)
        assert "You may unplug now." not in person.sees()
        exporter.end(ExportOutcome.DONE)
        person.bridge.tick()
        assert "You may unplug now." in person.sees()
        press(person, "done")
        assert person.shell.overlay is None
        assert type(station.happened[-1]).__name__ == "StaffLeft"


def test_a_passphrase_is_shown(qtbot: QtBot) -> None:
    exporter = StillExporter()
    with sitting(qtbot, desk(exporter)) as person:
        person.shell.open_export(HR)
        press(person, "all-new", "next", "next", "next", "protect-passphrase", "next", "next")
        exporter.end(ExportOutcome.DONE)
        person.bridge.tick()
        assert "k7mq-2xpr-9dvn-4hst-wz3j" in person.sees()


def test_a_pulled_stick_goes_on_with_the_same_order(qtbot: QtBot) -> None:
    exporter = StillExporter()
    with sitting(qtbot, desk(exporter)) as person:
        copying(person)
        exporter.end(ExportOutcome.STICK_GONE)
        person.bridge.tick()
        assert any("unplugged too early" in words for words in person.sees())
        press(person, "again")
        first, second = exporter.started
        assert first == second


@pytest.mark.parametrize("outcome", list(ExportOutcome))
def test_every_outcome_has_its_words(outcome: ExportOutcome, qtbot: QtBot) -> None:
    exporter = StillExporter()
    with sitting(qtbot, desk(exporter)) as person:
        copying(person)
        exporter.end(outcome)
        person.bridge.tick()
        assert any(button.objectName() == "done" for button in person.buttons())


def test_only_hr_finds_the_way_out_and_only_at_the_welcome(qtbot: QtBot) -> None:
    for scene, member, found in (
        (Welcome(), HR, True),
        (Welcome(), PROCTOR, False),
        (Questioning(RUN, 0, ANSWERING), HR, False),
    ):
        station = FakeStation(scene)
        station.exporter = exporter = StillExporter()
        with sitting(qtbot, station) as person:
            person.shell.open_staff_panel(member)
            assert isinstance(person.shell.overlay, StaffPanel)
            assert ("export" in {button.objectName() for button in person.buttons()}) is found
            if found:
                press(person, "export")
                assert exporter.is_open
                press(person, "close")


def test_the_whole_wizard_is_reached_by_keyboard(qtbot: QtBot) -> None:
    exporter = StillExporter()
    with sitting(qtbot, desk(exporter)) as person:
        person.shell.open_export(HR)
        for name in ("all-new", "next", "next", "next", "next", "next"):
            person.enter_on(name)
        assert exporter.started
        exporter.end(ExportOutcome.DONE)
        person.bridge.tick()
        person.enter_on("done")
        assert person.shell.overlay is None


def test_without_a_server_nobody_is_asked_where_to(qtbot: QtBot) -> None:
    with sitting(qtbot, desk(StillExporter())) as person:
        person.shell.open_export(HR)
        press(person, "all-new", "next")
        assert "Where to?" not in person.sees()
        assert "Step 2 of 5" in person.sees()


def test_interviews_go_to_the_server_and_its_receipts_are_shown(qtbot: QtBot) -> None:
    exporter = StillExporter(ExportView(INTERVIEWS, has_server=True))
    with sitting(qtbot, desk(exporter)) as person:
        person.shell.open_export(HR)
        press(person, "all-new", "next")
        assert "Step 2 of 6" in person.sees()
        press(person, "to-server")
        assert "Step 2 of 2" in person.sees()
        press(person, "next")
        ((order, _),) = exporter.started
        assert order.destination is Destination.SERVER
        exporter.end(ExportOutcome.DONE_ON_SERVER)
        person.bridge.tick()
        seen = " ".join(person.sees())
        assert "has signed for it" in seen
        assert all(f"Interview {one[:8]}: received" in seen for one in order.sessions)


def test_where_to_is_asked_of_whoever_goes_back(qtbot: QtBot) -> None:
    exporter = StillExporter(ExportView(INTERVIEWS, has_server=True, sticks=(STICK,)))
    with sitting(qtbot, desk(exporter)) as person:
        person.shell.open_export(HR)
        press(person, "all-new", "next", "to-server", "to-stick", "next", "next", "next", "next", "next")
        ((order, _),) = exporter.started
        assert order.destination is Destination.STICK
