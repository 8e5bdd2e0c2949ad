"""The theme the application wears, kept where Qt keeps style, font and palette: with the application.

Painted widgets read :func:`current` whenever they measure or paint. When the theme changes Qt sends every
widget a ``StyleChange``, which repaints it and lays it out again. Qt thread only.
"""

from PySide6.QtWidgets import QApplication

from ui.theme.fonts import font
from ui.theme.sheet import palette, style_sheet
from ui.theme.tokens import Theme

_PROPERTY = "theme"


def wear(app: QApplication, theme: Theme) -> None:
    """Dress the whole application; nothing happens when it wears this theme already."""
    if app.property(_PROPERTY) == theme:
        return
    if app.style().name() != "fusion":
        app.setStyle("fusion")
    app.setProperty(_PROPERTY, theme)
    app.setFont(font(theme))
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))


def current() -> Theme:
    """What the application wears now."""
    app = QApplication.instance()
    theme = app.property(_PROPERTY) if app else None
    return theme if isinstance(theme, Theme) else Theme()
