"""What staff write to the candidate: under the top line, without taking the screen away."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPaintEvent

from kiosk.flow.states import Message
from ui.layout import Row
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.button import QuietButton
from ui.widgets.icon_mark import IconMark
from ui.widgets.paint import painter_on
from ui.widgets.text import Text, Tone


class MessageStrip(Row):
    """Words of staff, and a button that puts them away."""

    read = Signal()

    def __init__(self) -> None:
        super().__init__(gap=2, margins=(8, 1, 8, 1))
        self._words = Text("", Type.LEAD, weight=Weight.STRONG)
        self._words.setObjectName("message")
        self._message: Message | None = None
        self._done = QuietButton(self.tr("Understood"), Icon.CHECK)
        self._done.setObjectName("message-read")
        self._done.clicked.connect(self.read)
        self.add(IconMark(Icon.PERSON, Tone.ACCENT, Type.LEAD))
        self.add(self._words, stretch=1)
        self.add(self._done)
        self.hide()

    def show_message(self, message: Message | None) -> None:
        """The words, or nothing, not even hidden."""
        self._message = message
        said = self.tr("{name} says: {text}")
        words = said.format(name=message.by, text=message.text) if message else ""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(message is not None)

    def retell(self) -> None:
        """The same words of staff, in other words of ours."""
        self._done.setText(self.tr("Understood"))
        self.show_message(self._message)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground of its own, edge to edge."""
        painter = painter_on(self)
        painter.fillRect(self.rect(), QColor(current().colours.accent_soft))
        painter.end()
