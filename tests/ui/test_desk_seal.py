"""A sealed interview at HR's desk."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.domain.export import ExportOutcome
from kiosk.domain.ids import SessionId
from kiosk.domain.review import Viewed
from kiosk.ports.desk import Unsealed, UnsealProblem
from kiosk.ports.dossier import Dossier
from tests.ui.test_desk_dossier import Reader, reading
from tests.ui.test_desk_list import press, words
from ui.desk.still import StillDesk


class SealedDesk(StillDesk):
    """Its sessions are sealed; the secret is ``swift``."""

    def __init__(self) -> None:
        super().__init__()
        self.opened = False
        self.wiped = 0
        self.secrets: list[str] = []
        self.answer = Unsealed(UnsealProblem.WRONG, 15.0)

    def dossier(self, session: SessionId, viewer: str) -> Dossier:
        found = replace(super().dossier(session, viewer), closed="sealed", opened=self.opened)
        return found if self.opened else replace(found, questions=(), notes=(), decisions=())

    def unseal(self, session: SessionId, secret: str) -> Unsealed:
        self.secrets.append(secret)
        self.opened = secret == "swift"
        return Unsealed() if self.opened else self.answer

    def put_away(self) -> None:
        self.wiped += 1


def give(reader: Reader, secret: str) -> QLineEdit:
    field = reader.page.findChild(QLineEdit, "secret")
    assert isinstance(field, QLineEdit)
    field.setText(secret)
    reader.button("unseal").click()
    return field


def seen(reader: Reader, name: str) -> bool:
    return reader.button(name).isVisible()


def test_what_is_sealed_can_only_be_opened(qtbot: QtBot) -> None:
    with reading(qtbot, SealedDesk()) as reader:
        assert seen(reader, "unseal")
        for name in ("print", "save", "decide-passed", "keep", "note-whole"):
            assert not seen(reader, name), name


def test_a_wrong_secret_is_refused_with_the_time_to_wait_and_kept_nowhere(qtbot: QtBot) -> None:
    desk = SealedDesk()
    with reading(qtbot, desk) as reader:
        field = give(reader, "wrong")
        assert field.text() == ""
        assert field.echoMode() is QLineEdit.EchoMode.Password
        qtbot.waitUntil(lambda: "Please wait 15 s" in words(reader.page))
        assert desk.secrets == ["wrong"]
        assert reader.looks == [Viewed.SESSION]
        assert seen(reader, "unseal")
        assert reader.button("unseal").isEnabled()


def test_the_right_secret_opens_it_to_read_and_that_is_kept(qtbot: QtBot) -> None:
    desk = SealedDesk()
    with reading(qtbot, desk) as reader:
        give(reader, "swift")
        qtbot.waitUntil(lambda: "to read, not to rate or decide" in words(reader.page))
        assert reader.looks == [Viewed.SESSION, Viewed.UNSEALED]
        assert seen(reader, "save")
        for name in ("unseal", "decide-passed", "keep", "note-whole"):
            assert not seen(reader, name), name
        press(reader.page, "back")
        qtbot.waitUntil(lambda: desk.wiped == 1)


def test_leaving_the_desk_wipes_what_was_opened(qtbot: QtBot) -> None:
    desk = SealedDesk()
    with reading(qtbot, desk) as reader:
        give(reader, "swift")
        qtbot.waitUntil(lambda: "to read" in words(reader.page))
    qtbot.waitUntil(lambda: desk.wiped == 1)


def test_every_reason_why_it_stays_closed_has_its_words(qtbot: QtBot) -> None:
    told = set()
    for problem in UnsealProblem:
        desk = SealedDesk()
        desk.answer = Unsealed(problem)
        with reading(qtbot, desk) as reader:
            give(reader, "x")
            answer = reader.page.findChild(QLabel, "seal-answer")
            qtbot.waitUntil(reader.button("unseal").isEnabled)
            assert isinstance(answer, QLabel)
            told.add(answer.text())
    assert len(told) == len(UnsealProblem)


def test_what_became_of_the_file_on_the_stick_is_told(qtbot: QtBot) -> None:
    class WithStick(StillDesk):
        def save_report(self, session: SessionId) -> ExportOutcome:
            return ExportOutcome.DONE

    with reading(qtbot, WithStick()) as reader:
        press(reader.page, "save")
        qtbot.waitUntil(lambda: "unplug" in words(reader.page))
        assert reader.looks == [Viewed.SESSION, Viewed.REPORT]
    with reading(qtbot, StillDesk()) as reader:
        press(reader.page, "save")
        qtbot.waitUntil(lambda: "No stick is plugged in" in words(reader.page))
