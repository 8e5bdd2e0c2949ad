"""What every window of the kiosk is: a ground and room above the keyboard, most with an appearance."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from ui.keyboard.typing import Typing
from ui.roles import tell_roles
from ui.theme.tokens import Appearance, theme_for
from ui.theme.wardrobe import current, wear
from ui.widgets.button import PrimaryButton
from ui.widgets.paint import focus_room, painter_on


class TypedWindow(QWidget):
    """Subclasses put everything into ``room`` and say in :meth:`arrange` where it stands there."""

    def __init__(self) -> None:
        super().__init__()
        tell_roles()
        self.room = QWidget(self)
        """All of the window but the keyboard's part."""
        self._typing = Typing(self)
        self._typing.changed.connect(self.lay_out)

    @property
    def typing(self) -> Typing:
        """The keyboard on the screen."""
        return self._typing

    def arrange(self) -> None:
        """Put everything in its place: the room has another size, or the theme changed."""
        raise NotImplementedError

    def lay_out(self) -> None:
        """Everything stands above the keyboard, while there is one."""
        self._typing.place()
        self.room.setGeometry(0, 0, self.width(), self.height() - self._typing.height)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is measured by the window."""
        self.lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        painter = painter_on(self)
        painter.fillRect(event.rect(), QColor(current().colours.ground))
        painter.end()


class KioskWindow(TypedWindow):
    """One that the application is dressed for."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance

    @property
    def appearance(self) -> Appearance:
        """What is worn now."""
        return self._appearance

    def choose_appearance(self, appearance: Appearance) -> None:
        """Wear another appearance from now on."""
        self._appearance = appearance
        self._dress()

    def place_hatch(self, hatch: QWidget) -> None:
        """Bottom left (right, where lines begin there), always, level with the primary action.

        Every screen leaves that corner free. What is wider than the window takes more rows.
        """
        theme, size = current(), hatch.sizeHint()
        left = theme.space(8) - focus_room(theme)
        room = self.room.width() - 2 * left
        if size.width() > room and hatch.hasHeightForWidth():
            size = QSize(room, hatch.heightForWidth(room))
        lift = max(0, PrimaryButton("").sizeHint().height() - size.height()) // 2
        bottom = self.room.height() - theme.space(3) - lift
        place = QRect(left, bottom - size.height(), size.width(), size.height())
        hatch.setGeometry(QStyle.visualRect(self.layoutDirection(), self.room.rect(), place))
        hatch.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Letters and targets grow with the window."""
        self._dress()

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            wear(app, theme_for(self.width(), self.height(), self._appearance))
        self.lay_out()
