"""One page at a time, with the fade and rise between pages."""

from PySide6.QtCore import QEasingCurve, QEvent, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.theme.wardrobe import current

_OLD_GONE = 0.35
"""The part of the transition in which the old page fades; the rest belongs to the new one."""


class Stage(QWidget):
    """Fills itself with one page; animates pictures of the pages, not live widgets: cheap without a GPU.

    The new page is there at once, keyboard and touch included; only its picture arrives slowly.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: QWidget | None = None
        self._curtain = _Curtain(self)
        self._clock = QVariantAnimation(self)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(self._curtain.show_part)
        self._clock.finished.connect(self._curtain.hide)

    @property
    def page(self) -> QWidget | None:
        """The page shown now."""
        return self._page

    @property
    def moving(self) -> bool:
        """Whether a transition runs."""
        return self._clock.state() == QVariantAnimation.State.Running

    def show_page(self, page: QWidget) -> None:
        """Show ``page``; the one before is hidden and stays alive, whoever made it."""
        old = self._page
        if page is old:
            return
        self._clock.stop()
        moves = old is not None and self.isVisible() and current().moves
        before = old.grab() if old is not None and moves else None
        self._put(page)
        if old is not None:
            old.hide()
        if before is None:
            self._curtain.hide()
            return
        self._curtain.draw(before, page.grab())
        self._clock.setDuration(current().fade_ms)
        self._clock.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages always fill the stage; a transition ends when the window changes."""
        self._clock.stop()
        self._curtain.hide()
        if self._page is not None:
            self._page.setGeometry(self.rect())

    def changeEvent(self, event: QEvent) -> None:
        """A new theme ends a transition too: its pictures are old."""
        if event.type() == QEvent.Type.StyleChange:
            self._clock.stop()
            self._curtain.hide()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of every screen."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(current().colours.ground))
        painter.end()

    def _put(self, page: QWidget) -> None:
        self._page = page
        page.setParent(self)
        page.setGeometry(self.rect())
        page.show()


class _Curtain(QWidget):
    """The pictures of two pages, one fading into the other."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._old, self._new, self._part = QPixmap(), QPixmap(), 0.0
        self.hide()

    def draw(self, old: QPixmap, new: QPixmap) -> None:
        """Cover the stage with the first picture."""
        self._old, self._new, self._part = old, new, 0.0
        self.setGeometry(self._stage.rect())
        self.show()
        self.raise_()

    def show_part(self, part: float) -> None:
        """How far the transition is, 0 to 1."""
        self._part = part
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One picture at a time: half the work of a cross-fade."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(current().colours.ground))
        if self._part < _OLD_GONE:
            painter.setOpacity(1 - self._part / _OLD_GONE)
            painter.drawPixmap(0, 0, self._old)
        else:
            appeared = (self._part - _OLD_GONE) / (1 - _OLD_GONE)
            painter.setOpacity(appeared)
            painter.drawPixmap(0, round((1 - appeared) * current().rise), self._new)
        painter.end()
