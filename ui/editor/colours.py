"""The colours of code, one set for each palette of the theme: 4.5:1 and more on their sunk ground.

None of them is red, amber or green as the theme uses these: on the screens those have meanings.
"""

from dataclasses import dataclass

from pygments.token import Comment, Keyword, Name, Number, Operator, String, _TokenType

from ui.theme.palettes import Scheme


@dataclass(frozen=True, slots=True)
class CodeColours:
    """As ``#rrggbb``."""

    keyword: str
    name: str
    text: str
    number: str
    comment: str
    line: str
    """Ground of the line the cursor is in."""
    pair: str
    """Ground of two brackets that belong together."""


CODE_COLOURS: dict[Scheme, CodeColours] = {
    Scheme.LIGHT: CodeColours(
        "#0f5c5c", "#0b3f8f", "#7b4420", "#5b2a86", "#545c60", line="#e6dfd3", pair="#c5dcd9"
    ),
    Scheme.DARK: CodeColours(
        "#74cac1", "#a9c8ff", "#e8b98a", "#c9a6f0", "#98a5a9", line="#1d2426", pair="#1f4f4d"
    ),
    Scheme.HIGH_CONTRAST: CodeColours(
        "#7cf0e4", "#a8cfff", "#ffd9a8", "#dcc0ff", "#d0d0d0", line="#262626", pair="#00524b"
    ),
}

_KINDS: dict[_TokenType, str] = {
    Comment: "comment",
    Keyword: "keyword",
    Operator.Word: "keyword",
    Name.Builtin: "name",
    Name.Function: "name",
    Name.Class: "name",
    Name.Decorator: "name",
    Number: "number",
    String: "text",
    Comment.Preproc: "keyword",
}


def kind_of(token: _TokenType) -> str:
    """The name of a token's colour; empty for what is simply written."""
    kind: _TokenType | None = token
    while kind is not None:
        if kind in _KINDS:
            return _KINDS[kind]
        kind = kind.parent
    return ""
