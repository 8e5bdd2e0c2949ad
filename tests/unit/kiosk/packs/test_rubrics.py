import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from kiosk.domain.rubric import Dimension, Measure
from kiosk.packs.errors import PackErrors
from kiosk.packs.load import load
from kiosk.packs.schema import rubric_json_schema
from kiosk.packs.shelf import available

Write = Callable[[str], Path]
ROOT = Path(__file__).parents[4]
PACKS = ROOT / "assets/packs"
RUBRIC = """\
[weights]
problem_solving = 2

[[criteria]]
id = "solving"
questions = ["first", "second"]
dimension = "problem_solving"
title = { en = "Solving", de = "Lösen" }
anchors.en = ["none", "little", "some", "much", "all"]
anchors.de = ["nichts", "wenig", "etwas", "viel", "alles"]
[[criteria.signs]]
id = "way"
title = { en = "the way", de = "den Weg" }
terms = { en = ["a way … out", "solv*"], de = ["ein Weg"] }

[[criteria]]
id = "detail"
questions = ["second"]
dimension = "communication"
measure = "detail"
title = { en = "Detail", de = "Einzelheiten" }
"""


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(PackErrors) as caught:
        load(folder)
    return [str(problem) for problem in caught.value.problems]


def test_criteria_arrive_with_the_questions_they_belong_to(write: Write, good: str) -> None:
    folder = write(good)
    (folder / "rubric.toml").write_text(RUBRIC)
    pack = load(folder)
    first, second = pack.questions
    assert [one.id for one in first.rubric] == ["solving"]
    assert [one.id for one in second.rubric] == ["solving", "detail"]
    solving, detail = second.rubric
    assert (solving.dimension, solving.weight) == (Dimension.PROBLEM_SOLVING, 1.0)
    assert solving.signs[0].terms["en"] == ("a way … out", "solv*")
    assert solving.anchors["de"][4] == "alles"
    assert (detail.measure, detail.signs) == (Measure.DETAIL, ())
    assert (pack.weights.problem_solving, pack.weights.values) == (2.0, 1.0)


def test_a_pack_without_a_rubric_is_judged_by_people(write: Write, good: str) -> None:
    assert load(write(good)).questions[0].rubric == ()


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ('"first", ', '"third", ', "line 6: criteria[0].questions[0] “third” is no question of the pack"),
        (
            'id = "detail"',
            'id = "solving"',
            "line 17: criteria[1].id “solving” is the id of another criterion",
        ),
        ('measure = "detail"\n', "", "line 16: criteria[1].signs is missing: the criterion has nothing"),
        (
            '"solving"\n',
            '"solving"\nmeasure = "code"\n',
            "criteria[0].signs goes only with the measure “signs”",
        ),
        (', de = ["ein Weg"]', "", "line 14: criteria[0].signs[0].terms.de is missing, but the pack speaks"),
        ('"much", "all"', '"all"', "line 9: criteria[0].anchors.en must have at least 5 entry"),
        ('"solv*"', '"* x"', "words; a “*” may end a word"),
        ('"solv*"', '"a … b … c … d"', "words; a “*” may end a word"),
        ('"solv*"', '"… x"', "words; a “*” may end a word"),
        ('"problem_solving"', '"charm"', "must be one of technical, communication, problem_solving, values"),
        ("problem_solving = 2", "problem_solving = -1", "line 2: weights.problem_solving must be between"),
        ("[weights]", "[weights", "line 1: is not TOML"),
    ],
)
def test_a_mistake_in_a_rubric_is_told_with_its_line(
    write: Write, good: str, right: str, wrong: str, told: str
) -> None:
    folder = write(good)
    (folder / "rubric.toml").write_text(RUBRIC.replace(right, wrong, 1))
    lines = mistakes(folder)
    assert len(lines) == 1
    assert lines[0].startswith("rubric.toml line ")
    assert told in lines[0]


def test_mistakes_of_pack_and_rubric_are_told_together(write: Write, good: str) -> None:
    folder = write(good.replace('"1.0"', '"new"'))
    (folder / "rubric.toml").write_text(RUBRIC.replace("weights", "weight"))
    assert [line.split(" ")[0] for line in mistakes(folder)] == ["pack.toml", "rubric.toml"]


def test_a_rubric_is_not_read_through_a_link(write: Write, good: str, tmp_path: Path) -> None:
    folder = write(good)
    (tmp_path / "elsewhere.toml").write_text(RUBRIC)
    (folder / "rubric.toml").symlink_to(tmp_path / "elsewhere.toml")
    assert mistakes(folder) == ["rubric.toml line 1: must not be a link"]


def test_the_example_in_the_how_to_is_a_good_rubric(tmp_path: Path) -> None:
    how_to = (ROOT / "docs/how-to/write-a-rubric.md").read_text()
    rubric, followups = (block.split("```")[0] for block in how_to.split("```toml\n")[1:])
    folder = tmp_path / "night"
    folder.mkdir()
    (folder / "pack.toml").write_text(
        'id = "night"\nversion = "1"\nlanguages = ["en"]\ntitle.en = "Night"\n[[questions]]\nid = "handover"'
        '\nkind = "general"\navatar = "mira"\nanswer_limit_s = 60\ntext.en = "What went wrong?"\n' + followups
    )
    (folder / "rubric.toml").write_text(rubric)
    (question,) = load(folder).questions
    assert [sign.id for sign in question.rubric[0].signs] == ["missing", "change"]
    assert question.followups[0].min_words == 25


FOLLOW_UP = """
[[questions.followups]]
id = "more"
min_words = 20
text = { en = "Tell me more.", de = "Erzählen Sie mehr." }
"""


def test_a_question_carries_its_follow_ups(write: Write, good: str) -> None:
    followup = load(write(good + FOLLOW_UP)).questions[1].followups[0]
    assert (followup.id, followup.min_words, followup.missing) == ("more", 20, {})
    assert followup.text["de"] == "Erzählen Sie mehr."


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("min_words = 20\n", "", "must say when it is asked"),
        (', de = "Erzählen Sie mehr."', "", "followups[0].text.de is missing"),
        ("min_words = 20", 'missing = { en = ["end"] }', "followups[0].missing.de is missing"),
    ],
)
def test_a_follow_up_must_be_whole(write: Write, good: str, right: str, wrong: str, told: str) -> None:
    (line,) = mistakes(write(good + FOLLOW_UP.replace(right, wrong)))
    assert told in line


def test_the_published_schema_of_rubrics_is_current() -> None:
    published = json.loads((PACKS / "rubric.schema.json").read_text())
    assert published == rubric_json_schema(), "run: python -m kiosk.packs rubric"


@pytest.mark.parametrize(
    "name", [one for one in available([PACKS]) if (PACKS / one / "rubric.toml").exists()]
)
def test_a_shipped_rubric_agrees_with_the_schema_and_guides_people(name: str) -> None:
    jsonschema.validate(tomllib.loads((PACKS / name / "rubric.toml").read_text()), rubric_json_schema())
    pack = load(PACKS / name)
    own = [one for asked in pack.questions for one in asked.rubric if one.measure is Measure.SIGNS]
    assert own
    assert all(set(one.anchors) == set(pack.languages) for one in own)
