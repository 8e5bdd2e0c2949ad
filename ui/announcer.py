"""Says to screen readers what appears without the focus going there. Qt thread only.

Whoever sees notices that a sentence is new; whoever hears has to be told. Words that stand already are not
repeated, and nothing that changes by itself (level, time) is said: it can be asked for by moving there.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.banner import Banner
from ui.widgets.caption import CaptionText
from ui.widgets.progress import Progress
from ui.widgets.text import Text


class Announcer(QObject):
    """Compares what stands in the window with what stood there before."""

    said = Signal(str)
    """Everything that was announced, for who listens along."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._known: tuple[str, ...] = ()

    def look(self, *places: QWidget, questions: bool = True) -> None:
        """Say what is new in these places, in order; ``questions`` only where no voice asks them."""
        words = tuple(text for place in places if place.isVisibleTo(self._window) for text in _read(place))
        captions = {text for place in places for text in _captions(place)} if not questions else set()
        new = [text for text in words if text not in self._known and text not in captions]
        self._known = words
        if new:
            self.say("\n".join(new))

    def say(self, words: str) -> None:
        """Say this when whatever is being said has been said."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, words))
        self.said.emit(words)


def _read(place: QWidget) -> list[str]:
    """The sentences that stand there, once each."""
    parts = [place, *place.findChildren(QWidget)]
    words = [_words(part) for part in parts if part.isVisibleTo(place)]
    return list(dict.fromkeys(text for text in words if text))


def _words(part: QWidget) -> str:
    if isinstance(part, Text | CaptionText):
        return part.text()
    return part.accessibleName() if isinstance(part, Banner | Progress) else ""


def _captions(place: QWidget) -> list[str]:
    return [caption.text() for caption in place.findChildren(CaptionText)]
