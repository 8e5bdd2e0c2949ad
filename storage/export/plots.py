"""Small drawings for reports: inline SVG without script, style sheet or font of its own.

Everything is drawn in ``currentColor``, so that a drawing is right on light and dark pages and in print. Each
says in words what it shows, for people who do not see it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

_WIDTH, _ROW, _LABEL, _NUMBER = 640, 32, 220, 110
_PLOT = _WIDTH - _LABEL - _NUMBER
_HEIGHT, _MARGIN = 180, 28


@dataclass(frozen=True, slots=True)
class Bar:
    """One labelled value; ``None`` where there is none, with the reason as ``shown``."""

    label: str
    value: float | None
    shown: str
    """The value in words, for example “1:12”."""


def bars(title: str, rows: Sequence[Bar], largest: float | None = None) -> str:
    """One horizontal bar per row, from 0 to ``largest`` or to the largest value."""
    top = largest or max((row.value or 0.0 for row in rows), default=0.0) or 1.0
    drawn = "".join(_bar(row, at * _ROW, top) for at, row in enumerate(rows))
    words = "; ".join(f"{row.label}: {row.shown}" for row in rows)
    return _picture(title, words, max(1, len(rows)) * _ROW, drawn)


def line(title: str, points: Sequence[Bar], largest: float) -> str:
    """Values over the questions in order, from 0 to ``largest``; a missing one interrupts the line."""
    step = (_WIDTH - 2 * _MARGIN) / max(1, len(points) - 1)
    places = [(_MARGIN + at * step, _level(point.value, largest)) for at, point in enumerate(points)]
    strokes = "".join(_stroke(before, after) for before, after in pairwise(places))
    dots = "".join(_dot(point, x, y) for point, (x, y) in zip(points, places, strict=True))
    floor = _HEIGHT - _MARGIN
    axis = f'<path d="M{_MARGIN} {floor}H{_WIDTH - _MARGIN}" stroke="currentColor" stroke-opacity=".25"/>'
    words = "; ".join(f"{point.label}: {point.shown}" for point in points)
    return _picture(title, words, _HEIGHT, axis + strokes + dots)


def _bar(row: Bar, y: int, top: float) -> str:
    middle = y + _ROW / 2 + 5
    width = _PLOT * min(1.0, max(0.0, (row.value or 0.0) / top))
    track = f'<rect x="{_LABEL}" y="{y + 10}" width="{_PLOT}" height="12" rx="6" fill-opacity=".1"/>'
    bar = f'<rect x="{_LABEL}" y="{y + 10}" width="{width:.1f}" height="12" rx="6" fill-opacity=".75"/>'
    label = f'<text x="{_LABEL - 12}" y="{middle}" text-anchor="end">{escape(_short(row.label))}</text>'
    number = f'<text x="{_WIDTH}" y="{middle}" text-anchor="end">{escape(row.shown)}</text>'
    return label + track + (bar if row.value else "") + number


def _stroke(before: tuple[float, float | None], after: tuple[float, float | None]) -> str:
    if before[1] is None or after[1] is None:
        return ""
    path = f"M{before[0]:.1f} {before[1]:.1f}L{after[0]:.1f} {after[1]:.1f}"
    return f'<path d="{path}" stroke="currentColor" stroke-width="2"/>'


def _dot(point: Bar, x: float, y: float | None) -> str:
    label = f'<text x="{x:.1f}" y="{_HEIGHT - 8}" text-anchor="middle">{escape(point.label)}</text>'
    if y is None:
        return label
    value = f'<text x="{x:.1f}" y="{y - 10:.1f}" text-anchor="middle">{escape(point.shown)}</text>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>{value}{label}'


def _level(value: float | None, largest: float) -> float | None:
    if value is None:
        return None
    return _HEIGHT - _MARGIN - (_HEIGHT - 3 * _MARGIN) * min(1.0, max(0.0, value / largest))


def _short(label: str, longest: int = 28) -> str:
    return label if len(label) <= longest else label[: longest - 1] + "…"


def _picture(title: str, words: str, height: int, drawn: str) -> str:
    head = f'<svg viewBox="0 0 {_WIDTH} {height}" role="img"'
    style = ' fill="currentColor" font-family="inherit" font-size="14"'
    named = f"<title>{escape(title)}</title><desc>{escape(words)}</desc>"
    return f"{head}{style}>{named}{drawn}</svg>"
