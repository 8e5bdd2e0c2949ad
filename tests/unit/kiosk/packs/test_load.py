import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain.pack import Difficulty, QuestionKind
from kiosk.packs.errors import PackErrors
from kiosk.packs.load import load

Write = Callable[[str], Path]


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(PackErrors) as caught:
        load(folder)
    return [str(problem) for problem in caught.value.problems]


def test_a_good_pack_arrives_whole_and_in_order(write: Write, good: str) -> None:
    pack = load(write(good))
    first, second = pack.questions
    assert (pack.id, pack.version, pack.languages) == ("small", "1.0", ("en", "de"))
    assert pack.title["de"] == "Klein"
    assert pack.practice is None
    assert (first.id, first.kind, first.answer_limit_s, first.problem) == (
        "first",
        QuestionKind.GENERAL,
        60,
        None,
    )
    assert (first.retakes, first.may_skip, first.think_time_s) == (0, False, 0)
    assert first.difficulty is Difficulty.MEDIUM
    assert second.problem == {"en": "# Riddle (en)\n", "de": "# Riddle (de)\n"}


def test_line_breaks_in_a_spoken_text_become_spaces(write: Write, good: str) -> None:
    pack = load(write(good.replace('"How are you?"', '"""\nHow\n  are you?"""')))
    assert pack.questions[0].text["en"] == "How are you?"


@pytest.mark.parametrize(
    ("right", "wrong", "line"),
    [
        (
            "answer_limit_s = 60",
            "answer_limit_s = 0",
            "line 13: questions[0].answer_limit_s must be between 10 and 3600, found 0",
        ),
        (
            "answer_limit_s = 60",
            'answer_limit_s = "60"',
            "line 13: questions[0].answer_limit_s must be between 10 and 3600, found '60'",
        ),
        (
            "answer_limit_s = 60",
            "answer_limit_s = nan",
            "line 13: questions[0].answer_limit_s must be between 10 and 3600, found nan",
        ),
        ('kind = "coding"\n', "", "line 17: questions[1].kind is missing"),
        (
            '"coding"',
            '"x"',
            "line 19: questions[1].kind must be one of general, behavioural, technical, coding, found 'x'",
        ),
        ('de = "Klein"\n', "", "line 5: title.de is missing, but the pack speaks this language"),
        ('de = "Klein"', 'de = "Klein"\nfr = "Petit"', "line 8: title.fr is not one of the pack’s languages"),
        (
            'id = "second"',
            'id = "first"',
            "line 18: questions[1].id “first” is the id of another question already",
        ),
        ('"small"', '"other"', "line 1: id must be the name of the pack’s folder, “small”"),
        ("[title]", 'colour = "red"\n[title]', "line 5: colour is not a setting of a pack"),
        (
            '"How are you?"',
            '"See www.example"',
            "line 14: questions[0].text.en must not contain links, found “www.”",
        ),
        (
            '"How are you?"',
            '"<b>How</b>?"',
            "line 14: questions[0].text.en must be plain text without markup",
        ),
        (
            '"How are you?"',
            '"How\\u202Eare you?"',
            "line 14: questions[0].text.en must not contain the invisible character U+202E",
        ),
        ('"How are you?"', '"  "', "line 14: questions[0].text.en must not be empty"),
        (
            '"How are you?"',
            f'"{"a" * 601}"',
            f"line 14: questions[0].text.en must be a text of 1 to 600 characters, found '{'a' * 38}…",
        ),
        (
            '["en", "de"]',
            '["en", "de", "en"]',
            "line 3: languages must name each language once, “en” is repeated",
        ),
        ('"mira"', '"../mira"', None),
        (
            "[[questions]]",
            "[[questions",
            "line 9: is not TOML: Expected ']]' at the end of an array declaration",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_reason(
    write: Write, good: str, right: str, wrong: str, line: str | None
) -> None:
    told = mistakes(write(good.replace(right, wrong, 1)))
    assert len(told) == 1
    assert line is None or told == [f"pack.toml {line}"]


def test_every_mistake_is_told_at_once_in_the_order_of_lines(write: Write, good: str) -> None:
    bad = (
        good.replace('"1.0"', '"new"')
        .replace("= 60", "= 5")
        .replace('"coding"', '"x"')
        .replace("riddle", "none")
    )
    told = mistakes(write(bad))
    assert [line.split(" ")[:3] for line in told] == [
        ["pack.toml", "line", "2:"],
        ["pack.toml", "line", "13:"],
        ["pack.toml", "line", "19:"],
        ["problems/none.de.md", "line", "1:"],
        ["problems/none.en.md", "line", "1:"],
    ]


def test_a_statement_is_checked_like_the_pack(write: Write, good: str) -> None:
    folder = write(good)
    (folder / "problems/riddle.en.md").write_text("# Riddle\n\nSee https://example\n")
    (folder / "problems/riddle.de.md").write_bytes(b"# R\xe4tsel\n")
    assert mistakes(folder) == [
        "problems/riddle.de.md line 1: is not UTF-8 text",
        "problems/riddle.en.md line 3: must not contain links, found “://”",
    ]


def test_a_statement_may_hold_code_and_generics(write: Write, good: str) -> None:
    folder = write(good)
    (folder / "problems/riddle.en.md").write_text("    List<String> names;\n\n\treturn names\r\n")
    assert load(folder).questions[1].problem is not None


def test_a_folder_without_a_pack_says_so(tmp_path: Path) -> None:
    assert mistakes(tmp_path) == ["pack.toml line 1: cannot be read: No such file or directory"]


def test_nothing_outside_the_folder_is_read(write: Write, good: str, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret")
    folder = write(good)
    (folder / "problems/riddle.en.md").unlink()
    (folder / "problems/riddle.en.md").symlink_to(tmp_path / "secret.md")
    assert mistakes(folder) == ["problems/riddle.en.md line 1: must not be a link"]
    folder = write(good.replace('["en", "de"]', '["en", "/../../secret"]'))
    assert not [line for line in mistakes(folder) if "secret.md" in line]


def test_a_pipe_in_place_of_the_pack_does_not_make_us_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pack.toml")
    assert mistakes(tmp_path) == ["pack.toml line 1: is not a file"]


def test_a_pack_that_is_too_long_is_not_read(write: Write, good: str) -> None:
    assert mistakes(write(good + "#" * 300_000)) == ["pack.toml line 1: is longer than 256 KiB"]
