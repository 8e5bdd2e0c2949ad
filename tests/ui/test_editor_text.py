"""What the editor does to text, without a window."""

import pytest

from kiosk.domain.code import CodeLanguage
from ui.editor.brackets import beside
from ui.editor.dialects import DIALECTS
from ui.editor.highlight import _lexer, spans_by_line
from ui.editor.indentation import (
    closes_block,
    deeper,
    of_next_line,
    shallower,
    to_next_stop,
    to_previous_stop,
)

PYTHON, SCRIPT = DIALECTS[CodeLanguage.PYTHON], DIALECTS[CodeLanguage.JAVASCRIPT]


@pytest.mark.parametrize(
    ("line", "indent"),
    [
        ("", ""),
        ("x = 1", ""),
        ("    x = 1", "    "),
        ("def f():", "    "),
        ("    if x:  ", "        "),
        ("call(", "    "),
        ("\tx", "\t"),
        ("   ", "   "),
    ],
)
def test_a_new_line_begins_where_the_block_does(line: str, indent: str) -> None:
    assert of_next_line(line, PYTHON) == indent


def test_a_colon_opens_a_block_in_python_only() -> None:
    assert of_next_line("case 1:", SCRIPT) == ""
    assert of_next_line("if (x) {", SCRIPT) == "  "


def test_tab_goes_to_the_next_stop_and_backspace_to_the_one_before() -> None:
    assert [len(to_next_stop(column, PYTHON)) for column in (0, 1, 3, 4)] == [4, 3, 1, 4]
    assert [to_previous_stop(" " * blanks, PYTHON) for blanks in (1, 3, 4, 5, 8)] == [1, 3, 4, 1, 4]
    assert [to_previous_stop(before, PYTHON) for before in ("", "x", "    x", "\t")] == [1, 1, 1, 1]


@pytest.mark.parametrize("line", ["", "x", "  x", "        x", "\tx"])
def test_indenting_and_taking_it_back_changes_nothing(line: str) -> None:
    assert shallower(deeper(line, PYTHON), PYTHON) in {line, line.removeprefix("\t")}


def test_lines_go_left_as_far_as_there_are_blanks() -> None:
    assert [shallower(line, PYTHON) for line in ("x", "  x", "     x", "\tx")] == ["x", "x", " x", "x"]


def test_a_closing_bracket_on_a_line_of_its_own_ends_the_block() -> None:
    assert closes_block("    ", "}")
    assert not closes_block("    x", "}")
    assert not closes_block("", "}")
    assert not closes_block("    ", "x")
    assert not closes_block("    ", "")


@pytest.mark.parametrize(
    ("text", "position", "pair"),
    [
        ("(a)", 0, (0, 2)),
        ("(a)", 3, (2, 0)),
        ("f(g(x), [y])", 1, (1, 11)),
        ("f(g(x), [y])", 6, (5, 3)),
        ("(", 0, None),
        (")(", 1, None),
        ("{[}]", 1, (0, 2)),
        ("abc", 1, None),
        ("", 0, None),
    ],
)
def test_a_bracket_finds_its_partner(text: str, position: int, pair: tuple[int, int] | None) -> None:
    assert beside(text, position) == pair


def test_every_word_is_coloured_in_its_own_line() -> None:
    lines = spans_by_line('def f():\n    """one\n    two"""\n    return 12\n', _lexer(PYTHON))
    assert lines[0] == ((0, 3, "keyword"), (4, 1, "name"))
    assert [spans[-1][2] for spans in lines[1:3]] == ["text", "text"]
    assert lines[3] == ((4, 6, "keyword"), (11, 2, "number"))


@pytest.mark.parametrize("language", CodeLanguage)
def test_every_language_can_be_coloured(language: CodeLanguage) -> None:
    dialect = DIALECTS[language]
    assert any(spans_by_line(dialect.start, _lexer(dialect)))
