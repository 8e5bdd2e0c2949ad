"""Words that are said past the dictionaries: in templates, in scripts and in Python."""

import ast
import re
from collections.abc import Callable, Iterator

_IN_JINJA = re.compile(r"\{%-? trans.*?endtrans -?%\}|\{[{%#].*?[}%#]\}", re.DOTALL)
_NOT_READ = re.compile(r"<(style|script)\b.*?</\1>|{% block width %}narrow{% endblock %}", re.DOTALL)
_READ_ALOUD = re.compile(
    r'\b(?:aria-label|alt|placeholder|title|label|data-name|data-before|data-copied|data-selected)="([^"]*)"'
)
_NO_WORDS = {"REC", "SHA", "UTC", "dB", "kB"}
_SPEAKS = re.compile(r"[^\W\d_]{2,}\W* [^\W\d_]|^[A-Z][a-z]+\b")
_NOT_WORDS = re.compile(r"[<>;=_]|px|^\W*$|^\w+ \{ ")
_NAMES = {"Interview Kiosk", "Ctrl+Alt+Shift+K"}
_SENTENCE = re.compile(r"^[A-Z][a-z]+\b|\w+ \w+ \w+")
_OF_SCRIPTS = {"Ed25519"}


def in_template(template: str) -> list[str]:
    """Words of a template that are for people and are handed to nobody for translation."""
    bare = _IN_JINJA.sub(" ", _NOT_READ.sub(" ", template))
    read = [*_READ_ALOUD.findall(bare), re.sub(r"&\w+;", " ", re.sub(r"<[^>]*>", " ", bare))]
    found = [word for text in read for word in re.findall(r"[^\W\d_]{2,}", text)]
    return [word for word in found if word not in _NO_WORDS]


def in_script(script: str) -> list[str]:
    """Texts of a script that are for people: a script gets its words from the page."""
    bare = re.sub(r"/\*.*?\*/|^\s*//.*$", "", script, flags=re.DOTALL | re.MULTILINE)
    texts = re.findall(r'"([^"\n]*)"|`([^`]*)`', bare)
    return [text for text in map("".join, texts) if _SENTENCE.search(text) and text not in _OF_SCRIPTS]


def in_module(module: ast.Module, translates: Callable[[str], bool]) -> Iterator[tuple[int, str]]:
    """Lines and texts that look like words for people and are handed to nobody who ``translates``."""
    fine: set[int] = set()
    for node in ast.walk(module):
        match node:
            case ast.Raise() | ast.Assert() | ast.Expr(value=ast.Constant()):
                fine.update(map(id, ast.walk(node)))
            case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) if translates(name):
                fine.update(map(id, ast.walk(node)))
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in fine:
            words = node.value
            if _SPEAKS.search(words) and not _NOT_WORDS.search(words) and words not in _NAMES:
                yield node.lineno, words
