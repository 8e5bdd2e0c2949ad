"""Tokens in Qt's terms: a palette, and a style sheet for the plain Qt widgets among the painted ones."""

from string import Template

from PySide6.QtGui import QColor, QPalette

from ui.theme.fonts import MONOSPACED
from ui.theme.tokens import Theme, Type

_SHEET = Template("""
QLineEdit, QPlainTextEdit, QTextEdit, QTextBrowser, QListView, QTableView, QTreeView {
    background: $surface; color: $ink; border: ${hairline}px solid $edge; border-radius: ${corner}px;
    padding: ${pad}px; selection-background-color: $accent; selection-color: $on_accent; font-size: ${body}px;
}
QLineEdit, QPlainTextEdit { placeholder-text-color: $quiet; }
QLineEdit { min-height: ${field}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QTextBrowser:focus,
QListView:focus, QTableView:focus, QTreeView:focus { border: ${focus_width}px solid $focus; }
QTextBrowser { background: transparent; border-color: $line; }
QPlainTextEdit[code="true"] { font-family: $mono; font-size: ${note}px; background: $sunk;
    padding: ${tight}px ${pad}px; }
QTableView { gridline-color: $line; alternate-background-color: $sunk; }
QHeaderView::section { background: $sunk; color: $quiet; border: none; padding: ${pad}px;
    font-size: ${note}px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: ${bar_corner}px; min-height: 48px; min-width: 48px;
    margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSlider { min-height: ${field}px; }
QSlider::groove:horizontal { height: ${groove}px; background: $line; border-radius: ${groove_corner}px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: ${groove_corner}px; }
QSlider::handle:horizontal { width: ${knob}px; margin: -${knob_out}px 0; border-radius: ${knob_corner}px;
    background: $accent; border: ${hairline}px solid $surface; }
QSlider::handle:horizontal:focus { border: ${focus_width}px solid $focus; }
QComboBox { background: $surface; color: $ink; border: ${hairline}px solid $edge; border-radius: ${corner}px;
    padding: 0 ${pad}px; min-height: ${field}px; }
QComboBox:focus { border: ${focus_width}px solid $focus; }
QToolTip { background: $ink; color: $ground; border: none; padding: ${pad}px; font-size: ${note}px; }
""")


def style_sheet(theme: Theme) -> str:
    """The style sheet of the whole application."""
    colours = theme.colours
    names = {name: getattr(colours, name) for name in ("ground", "surface", "sunk", "line", "edge", "ink")}
    names |= {name: getattr(colours, name) for name in ("quiet", "accent", "on_accent", "focus")}
    knob, groove, bar = max(24, theme.space(3.5)), theme.space(1), max(12, theme.space(1.5))
    sizes = {
        "hairline": theme.hairline,
        "corner": theme.space(1.5),
        "pad": theme.space(1.5),
        "tight": theme.space(0.5),
        "field": theme.target - 2 * theme.space(1.5) - 2 * theme.focus_width,
        "focus_width": theme.focus_width,
        "body": theme.text_px(Type.BODY),
        "note": theme.text_px(Type.NOTE),
        "bar": bar,
        "bar_corner": bar // 2 - 2,
        "groove": groove,
        "groove_corner": groove // 2,
        "knob": knob,
        "knob_out": (knob - groove) // 2,
        "knob_corner": knob // 2,
    }
    mono = ", ".join(f'"{family}"' for family in MONOSPACED)
    return _SHEET.substitute(names, mono=mono, **sizes)


def palette(theme: Theme) -> QPalette:
    """Qt's palette, for whatever is neither painted by us nor named in the sheet."""
    colours, role = theme.colours, QPalette.ColorRole
    roles = {
        role.Window: colours.ground,
        role.Base: colours.surface,
        role.AlternateBase: colours.sunk,
        role.Button: colours.surface,
        role.WindowText: colours.ink,
        role.Text: colours.ink,
        role.ButtonText: colours.ink,
        role.PlaceholderText: colours.quiet,
        role.ToolTipBase: colours.ink,
        role.ToolTipText: colours.ground,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent,
        role.Accent: colours.accent,
    }
    result = QPalette()
    for key, colour in roles.items():
        result.setColor(key, QColor(colour))
    return result
