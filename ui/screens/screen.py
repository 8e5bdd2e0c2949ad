"""What every screen is: words in a column, one thing to do, quieter things beside it."""

from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QElapsedTimer, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.flow.events import Event
from kiosk.ports.station import Snapshot
from ui.bridge import Live
from ui.layout import Centred, Column, Filling, scrolling
from ui.screens.foot import Foot
from ui.theme.icons import Icon
from ui.theme.tokens import Theme
from ui.widgets.button import MODIFIERS, Button, PrimaryButton, QuietButton
from ui.widgets.text import Text

SETTLE_MS = 350
"""A button that has only just appeared under a finger was not meant by a double tap."""
_MARGIN = 8.0
_SCROLL_KEYS = {
    Qt.Key.Key_Down: 0.15,
    Qt.Key.Key_Up: -0.15,
    Qt.Key.Key_PageDown: 0.9,
    Qt.Key.Key_PageUp: -0.9,
}


@dataclass(frozen=True, slots=True)
class Action:
    """Something the candidate may do; ``name`` is the button's object name, ``event`` what it posts."""

    name: str
    words: str
    event: Event
    icon: Icon | None = None
    enabled: bool = True


class Screen(QWidget):
    """One screen. It shows a state and posts wishes; it decides nothing.

    Subclasses fill ``column`` and implement :meth:`show_snapshot`, which is called for every new state that
    this screen is still the one for.
    """

    wished = Signal(object)
    """An ``Event``."""
    lively = False
    """Whether :meth:`show_live` is wanted many times a second."""
    previews = False
    """Whether the camera's picture is wanted."""
    fills = False
    """Whether the column takes all the height instead of standing in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.column = Column(gap=3)
        self._offered: dict[str, _Offer] = {}
        self._foot = Foot()
        self._actions = self._foot.offered
        self._body = scrolling((Filling if self.fills else Centred)(self.column, self.widest))
        page = Column(gap=2, margins=(_MARGIN, 2, _MARGIN, 3), parent=self)
        page.add(self._body, stretch=1)
        page.add(self._foot)
        self._page = page

    def widest(self, theme: Theme) -> int:
        """The column's greatest width."""
        return theme.column

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw this state."""
        raise NotImplementedError

    def show_live(self, live: Live) -> None:
        """Draw this moment."""

    def carry_over(self, before: Self) -> None:
        """Take what was typed or chosen on the same page in another language, and not told yet."""

    def entered(self) -> None:
        """The screen is visible: the keyboard goes to what is done first, else to the screen itself."""
        titles = (text.text() for text in self.column.findChildren(Text) if text.isVisibleTo(self))
        self.setAccessibleName(next(titles, ""))
        (self.first_stop() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def first_stop(self) -> QWidget | None:
        """Where the keyboard begins: the primary action unless a screen knows better."""
        main = (offer.button for offer in self._offered.values() if offer.main)
        return next((button for button in main if button.isEnabled()), None)

    def offer(self, *quiet: Action, primary: Action | None = None) -> None:
        """Show these actions; one that was there before keeps its button and the keyboard."""
        focus = QApplication.focusWidget()
        had_focus = focus in {None, self} or self._actions.isAncestorOf(focus)
        before, self._offered = self._offered, {}
        for action in (*quiet, primary) if primary else quiet:
            offer = before.get(action.name) or _Offer(action, self, main=action is primary)
            offer.show_action(action)
            self._offered[action.name] = offer
        self._actions.show_widgets(*(offer.button for offer in self._offered.values()))
        now = QApplication.focusWidget()
        if had_focus and (now is None or not now.isEnabled() or not self._actions.isAncestorOf(now)):
            self.entered()

    def wish(self, event: Event) -> None:
        """Post a wish."""
        self.wished.emit(event)

    def make_room(self, hatch: QSize, *, upright: bool) -> None:
        """Leave the bottom left corner to the escape hatch."""
        self._foot.make_room(hatch, upright=upright)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page is as large as the screen."""
        self._page.setGeometry(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does the primary thing, arrows and page keys scroll; Escape does nothing."""
        if event.modifiers() & MODIFIERS:
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            primary = next((offer for offer in self._offered.values() if offer.main), None)
            if primary is not None and not event.isAutoRepeat():
                primary.button.click()
        elif (part := _SCROLL_KEYS.get(Qt.Key(event.key()))) is not None:
            bar = self._body.verticalScrollBar()
            bar.setValue(bar.value() + round(part * self._body.height()))


class _Offer:
    """An action and its button."""

    def __init__(self, action: Action, screen: Screen, *, main: bool) -> None:
        self.main = main
        self.button: Button = PrimaryButton(action.words) if main else QuietButton(action.words)
        self.button.setObjectName(action.name)
        self.button.clicked.connect(self._press)
        self._action, self._screen = action, screen
        self._appeared = QElapsedTimer()
        self._appeared.start()

    def show_action(self, action: Action) -> None:
        """Say and do this from now on."""
        self._action = action
        self.button.setText(action.words)
        self.button.setAccessibleName(action.words)
        self.button.set_icon(action.icon)
        self.button.setEnabled(action.enabled)

    def _press(self) -> None:
        if self._appeared.elapsed() >= SETTLE_MS:
            self._screen.wish(self._action.event)
