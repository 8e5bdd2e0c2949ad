"""One line to write in."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.wardrobe import current


class LineField(QLineEdit):
    """As high as a button, named for those who hear it, and without a menu that leads anywhere."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def sizeHint(self) -> QSize:
        """As high as a button."""
        return super().sizeHint().expandedTo(QSize(0, current().target))

    minimumSizeHint = sizeHint
