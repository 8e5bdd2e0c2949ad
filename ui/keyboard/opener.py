"""The button at the end of a field that shows the keyboard."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from ui.theme.icons import Icon
from ui.theme.tokens import SMALLEST_TARGET, Type
from ui.theme.wardrobe import current
from ui.widgets.paint import draw_icon, fill, painter_on

Field = QLineEdit | QPlainTextEdit
_MOVED = {QEvent.Type.Resize, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange}


class Opener(QAbstractButton):
    """Stands inside its field, whose words end before it, until another field is written in."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._field = field
        self.setObjectName("show-keyboard")
        self.setAccessibleName(self.tr("Show the keyboard"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for part in self._parts():
            part.installEventFilter(self)
        self._make_room(self._side())
        self._place()
        self.show()

    def put_away(self) -> None:
        """The field's words have all of it again."""
        for part in self._parts():
            part.removeEventFilter(self)
        self._make_room(0)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the end of the field."""
        if event.type() in _MOVED:
            if watched is self._field:
                self._make_room(self._side())
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon, on a ground of its own while it is touched."""
        theme = current()
        painter = painter_on(self)
        if self.isDown() or self.underMouse():
            fill(painter, QRectF(self.rect()), theme.space(1), theme.colours.accent_soft)
        side = round(theme.text_px(Type.BODY) * 1.25)
        middle = QRectF(self.rect()).center()
        place = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        draw_icon(painter, Icon.KEYBOARD, theme.colours.accent, place)
        painter.end()

    def _side(self) -> int:
        icon = round(1.8 * current().text_px(Type.BODY))
        return max(SMALLEST_TARGET, current().target - 2 * current().focus_width, icon)

    def _make_room(self, width: int) -> None:
        """At both ends where words are centred, so that they stay in the middle."""
        field = self._field
        if isinstance(field, QPlainTextEdit):
            margins = field.viewportMargins()
            margins.setRight(width)
            field.setViewportMargins(margins)
            return
        centred = bool(field.alignment() & Qt.AlignmentFlag.AlignHCenter)
        mirrored = field.isRightToLeft()
        left, right = centred or mirrored, centred or not mirrored
        field.setTextMargins(width if left else 0, 0, width if right else 0, 0)

    def _place(self) -> None:
        """Beside the words, and beside a scroll bar too."""
        field, side = self._field, self._side()
        if isinstance(field, QPlainTextEdit):
            words = field.viewport().geometry()
            self.setGeometry(words.right() + 1, words.top(), side, side)
            return
        left = 0 if field.isRightToLeft() else field.width() - side
        self.setGeometry(left, (field.height() - side) // 2, side, side)

    def _parts(self) -> list[QWidget]:
        field = self._field
        return [field, field.viewport()] if isinstance(field, QPlainTextEdit) else [field]
