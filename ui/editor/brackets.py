"""Which bracket belongs to which. Pure functions over text."""

_PAIRS = {"(": ")", "[": "]", "{": "}"}
_BACK = {closer: opener for opener, closer in _PAIRS.items()}
FARTHEST = 20_000
"""Characters looked at, so that a long text costs no more than a keystroke may."""


def beside(text: str, position: int) -> tuple[int, int] | None:
    """The places of the bracket before or after the cursor and of its partner, or ``None``."""
    for place in (position - 1, position):
        if 0 <= place < len(text):
            partner = _partner(text, place)
            if partner is not None:
                return place, partner
    return None


def _partner(text: str, place: int) -> int | None:
    bracket = text[place]
    if bracket in _PAIRS:
        return _search(text, range(place, min(len(text), place + FARTHEST)), bracket, _PAIRS[bracket])
    if bracket in _BACK:
        return _search(text, range(place, max(-1, place - FARTHEST), -1), bracket, _BACK[bracket])
    return None


def _search(text: str, places: range, same: str, other: str) -> int | None:
    depth = 0
    for place in places:
        if text[place] == same:
            depth += 1
        elif text[place] == other:
            depth -= 1
            if depth == 0:
                return place
    return None
