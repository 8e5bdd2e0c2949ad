"""The foot of a screen: actions at the right; the corner at the left belongs to the escape hatch."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from ui.layout import Flow
from ui.theme.wardrobe import current
from ui.widgets.button import PrimaryButton


class Foot(QWidget):
    """Actions beside the hatch, or above it on an upright screen and wherever that takes less height.

    As high as one button even without any, so that nothing above moves when one appears.
    """

    def __init__(self) -> None:
        super().__init__()
        self.offered = Flow(gap=1, to_right=True, parent=self)
        self._hatch, self._upright = QSize(0, 0), False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def make_room(self, hatch: QSize, *, upright: bool) -> None:
        """Leave the corner to a hatch of this size."""
        self._hatch, self._upright = hatch, upright
        self._lay_out_again()

    def hasHeightForWidth(self) -> bool:
        """Long words on a narrow screen take more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lower of the two ways."""
        return self._above(width) if self._stacked(width) else self._beside(width)

    def sizeHint(self) -> QSize:
        """As wide as it gets."""
        return QSize(self.offered.sizeHint().width() + self._hatch.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """The widest action."""
        return QSize(self.offered.minimumSizeHint().width(), self.heightForWidth(max(1, self.width())))

    def event(self, event: QEvent) -> bool:
        """Other actions, other places."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.StyleChange}:
            self._lay_out_again()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the actions in their place."""
        self._place()

    def _lay_out_again(self) -> None:
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        if self._stacked(self.width()):
            left, room = 0, self.height() - self._hatch.height() - current().space(2)
        else:
            left, room = self._left(), self.height()
        width = max(1, self.width() - left)
        height = self.offered.heightForWidth(width)
        lift = max(0, self._button() - height) // 2
        place = QRect(left, room - height - lift, width, height)
        self.offered.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def _stacked(self, width: int) -> bool:
        return self._upright or self._above(width) < self._beside(width)

    def _beside(self, width: int) -> int:
        return max(self._button(), self.offered.heightForWidth(max(1, width - self._left())))

    def _above(self, width: int) -> int:
        return (
            max(self._button(), self.offered.heightForWidth(width))
            + self._hatch.height()
            + current().space(2)
        )

    def _left(self) -> int:
        return self._hatch.width() + current().space(4)

    def _button(self) -> int:
        return PrimaryButton("").sizeHint().height()
