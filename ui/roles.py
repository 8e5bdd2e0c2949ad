"""What painted widgets are to assistive technology: Qt knows that a button is one, and nothing of ours."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from ui.avatar.view import AvatarView
from ui.overlays.overlay import Overlay
from ui.widgets.banner import Banner
from ui.widgets.chip import Chip
from ui.widgets.level_line import LevelLine
from ui.widgets.notice import Notice
from ui.widgets.preview import Preview
from ui.widgets.progress import Progress
from ui.widgets.progress_line import ProgressLine
from ui.widgets.qr_code import QrCode
from ui.widgets.spoken_text import SpokenText
from ui.widgets.time_bar import TimeBar

_ROLES: dict[type[QWidget], QAccessible.Role] = {
    AvatarView: QAccessible.Role.Graphic,
    Banner: QAccessible.Role.AlertMessage,
    Chip: QAccessible.Role.StaticText,
    LevelLine: QAccessible.Role.Indicator,
    Notice: QAccessible.Role.AlertMessage,
    Overlay: QAccessible.Role.Dialog,
    Preview: QAccessible.Role.Graphic,
    Progress: QAccessible.Role.StaticText,
    ProgressLine: QAccessible.Role.ProgressBar,
    QrCode: QAccessible.Role.Graphic,
    SpokenText: QAccessible.Role.List,
    TimeBar: QAccessible.Role.ProgressBar,
}


@cache
def tell_roles() -> None:
    """Once a program: Qt keeps asking from then on. Qt thread only."""
    QAccessible.installFactory(_interface)


def _interface(_kind: str, subject: QObject) -> QAccessibleInterface | None:
    for kind, role in _ROLES.items():
        if isinstance(subject, kind):
            return QAccessibleWidget(subject, role, subject.accessibleName())
    return None
