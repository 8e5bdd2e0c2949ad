"""A calm card over the screen: never a dialog, never one upon another."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from ui.layout import Centred, Column
from ui.theme.tokens import Theme
from ui.theme.wardrobe import current
from ui.touches import Idleness
from ui.widgets.card import Card
from ui.widgets.paint import painter_on, tinted


class Overlay(QWidget):
    """Covers ``parent`` with a dimmed ground and a card; keeps the keyboard inside until :meth:`leave`.

    Escape does nothing: what is on the card says how to leave it.
    """

    left = Signal()
    """The card is gone."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._over = parent
        self._came_from: QWidget | None = None
        self.card = Card()
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room = Column(gap=0, margins=(4, 4, 4, 4))
        room.add(Centred(self.card, self.widest), stretch=1)
        self._area.setWidget(room)
        parent.installEventFilter(self)

    def widest(self, theme: Theme) -> int:
        """The card's greatest width."""
        return theme.column

    def open(self, first: QWidget | None = None) -> None:
        """Show it; the keyboard starts at ``first`` or at the first thing it can reach."""
        self._came_from = QApplication.focusWidget()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        if first is None:
            self.focus_first()
        else:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """The keyboard begins at the first thing it can reach."""
        stops = self._stops()
        (stops[0] if stops else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_after(self, untouched_ms: int) -> None:
        """Go away by itself when nobody has touched anything for so long."""
        Idleness(self, untouched_ms).noticed.connect(self.leave)

    def leave(self) -> None:
        """Go away and give the keyboard back, if what had it is still there."""
        self._over.removeEventFilter(self)
        self.hide()
        before = self._came_from
        # The interview goes on under the card: the screen it came from may have been deleted.
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the parent."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card has the whole room."""
        self._area.setGeometry(self.rect())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on the card."""
        stops = self._stops()
        if stops:
            now = QApplication.focusWidget()
            at = stops.index(now) if now in stops else -1
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
            self._area.ensureWidgetVisible(QApplication.focusWidget() or self.card)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies under the card."""
        painter = painter_on(self)
        opacity = 0.8 if current().high_contrast else 0.45
        painter.fillRect(self.rect(), tinted(current().colours.scrim, opacity))
        painter.end()

    def _stops(self) -> list[QWidget]:
        return [
            widget
            for widget in self.card.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.isVisible()
        ]
