"""Gaps nobody can hide: every painted stretch of a recording is a chapter of its own, named by its reason."""

from collections.abc import Iterable

from kiosk.domain.recording import Chapter, Gap, GapCause

_SHORTEST_S = 1.0
"""Shorter stretches are counted among the gaps, and nobody could choose them in a player."""
_NAMES = {
    GapCause.CAMERA_MASKED: "Camera covered",
    GapCause.MICROPHONE_MASKED: "Microphone covered",
    GapCause.PAUSED: "Paused",
    GapCause.CAMERA_LOST: "Camera lost",
    GapCause.MICROPHONE_LOST: "Microphone lost",
    GapCause.RECORDER_LOST: "Recording interrupted",
    GapCause.POWER_LOST: "Power lost",
    GapCause.STOPPED_BY_STAFF: "Recording stopped",
}


def with_gaps(chapters: tuple[Chapter, ...], gaps: Iterable[Gap]) -> tuple[Chapter, ...]:
    """The chapters, cut where something is painted; what a gap interrupts goes on after it."""
    found = chapters
    for gap in sorted(gaps, key=lambda gap: gap.start_s):
        if gap.painted and gap.length_s >= _SHORTEST_S:
            found = tuple(piece for chapter in found for piece in _cut(chapter, gap))
    return _joined(found)


def _cut(chapter: Chapter, gap: Gap) -> list[Chapter]:
    start_s = max(chapter.start_s, gap.start_s)
    end_s = min(chapter.end_s, gap.start_s + gap.length_s)
    if end_s <= start_s:
        return [chapter]
    pieces = (
        Chapter(chapter.key, chapter.title, chapter.start_s, start_s),
        _named(chapter, gap, start_s, end_s),
        Chapter(chapter.key, chapter.title, end_s, chapter.end_s),
    )
    return [piece for piece in pieces if piece.end_s > piece.start_s]


def _named(chapter: Chapter, gap: Gap, start_s: float, end_s: float) -> Chapter:
    """Where two gaps overlap both are named."""
    key, name = f"gap:{gap.cause}", _NAMES[gap.cause]
    if gap.reason and gap.reason != "paused":
        key, name = f"{key}:{gap.reason}", f"{name}: {gap.reason.replace('_', ' ')}"
    if chapter.key.startswith("gap:"):
        key, name = f"{chapter.key}+{key.removeprefix('gap:')}", f"{chapter.title}; {name}"
    return Chapter(key, name, start_s, end_s)


def _joined(chapters: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    """A gap that lasts from one question into the next is one chapter."""
    found: list[Chapter] = []
    for chapter in chapters:
        goes_on = found and found[-1].key == chapter.key and chapter.key.startswith("gap:")
        start_s = found.pop().start_s if goes_on else chapter.start_s
        found.append(Chapter(chapter.key, chapter.title, start_s, chapter.end_s))
    return tuple(found)
