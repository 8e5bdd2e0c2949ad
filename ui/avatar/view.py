"""The character on the screen."""

import time
from random import Random

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ports.voice import MouthCue, MouthShape
from ui.avatar.drawing import DISC, VIEW, Drawing, placed
from ui.avatar.motion import Eyes, Mood, Motion, Pose, mouth_at
from ui.theme.wardrobe import current

_SPEAKING_MS, _IDLE_MS = 33, 50
_EYE_LAYERS = {
    Eyes.OPEN: ("eyes-open", "pupils", "lids"),
    Eyes.HALF: ("eyes-open", "pupils", "lids", "eyes-half"),
    Eyes.CLOSED: ("eyes-closed",),
}


class AvatarView(QWidget):
    """A drawn person who speaks with the voice, listens, and otherwise moves little.

    Layers are rendered once per size; a frame only puts pixmaps together, and only where something changed.
    Under reduced motion nothing moves but the mouth. Qt thread only.
    """

    def __init__(
        self, character: str = "mira", seed: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._character = character
        self._drawing: Drawing | None = None
        self._motion = Motion(Random(seed))  # noqa: S311 - blinking needs no cryptography
        self._mood = Mood.RESTING
        self._cues: tuple[MouthCue, ...] = ()
        self._started_s = 0.0
        self._pose, self._mouth = Pose(), MouthShape.REST
        self._clock = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._describe()

    @property
    def character(self) -> str:
        """Who is drawn."""
        return self._character

    @property
    def mood(self) -> Mood:
        """What the character is doing."""
        return self._mood

    @property
    def mouth(self) -> MouthShape:
        """The mouth as drawn now."""
        return self._mouth

    def set_character(self, character: str) -> None:
        """Draw somebody else; raises ``ValueError`` for a name without a drawing."""
        if character != self._character:
            self._drawing = Drawing(character, self._side())
            self._character = character
            self._describe()
            self.update()

    def speak(self, mouth: tuple[MouthCue, ...], started_mono_s: float) -> None:
        """Move the mouth with a sound that was first audible at ``started_mono_s`` (``time.monotonic``)."""
        self._cues, self._started_s = mouth, started_mono_s
        self._set_mood(Mood.SPEAKING)

    def listen(self, speech: bool) -> None:
        """Be attentive; call a few times a second with whether a voice is heard."""
        self._motion.nods.hear(time.monotonic(), speech)
        self._set_mood(Mood.LISTENING)

    def rest(self) -> None:
        """Wait quietly."""
        self._set_mood(Mood.RESTING)

    def sizeHint(self) -> QSize:
        """A third of the screen's height."""
        side = round(400 * current().scale)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a corner."""
        return QSize(96, 96)

    def showEvent(self, event: QShowEvent) -> None:
        """Live only while visible."""
        super().showEvent(event)
        self._run_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hold still."""
        super().hideEvent(event)
        self._clock.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Start or stop moving when the theme says so."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._tick()
            self._run_clock()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The layers are rendered anew at the next painting."""
        self._drawing = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Put the layers together, back to front."""
        drawing = self._ready_drawing()
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        self._draw_disc(painter)
        # From here on in device pixels, so that whole-pixel moves stay sharp.
        ratio = self.devicePixelRatio()
        painter.scale(1 / ratio, 1 / ratio)
        corner = self._corner()
        head = corner + self._shift(self._pose)
        brows = head + QPoint(0, self._pixels(self._pose.brow_y))
        for layer, place in (("hair-back", head), ("body", corner), ("head", head)):
            painter.drawPixmap(place + drawing[layer].corner, drawing[layer].picture)
        for layer in (*_EYE_LAYERS[self._pose.eyes], f"mouth-{self._mouth}"):
            painter.drawPixmap(head + drawing[layer].corner, drawing[layer].picture)
        painter.drawPixmap(brows + drawing["brows"].corner, drawing["brows"].picture)
        painter.drawPixmap(head + drawing["hair-front"].corner, drawing["hair-front"].picture)
        painter.end()

    def _draw_disc(self, painter: QPainter) -> None:
        theme, ratio = current(), self.devicePixelRatio()
        disc = placed(DISC, self._side() / ratio).translated(QPointF(self._corner()) / ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme.colours.accent_soft))
        edge = QPen(QColor(theme.colours.line), theme.hairline)
        painter.setPen(edge if theme.high_contrast else Qt.PenStyle.NoPen)
        painter.drawEllipse(disc)

    def _set_mood(self, mood: Mood) -> None:
        if mood is not Mood.LISTENING:
            self._motion.nods.forget()
        self._mood = mood
        self._tick()
        self._run_clock()

    def _run_clock(self) -> None:
        if not self.isVisible() or not (current().moves or self._mood is Mood.SPEAKING):
            self._clock.stop()
            return
        pace = _SPEAKING_MS if self._mood is Mood.SPEAKING else _IDLE_MS
        if not self._clock.isActive() or self._clock.interval() != pace:
            self._clock.start(pace)

    def _tick(self) -> None:
        """Move on, and repaint what looks different."""
        now_s = time.monotonic()
        pose = self._motion.pose(now_s, self._mood) if current().moves else Pose()
        speaking = self._mood is Mood.SPEAKING
        mouth = mouth_at(self._cues, now_s - self._started_s) if speaking else MouthShape.REST
        self._repaint_changes(pose, mouth)
        self._pose, self._mouth = pose, mouth

    def _repaint_changes(self, pose: Pose, mouth: MouthShape) -> None:
        if self._drawing is None or not self.isVisible():
            return
        now = self._shift(self._pose)
        if self._shift(pose) != now:
            self._update_layers(("hair-back", "head", "hair-front"), now, margin=self._pixels(24))
            return
        if self._pixels(pose.brow_y) != self._pixels(self._pose.brow_y):
            self._update_layers(("brows",), now, margin=self._pixels(8))
        if pose.eyes is not self._pose.eyes:
            self._update_layers((*_EYE_LAYERS[pose.eyes], *_EYE_LAYERS[self._pose.eyes]), now)
        if mouth is not self._mouth:
            self._update_layers((f"mouth-{mouth}", f"mouth-{self._mouth}"), now)

    def _update_layers(self, layers: tuple[str, ...], shift: QPoint, margin: int = 0) -> None:
        drawing, ratio = self._ready_drawing(), self.devicePixelRatio()
        area = QRect()
        for layer in layers:
            area = area.united(drawing[layer].area)
        area = area.translated(self._corner() + shift).adjusted(-margin, -margin, margin, margin)
        whole = QRectF(area.x() / ratio, area.y() / ratio, area.width() / ratio, area.height() / ratio)
        self.update(whole.toAlignedRect())

    def _ready_drawing(self) -> Drawing:
        if self._drawing is None or self._drawing.side != self._side():
            self._drawing = Drawing(self._character, self._side())
        return self._drawing

    def _side(self) -> int:
        """Side of the drawing in device pixels."""
        return max(1, round(min(self.width(), self.height()) * self.devicePixelRatio()))

    def _corner(self) -> QPoint:
        """Where the drawing's corner lies, in device pixels."""
        ratio, side = self.devicePixelRatio(), self._side()
        return QPoint(round(self.width() * ratio - side) // 2, round(self.height() * ratio - side) // 2)

    def _shift(self, pose: Pose) -> QPoint:
        return QPoint(self._pixels(pose.head_x), self._pixels(pose.head_y))

    def _pixels(self, units: float) -> int:
        return round(units * self._side() / VIEW.width())

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Interviewer {name}").format(name=self._character.capitalize()))
