import tomllib

from hypothesis import given
from hypothesis import strategies as st

from kiosk.packs.lines import DEEPEST, key_lines, line_of, too_deep, without_strings

TEXT = '''\
# [not.a.table]
id = "a # b"
text = """
[[questions]]
id = 3
"""
list = [
  "[x]",
  7,
]
[title]
en = 'it is'
[[questions]]
id = "one"
text.en = "a = b"
[[questions]]
id = "two"
[questions.text]
de = "x"
[[questions.parts]]
id = 1
[[questions.parts]]
id = 2
'''


def test_each_key_is_found_on_its_line() -> None:
    lines = key_lines(without_strings(TEXT))
    assert lines == {
        ("id",): 2,
        ("text",): 3,
        ("list",): 7,
        ("title",): 11,
        ("title", "en"): 12,
        ("questions", 0): 13,
        ("questions", 0, "id"): 14,
        ("questions", 0, "text", "en"): 15,
        ("questions", 1): 16,
        ("questions", 1, "id"): 17,
        ("questions", 1, "text"): 18,
        ("questions", 1, "text", "de"): 19,
        ("questions", 1, "parts", 0): 20,
        ("questions", 1, "parts", 0, "id"): 21,
        ("questions", 1, "parts", 1): 22,
        ("questions", 1, "parts", 1, "id"): 23,
    }


def test_a_missing_key_is_looked_for_in_the_table_around_it() -> None:
    lines = key_lines(without_strings(TEXT))
    assert line_of(("questions", 1, "avatar"), lines) == 16
    assert line_of(("list", 1), lines) == 7
    assert line_of(("version",), lines) == 1


def test_depth_is_counted_over_lines_and_dots() -> None:
    assert too_deep(without_strings(TEXT)) is None
    assert too_deep(["", "a = " + "[" * (DEEPEST + 1)]) == 2
    assert too_deep(["a = ["] * (DEEPEST + 1)) == DEEPEST + 1
    assert too_deep(["a" + ".a" * (2 * DEEPEST + 1) + " = 1"]) == 1


@given(st.text(alphabet="ab=.[]{}\"'#\\\n ,1", max_size=200))
def test_any_text_can_be_looked_through_and_strings_hide_no_lines(text: str) -> None:
    bare = without_strings(text)
    assert len(bare) == text.count("\n") + 1
    lines = key_lines(bare)
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return
    plain = [key for key in table if key.isalnum()]
    assert all(1 <= line_of((key,), lines) <= len(bare) for key in plain)
