"""Plays a recording: picture and captions, painted by ourselves; sound by Qt. Qt thread only."""

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoFrame, QVideoSink
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import font
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.paint import fill, painter_on
from ui.widgets.typeset import set_words

SPEEDS = (0.75, 1.0, 1.25, 1.5, 2.0)
_SHAPE = 9 / 16
_OPENING = (QMediaPlayer.MediaStatus.NoMedia, QMediaPlayer.MediaStatus.LoadingMedia)


class Player(QWidget):
    """Shows ``file``; nothing of Qt's player is made before there is one."""

    moved = Signal(float)
    """The position in seconds, some times a second."""
    playing = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Recording"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._media: QMediaPlayer | None = None
        self._frame: QVideoFrame | None = None
        """Newer than the picture."""
        self._picture = QImage()
        self._wanted_s: float | None = None
        self._caption = ""
        self._words = self.tr("There is no recording on this station.")

    @property
    def ready(self) -> bool:
        """Whether there is something to play."""
        return self._media is not None

    @property
    def position_s(self) -> float:
        """Where it stands."""
        return self._media.position() / 1000 if self._media else 0.0

    def open(self, file: str) -> None:
        """Show the first picture of a recording."""
        sink, sound = QVideoSink(self), QAudioOutput(self)
        sink.videoFrameChanged.connect(self._show)
        self._media = media = QMediaPlayer(self)
        media.setVideoSink(sink)
        media.setAudioOutput(sound)
        media.positionChanged.connect(lambda ms: self.moved.emit(ms / 1000))
        media.playbackStateChanged.connect(lambda _: self.playing.emit(self.is_playing))
        media.mediaStatusChanged.connect(self._catch_up)
        media.errorOccurred.connect(self._fail)
        self._words = ""
        self.updateGeometry()
        media.setSource(QUrl.fromLocalFile(file))
        media.pause()

    @property
    def is_playing(self) -> bool:
        """Whether it runs."""
        return self._media is not None and self._media.isPlaying()

    def toggle(self) -> None:
        """Play or pause."""
        if self._media is not None:
            self._media.pause() if self.is_playing else self._media.play()

    def seek(self, seconds: float) -> None:
        """Go there, playing or not."""
        if self._media is None:
            return
        if self._media.mediaStatus() not in _OPENING:
            self._media.setPosition(round(1000 * max(0.0, seconds)))
        else:
            self._wanted_s = max(0.0, seconds)  # the file is still being opened

    def set_speed(self, speed: float) -> None:
        """How fast; voices keep their pitch where the platform can."""
        if self._media is not None:
            self._media.setPlaybackRate(speed)

    def show_caption(self, words: str) -> None:
        """What is being said."""
        if words != self._caption:
            self._caption = words
            self.setAccessibleDescription(words)
            self.update()

    def close_file(self) -> None:
        """Let go of the file and of Qt's threads."""
        media, self._media = self._media, None
        if media is not None:
            media.stop()
            media.setSource(QUrl())
            media.deleteLater()

    def hasHeightForWidth(self) -> bool:
        """As high as a film is."""
        return True

    def heightForWidth(self, width: int) -> int:
        """16 to 9; low where there is nothing to show."""
        return round(width * (_SHAPE if self.ready else _SHAPE / 3))

    def sizeHint(self) -> QSize:
        """A third of the window or so."""
        return QSize(current().space(60), self.heightForWidth(current().space(60)))

    def minimumSizeHint(self) -> QSize:
        """Small enough for a small screen."""
        return QSize(current().space(30), self.heightForWidth(current().space(30)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture as large as it fits, the caption over its foot."""
        self._catch_frame()
        painter = painter_on(self)
        area = QRectF(self.rect())
        fill(painter, area, current().space(1), "#101415")
        if not self._picture.isNull():
            painter.drawImage(self._fitted(area), self._picture)
        if self._words:
            painter.setFont(font(current(), Type.NOTE))
            painter.setPen(QColor("#f3efe8"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
        if self._caption:
            theme = current()
            block = set_words(
                self._caption, font(theme, Type.NOTE), area.width() * 0.86, Qt.AlignmentFlag.AlignHCenter
            )
            left, top = area.width() * 0.07, area.bottom() - block.height - theme.space(1.5)
            fill(
                painter, QRectF(left, top - 4, area.width() * 0.86, block.height + 8), 8, QColor(0, 0, 0, 190)
            )
            painter.setPen(QColor("#ffffff"))
            block.draw(painter, left, top)
        painter.end()

    def _fitted(self, area: QRectF) -> QRectF:
        size = self._picture.size().scaled(area.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(area.center())
        return place

    def _show(self, frame: QVideoFrame) -> None:
        """Painted when there is time: on a slow computer pictures are passed over, never queued."""
        self._frame = frame
        self.update()

    def _catch_frame(self) -> None:
        frame, self._frame = self._frame, None
        picture = frame.toImage() if frame is not None else QImage()
        if not picture.isNull():
            self._picture = picture

    def _catch_up(self, status: QMediaPlayer.MediaStatus) -> None:
        wanted_s = self._wanted_s
        if status not in _OPENING and wanted_s is not None:
            self._wanted_s = None
            self.seek(wanted_s)

    def _fail(self, _error: object, why: str) -> None:
        self._words = self.tr("The recording cannot be played: {why}").format(why=why)
        self.update()
