"""Between two candidates: nothing of the first is left anywhere on the screen or under it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow.events import NewInterviewRequested
from kiosk.flow.staff import EndRequested, MessageSent
from kiosk.flow.states import Questioning, ThankYou, Welcome
from tests.ui.fake_station import STAFF, FakeStation
from tests.ui.sitting import Sitting, sitting
from ui.editor.code_editor import CodeEditor
from ui.samples import ANSWERING, RUN
from ui.theme.palettes import Scheme
from ui.theme.tokens import Appearance

SECRET = "something nobody else may read"


def fields() -> list[str]:
    """What stands in any field of the program, or could be brought back with undo."""
    found = []
    for widget in QApplication.allWidgets():
        match widget:
            case QLineEdit():
                found += [widget.text()] + (["undo"] if widget.isUndoAvailable() else [])
            case QPlainTextEdit() | QTextEdit():
                document = widget.document()
                found += [document.toPlainText()] + (["undo"] if document.isUndoAvailable() else [])
    return [words for words in found if words]


def words_anywhere(person: Sitting) -> str:
    """Every text of every widget that lives, seen or not."""
    found = []
    for widget in person.shell.findChildren(QWidget):
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        text = getattr(widget, "text", None)
        found.append(str(text()) if callable(text) else "")
    return "\n".join(found)


def test_nothing_of_the_last_candidate_is_left_on_the_screen(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(RUN, 2, ANSWERING))
    with sitting(qtbot, station) as person:
        editor = person.screen.findChild(CodeEditor)
        assert isinstance(editor, CodeEditor)
        QTest.keyClicks(editor, SECRET)
        editor.selectAll()
        editor.copy()
        assert SECRET in QApplication.clipboard().text()
        person.shell.choose_appearance(Appearance(Scheme.DARK, text_factor=2.0))
        station.post(MessageSent(STAFF, aloud=False, text=SECRET))
        station.post(EndRequested(STAFF, "technical"))
        assert station.at(ThankYou)
        station.post(NewInterviewRequested())
        assert station.at(Welcome)
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert QApplication.clipboard().text() == ""
        assert QApplication.clipboard().text(QClipboard.Mode.Selection) == ""
        assert fields() == []
        assert SECRET not in words_anywhere(person)
        assert person.shell.overlay is None
        assert person.shell.appearance == Appearance(reduced_motion=True)
        before = station.previews_taken
        person.bridge.tick()
        assert station.previews_taken == before, "nobody is looked at"
