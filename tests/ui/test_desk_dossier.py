"""One interview at HR's desk: read, watched, rated, remarked and decided."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.faults import FaultCode
from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.incidents import IncidentCategory
from kiosk.domain.keeping import ErasureCause
from kiosk.domain.masks import Device
from kiosk.domain.review import Viewed
from kiosk.domain.staff import Role
from kiosk.domain.standing import FinalStatus
from kiosk.flow.events import Event
from kiosk.flow.reviews import CriterionRated, NoteRemoved, NoteWritten, SessionDecided, SessionViewed
from kiosk.flow.staff import ErasureOrdered, RetentionLocked
from kiosk.ports.dossier import Mark
from storage.projections import issues
from tests.ui.fake_station import FakeStation
from tests.ui.test_desk_list import press, words
from ui.bridge import Bridge
from ui.desk import happened
from ui.desk.desk import DeskView
from ui.desk.dossier_page import DossierPage
from ui.desk.programs import changes
from ui.desk.spoken import SpokenLines
from ui.desk.still import MEMBER, StillDesk
from ui.desk.timeline import Timeline
from ui.theme.tokens import Appearance, theme_for
from ui.theme.wardrobe import wear

SESSION = SessionId("5e" * 16)


class Reader:
    """Somebody at the desk with one interview open."""

    def __init__(self, view: DeskView, page: DossierPage, station: FakeStation) -> None:
        self.view, self.page, self.station = view, page, station

    @property
    def posted(self) -> list[Event]:
        return [event for event in self.station.posted if not isinstance(event, SessionViewed)]

    @property
    def looks(self) -> list[Viewed]:
        return [event.what for event in self.station.posted if isinstance(event, SessionViewed)]

    def write(self, name: str, text: str) -> None:
        field = self.page.findChild(QLineEdit, name)
        assert isinstance(field, QLineEdit)
        field.setText(text)

    def button(self, name: str) -> QAbstractButton:
        found = self.page.findChild(QAbstractButton, name)
        assert isinstance(found, QAbstractButton)
        return found


@contextmanager
def reading(
    qtbot: QtBot,
    desk: StillDesk,
    size: tuple[int, int] = (1280, 720),
    look: Appearance = Appearance(reduced_motion=True),  # noqa: B008 - frozen
) -> Iterator[Reader]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, theme_for(*size, look))
    station = FakeStation()
    station.staff = {MEMBER.name: Role.HR}
    station.desk = desk
    bridge = Bridge(station)
    view = DeskView(bridge, MEMBER)
    view.resize(*size)
    view.show()
    view.open()
    bridge.start()
    view.open_session(SESSION)
    qtbot.waitUntil(lambda: any(page.isVisible() for page in view.findChildren(DossierPage)))
    try:
        yield Reader(view, view.findChildren(DossierPage)[0], station)
    finally:
        view.put_away()
        bridge.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_looking_is_kept(qtbot: QtBot) -> None:
    with reading(qtbot, StillDesk()) as reader:
        assert reader.looks == [Viewed.SESSION]
        press(reader.page, "peek-conflict")
        assert reader.looks == [Viewed.SESSION, Viewed.SCORES]


def test_a_rating_is_kept_with_its_reason(qtbot: QtBot) -> None:
    with reading(qtbot, StillDesk()) as reader:
        save = reader.button("rate-conflict")
        assert not save.isEnabled()
        press(reader.page, "listening-2")
        assert save.isEnabled()
        reason = next(
            field for field in reader.page.findChildren(QLineEdit) if "Listened" in field.accessibleName()
        )
        reason.setText("asked once")
        save.click()
        assert reader.posted == [
            CriterionRated(SESSION, MEMBER.name, QuestionId("conflict"), "listening", 2, "asked once")
        ]
        assert not save.isEnabled()


def test_scores_and_others_come_after_ones_own(qtbot: QtBot) -> None:
    with reading(qtbot, StillDesk()) as reader:
        told = words(reader.page)
        assert "The rules suggest" not in told
        assert "Reviewer 2: 4" not in told
        assert "What the rules found" not in told
        assert "Somebody else has rated" in told
    with reading(qtbot, StillDesk(rated=True)) as reader:
        told = words(reader.page)
        assert "The rules suggest 68 of 100" in told
        assert "Reviewer 2: 4" in told
        assert "kept as an override" in told
        assert "What the rules found" in told


def test_only_with_a_reason_is_it_decided(qtbot: QtBot) -> None:
    with reading(qtbot, StillDesk()) as reader:
        passed = reader.button("decide-passed")
        assert not passed.isEnabled()
        reader.write("decision-reason", "clear answers")
        passed.click()
        assert reader.posted == [SessionDecided(SESSION, MEMBER.name, FinalStatus.PASSED, "clear answers")]
        assert not reader.button("decide-needs_review").isEnabled()


def test_notes_are_written_and_taken_back_by_their_author(qtbot: QtBot) -> None:
    with reading(qtbot, StillDesk()) as reader:
        reader.write("note", "calm")
        press(reader.page, "note-whole")
        mine = [
            b for b in reader.page.findChildren(QAbstractButton) if b.accessibleName() == "Take the note back"
        ]
        assert len(mine) == 1
        mine[0].click()
        assert reader.posted == [
            NoteWritten(SESSION, MEMBER.name, "calm", None),
            NoteRemoved(SESSION, MEMBER.name, 7),
        ]


def test_programs_can_be_compared_and_copied(qtbot: QtBot) -> None:
    with reading(qtbot, StillDesk()) as reader:
        source = reader.page.findChild(QPlainTextEdit)
        assert isinstance(source, QPlainTextEdit)
        assert "if line.strip()" in source.toPlainText()
        press(reader.page, "changes")
        assert "+     if line.strip():" in source.toPlainText()
        press(reader.page, "copy")
        assert QApplication.clipboard().text().startswith("total = 0\nfor line")
        QApplication.clipboard().clear()


def test_changes_tell_what_came_and_went() -> None:
    assert changes("a\nb", "a\nc") == "  a\n- b\n+ c"
    assert changes("", "a") == "+ a"


def test_a_new_state_keeps_what_was_typed(qtbot: QtBot) -> None:
    desk = StillDesk()
    with reading(qtbot, desk) as reader:
        reader.write("decision-reason", "half a thought")
        press(reader.page, "listening-2")
        level = reader.button("listening-2")
        reader.write("note", "calm")
        press(reader.page, "note-whole")
        qtbot.wait(100)
        assert reader.button("listening-2") is level
        assert level.isChecked()
        field = reader.page.findChild(QLineEdit, "decision-reason")
        assert isinstance(field, QLineEdit)
        assert field.text() == "half a thought"


def test_erasing_asks_once_more(qtbot: QtBot) -> None:
    with reading(qtbot, StillDesk()) as reader:
        really = reader.button("erase-really")
        assert not really.isVisible()
        press(reader.page, "erase")
        press(reader.page, "erase-not")
        assert reader.posted == []
        press(reader.page, "erase")
        really.click()
        assert reader.posted == [ErasureOrdered(SESSION, MEMBER.name, ErasureCause.STAFF)]


def test_an_interview_is_kept_with_a_reason(qtbot: QtBot) -> None:
    with reading(qtbot, StillDesk()) as reader:
        keep = reader.button("keep")
        assert not keep.isEnabled()
        reader.write("keep-reason", "a dispute")
        keep.click()
        assert reader.posted == [RetentionLocked(SESSION, MEMBER.name, "a dispute")]


def test_what_became_of_the_paper_is_told(qtbot: QtBot) -> None:
    with reading(qtbot, StillDesk()) as reader:
        press(reader.page, "print")
        qtbot.waitUntil(lambda: "no printer set up" in words(reader.page))
        assert reader.looks == [Viewed.SESSION, Viewed.REPORT]
        assert reader.button("print").isEnabled()


def test_back_leads_to_the_list(qtbot: QtBot) -> None:
    with reading(qtbot, StillDesk()) as reader:
        press(reader.page, "back")
        assert reader.view.sessions.isVisible()
        assert not reader.page.isVisible()


@pytest.mark.parametrize("size", [(1024, 720), (1080, 1920)])
def test_everything_can_be_operated_in_large_letters(qtbot: QtBot, size: tuple[int, int]) -> None:
    with reading(
        qtbot, StillDesk(rated=True), size, Appearance(text_factor=2.0, reduced_motion=True)
    ) as reader:
        for control in reader.page.findChildren(QWidget):
            if isinstance(control, QAbstractButton | QLineEdit) and control.isVisible():
                what = control.objectName() or control.accessibleName()
                assert control.accessibleName() or getattr(control, "text", str)(), what
                assert min(control.width(), control.height()) >= 48, what
                right = control.mapTo(reader.view, QPoint(control.width(), 0)).x()
                assert right <= reader.view.width(), what


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pictures a second."""
    file = tmp_path_factory.mktemp("film") / "film.mp4"
    source = ["-f", "lavfi", "-i", "testsrc=size=320x180:rate=2:duration=330"]
    codec = ["-c:v", "libx264", "-preset", "ultrafast", "-g", "4", "-pix_fmt", "yuv420p"]
    subprocess.run(["ffmpeg", "-loglevel", "error", "-y", *source, *codec, str(file)], check=True)
    return file


@pytest.mark.slow
@pytest.mark.qt_log_ignore("PulseAudioService", "No HW decoder found", "No RHI backend")
def test_a_recording_plays_from_wherever_one_points(
    qtbot: QtBot, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")  # Qt would hold on to a sound server for good
    with reading(qtbot, StillDesk(video=str(film))) as reader:
        watching = reader.page.watching
        player = watching.player
        qtbot.waitUntil(lambda: player.ready)
        spoken = reader.page.findChildren(SpokenLines)[0]
        spoken.anchorClicked.emit(QUrl("at:62.000"))
        qtbot.waitUntil(lambda: abs(player.position_s - 62.0) < 1.0, timeout=20_000)
        assert "I asked her why" in player.accessibleDescription()
        timeline = reader.page.findChild(Timeline)
        assert isinstance(timeline, Timeline)
        QTest.keyClick(timeline, Qt.Key.Key_PageDown)
        qtbot.waitUntil(lambda: abs(player.position_s - 150.0) < 1.0, timeout=20_000)
        QTest.keyClick(timeline, Qt.Key.Key_Left)
        qtbot.waitUntil(lambda: abs(player.position_s - 145.0) < 1.0, timeout=20_000)
        assert "Power lost" in timeline.words_at(210.0)
        press(reader.page, "play")
        qtbot.waitUntil(lambda: player.position_s > 145.5, timeout=20_000)
        assert Viewed.RECORDING in reader.looks
        press(reader.page, "play")
        reader.write("note", "here")
        press(reader.page, "note-here")
        note = reader.posted[-1]
        assert isinstance(note, NoteWritten)
        assert note.at_s is not None
        assert note.at_s > 145


def test_whatever_the_memory_keeps_of_an_interview_has_words_at_the_desk() -> None:
    codes = {value for name, value in vars(issues).items() if name.isupper() and isinstance(value, str)}
    codes |= {issues.irregularity(category) for category in IncidentCategory}
    codes |= {f"{device}_masked" for device in Device}
    assert set(happened.issues()) == codes
    assert happened.words(Mark(1.0, "paused", "staff_in_booth", "Kim")) == (
        "Staff paused the interview · Kim · Staff in the booth"
    )
    assert happened.words(Mark(1.0, FaultCode.CAMERA_LOST, "no picture for 2 s", "")).endswith(
        " · no picture for 2 s"
    )
