"""Question lists as people have them, and everything that can be wrong with one."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.pack import Pack, QuestionKind
from kiosk.packs.errors import PackErrors
from kiosk.packs.importing import import_list
from kiosk.packs.load import load
from kiosk.packs.question_list import Wish

HOW_TO = Path(__file__).parents[4] / "docs/how-to/write-a-pack.md"
FULL = bool(os.environ.get("FULL_COUNTS"))


def made(folder: Path, name: str, text: str, wish: Wish | None = None) -> Pack:
    (folder / name).write_bytes(text.encode())
    return load(import_list(folder / name, wish or Wish("mine"), folder / "packs"))


def mistakes(folder: Path, name: str, text: str) -> list[str]:
    with pytest.raises(PackErrors) as caught:
        made(folder, name, text)
    assert not (folder / "packs" / "mine").exists()
    return [str(problem) for problem in caught.value.problems]


def told(folder: Path, name: str, text: str) -> str:
    """What the author is told; nothing when the list is good."""
    try:
        made(folder, name, text)
    except PackErrors as error:
        return str(error)
    return ""


def example(kind: str) -> str:
    return HOW_TO.read_text().split(f"```{kind}\n")[1].split("```")[0]


def test_the_spreadsheet_of_the_how_to_becomes_a_pack(tmp_path: Path) -> None:
    pack = made(tmp_path, "list.csv", example("csv"), Wish("night-shift"))
    (question,) = pack.questions
    assert (pack.id, pack.languages, pack.title["de"]) == ("night-shift", ("en", "de"), "Night shift")
    assert (question.id, question.kind, question.keywords) == (
        "handover",
        QuestionKind.BEHAVIOURAL,
        ("handover", "safety"),
    )
    assert (question.think_time_s, question.answer_limit_s) == (30, 120)
    assert question.text["de"] == "Erzählen Sie von einer Übergabe, die schiefging."
    assert (question.followups[0].text["en"], question.followups[0].min_words) == ("What did you do?", 20)


def test_the_text_of_the_how_to_becomes_a_pack(tmp_path: Path) -> None:
    pack = made(tmp_path, "list.md", example("markdown"))
    first, second = pack.questions
    assert pack.title["en"] == "Night shift, first talk"
    assert (first.id, first.avatar) == ("what-do-you-like-about", "mira")
    assert second.text["en"] == "Tell me about a handover that went wrong. What did you do?"
    assert (second.id, second.think_time_s) == ("handover", 30)


def test_a_plain_numbered_list_is_enough(tmp_path: Path) -> None:
    pack = made(
        tmp_path, "list.md", "Our questions\n\n1. Who are you?\n2) Who\n   are you really?\n3. Wer?\n4. 誰?\n"
    )
    assert [(one.id, one.text["en"]) for one in pack.questions] == [
        ("who-are-you", "Who are you?"),
        ("who-are-you-really", "Who are you really?"),
        ("wer", "Wer?"),
        ("question-4", "誰?"),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_spreadsheet_is_read_however_it_was_saved(tmp_path: Path, separator: str, newline: str) -> None:
    lines = ["Question;May skip;Think time;", '"Why, ""now""?\nTell us.";yes;1,5;', ";;;", "Why?;no;;"]
    text = "\ufeff" + newline.join(lines).replace(";", separator).replace("1,5", '"1,5"') + newline
    first, second = made(tmp_path, "list.CSV", text).questions
    assert (first.text["en"], first.may_skip, first.think_time_s) == ('Why, "now"? Tell us.', True, 1.5)
    assert (second.may_skip, second.think_time_s) == (False, 20)


def test_equal_questions_get_ids_of_their_own(tmp_path: Path) -> None:
    pack = made(tmp_path, "list.md", "1. Why?\n2. Why?\n3. Why?\n")
    assert [one.id for one in pack.questions] == ["why", "why-2", "why-3"]


def test_every_mistake_in_a_spreadsheet_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    text = (
        "id,text,text de,kind,answer limit,may skip\n"
        "one,Why?,Warum?,story,soon,perhaps\n"
        '\n"two","Why\nthen?",,general,5,yes\n'
        "one,<b>Why</b>?,Warum?,,,\n"
    )
    assert mistakes(tmp_path, "list.csv", text) == [
        "list.csv line 2: answer_limit_s must be a number, found 'soon'",
        "list.csv line 2: kind must be one of general, behavioural, technical, coding, found 'story'",
        "list.csv line 2: may_skip must be yes or no, found 'perhaps'",
        "list.csv line 4: answer_limit_s must be between 10 and 3600, found 5",
        "list.csv line 4: text.de is missing, but the pack speaks this language",
        "list.csv line 6: id “one” is the id of another question already",
        "list.csv line 6: text.en must be plain text without markup",
    ]


def test_every_mistake_in_a_text_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    text = "# T\n\n1. Why?\n   - colour: red\n   - kind: general\n   - kind: technical\n   - so\n"
    assert mistakes(tmp_path, "list.md", text) == [
        "list.md line 4: “colour” is no setting",
        "list.md line 6: kind is there already",
        "list.md line 7: a point must be a setting, like “kind: general”",
    ]
    assert mistakes(tmp_path, "list.md", "## One\n- retakes: 9\n") == [
        "list.md line 1: text.en is missing, but the pack speaks this language",
        "list.md line 2: retakes must be a whole number between 0 and 5, found 9",
    ]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("list.csv", "", "line 1: has no questions"),
        ("list.csv", "text\n", "line 1: has no questions"),
        ("list.md", "Nothing here.\n", "line 1: has no questions"),
        ("list.csv", "id,colour\na,b\n", "line 1: has a column 'colour', which is no setting"),
        ("list.csv", "id\na\n", "line 1: has no column “text” with the questions"),
        ("list.csv", "text,question\na,b\n", "line 1: has two columns for text.en"),
        ("list.csv", "id,text\na,b,c\n", "line 2: has more than the 2 columns of the first line"),
        ("list.csv", 'text\n"a" b\n', "is not CSV"),
        ("list.csv", "text\na\0\n", "line"),
        ("list.txt", "1. Why?", "line 1: must be a .csv or .md file"),
        ("list.md", "1. Why?\n" * 61, "line 61: has over 60 questions"),
        ("list.md", "1. See https://example.org\n", "line 1: text.en must not contain links"),
        ("list.md", "x" * 300_000, "line 1: is longer than 256 KiB"),
    ],
)
def test_what_is_no_list_is_told(tmp_path: Path, name: str, text: str, told: str) -> None:
    assert told in mistakes(tmp_path, name, text)[0]


def test_no_name_reaches_outside_and_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "packs/mine").mkdir(parents=True)
    for name in ("../mine", "/etc", "", "Mine", "mine"):
        with pytest.raises(PackErrors):
            made(tmp_path, "list.md", "1. Why?\n", Wish(name))
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["list.md", "mine", "packs"]


@settings(max_examples=10_000 if FULL else 100, deadline=None)
@given(
    st.sampled_from(["list.csv", "list.md"]), st.text(alphabet='tex,;:"#-1.\n\t \0\u202e=é<*', max_size=200)
)
def test_no_list_does_harm(name: str, text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert all(line.isprintable() for line in told(Path(folder), name, text).splitlines())


def test_a_tab_is_said_and_not_shown(tmp_path: Path) -> None:
    assert "'tab' expected" in told(tmp_path, "list.csv", '""1\t')
