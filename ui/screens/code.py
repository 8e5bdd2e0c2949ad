"""The invitation's code, typed or shown to the camera."""

from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.flow.events import BackRequested, CodeEntered, ScanRequested
from kiosk.flow.states import EnteringCode
from kiosk.ports.station import Snapshot
from ui.bridge import Live
from ui.screens.picture import WidePicture
from ui.screens.screen import Action, Screen
from ui.texts import code_problem
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.code_field import CodeField
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text, Tone


class CodeScreen(Screen):
    """Large letters, forgiving of spaces and dashes; a wrong code says kindly what is wrong with it."""

    lively = True
    previews = True

    def __init__(self) -> None:
        super().__init__()
        self._title = Text("", Type.TITLE)
        self._hint = Text("", tone=Tone.QUIET)
        self._field = CodeField()
        self._field.setObjectName("code")
        self._field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._field.setMinimumWidth(1)  # longer codes scroll inside it
        self._picture = WidePicture(silhouette=False)
        self._line = ProgressLine()
        self._problem = Text("", Type.BODY, Tone.ATTENTION)
        self._problem.setObjectName("problem")
        self._state = EnteringCode()
        self.column.add(self._title, self._hint, self._field, self._picture, self._line, self._problem)
        self._field.code_changed.connect(lambda _code: self._offer())
        self._field.submitted.connect(self._submit)

    def first_stop(self) -> QWidget | None:
        """The keyboard types at once."""
        return super().first_stop() if self._state.scanning else self._field

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Typing, showing, looking up, or what was wrong."""
        state = snapshot.kiosk.scene
        assert isinstance(state, EnteringCode)
        turned = state.scanning is not self._state.scanning
        self._state = state
        self._say(state.scanning)
        self._field.setVisible(not state.scanning)
        self._field.setReadOnly(state.checking)
        self._picture.setVisible(state.scanning)
        self._line.setVisible(state.checking)
        self._problem.setVisible(state.problem is not None and not state.checking)
        if state.problem is not None:
            self._problem.setText(code_problem(state.problem))
            self._field.setAccessibleDescription(self._problem.text())
        self._offer()
        if turned:
            self.entered()

    def carry_over(self, before: Self) -> None:
        """What was typed of the code."""
        self._field.show_code(before._field.code())

    def show_live(self, live: Live) -> None:
        """What the camera sees, while it looks for a code."""
        if self._state.scanning:
            self._picture.show_picture(live.preview)

    def _say(self, scanning: bool) -> None:
        if scanning:
            self._title.setText(self.tr("Show your QR code"))
            self._hint.setText(self.tr("Hold it in front of the camera, about a hand's width away."))
        else:
            self._title.setText(self.tr("Your invitation code"))
            self._hint.setText(self.tr("You find it in your invitation. Spaces and dashes do not matter."))

    def _offer(self) -> None:
        back = Action("back", self.tr("Back"), BackRequested(), Icon.ARROW_LEFT)
        if self._state.scanning:
            words = self.tr("Type the code instead")
            self.offer(back, primary=Action("type-code", words, ScanRequested(on=False)))
            return
        code = self._field.code()
        self.offer(
            back,
            Action(
                "show-code",
                self.tr("Show a QR code"),
                ScanRequested(on=True),
                Icon.QR,
                not self._state.checking,
            ),
            primary=Action(
                "continue",
                self.tr("Continue"),
                CodeEntered(code),
                Icon.ARROW_RIGHT,
                enabled=bool(code) and not self._state.checking,
            ),
        )

    def _submit(self, code: str) -> None:
        if code and not self._state.checking:
            self.wish(CodeEntered(code))
