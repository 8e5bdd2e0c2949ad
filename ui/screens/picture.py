"""The camera's picture as wide as its column."""

from PySide6.QtWidgets import QSizePolicy

from ui.widgets.preview import Preview


class WidePicture(Preview):
    """A preview that keeps the shape of a camera picture, so that its edges meet those of the words."""

    def __init__(self, silhouette: bool = True) -> None:
        super().__init__(silhouette)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The shape is fixed."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Nine sixteenths."""
        return width * 9 // 16
