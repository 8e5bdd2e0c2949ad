import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from kiosk.assessment.evaluation import read_cases, rubric_scorer, transcript_of
from kiosk.domain.ids import QuestionId
from kiosk.domain.pack import Pack, QuestionKind
from kiosk.domain.rubric import Dimension, Measure
from kiosk.packs.load import load
from kiosk.packs.schema import json_schema
from kiosk.packs.shelf import available

ROOT = Path(__file__).parents[4]
PACKS = ROOT / "assets/packs"
NAMES = available([PACKS])


def test_the_published_schema_is_current() -> None:
    published = json.loads((PACKS / "pack.schema.json").read_text())
    assert published == json_schema(), "run: python -m kiosk.packs pack > assets/packs/pack.schema.json"


def test_the_promised_packs_are_shipped() -> None:
    promised = {"apprentice", "customer-service", "demo", "engineer", "general", "nurse", "technical"}
    assert promised <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_pack_loads_and_its_schema_agrees(name: str) -> None:
    pack = load(PACKS / name)
    assert "en" in pack.languages
    assert pack.practice is not None
    jsonschema.validate(tomllib.loads((PACKS / name / "pack.toml").read_text()), json_schema())


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_interview_takes_no_longer_than_it_says(name: str) -> None:
    pack = load(PACKS / name)
    longest_s = sum(question.answer_limit_s + question.think_time_s for question in pack.questions)
    assert longest_s / 60 <= pack.about_minutes * 1.1


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"demo"}))
def test_every_question_of_a_shipped_pack_is_judged_by_levels_that_are_written_down(name: str) -> None:
    for question in load(PACKS / name).questions:
        own = [one for one in question.rubric if one.measure in (Measure.SIGNS, Measure.CODE)]
        assert own or (question.may_skip and question.kind is QuestionKind.GENERAL), question.id
        assert all(set(one.anchors) == set(load(PACKS / name).languages) for one in own)
        assert all(len(terms) >= 7 for one in own for sign in one.signs for terms in sign.terms.values())


@pytest.mark.parametrize("name", ["apprentice", "customer-service", "nurse"])
def test_a_pack_for_one_job_is_complete(name: str) -> None:
    pack = load(PACKS / name)
    assert len(pack.questions) == 8
    assert {one.kind for one in pack.questions} == {
        QuestionKind.GENERAL,
        QuestionKind.BEHAVIOURAL,
        QuestionKind.TECHNICAL,
    }
    assert {one.avatar for one in pack.questions} == {"mira", "jonas"}
    assert sum(one.problem is not None for one in pack.questions) == 1
    for question in pack.questions:
        assert question.keywords
        assert question.retakes
        assert question.think_time_s
        assert question.followups or question.may_skip
    assert {criterion.dimension for one in pack.questions for criterion in one.rubric} == set(Dimension)


@pytest.mark.parametrize(
    "cases", sorted((ROOT / "assets/eval/packs").glob("*.jsonl")), ids=lambda file: file.stem
)
def test_good_answers_score_and_weak_ones_are_left_to_people(cases: Path) -> None:
    questions = {question.id: question for question in load(PACKS / cases.stem).questions}
    seen = set()
    for case in read_cases(cases):
        question = questions[QuestionId(case.question)]
        score = rubric_scorer(question, transcript_of(case), case.language)
        seen.add(case.question)
        assert (score is None) == (case.level is None), case.id
        assert score is None or score >= 60, case.id
    assert seen == {question.id for question in questions.values() if question.rubric}


def skippable(pack: Pack) -> int:
    return sum(question.may_skip for question in pack.questions)


def test_the_general_pack_has_six_questions_of_which_one_may_be_skipped() -> None:
    pack = load(PACKS / "general")
    assert len(pack.questions) == 6
    assert skippable(pack) == 1
    assert all(question.retakes == 1 for question in pack.questions)


def test_the_technical_pack_has_a_coding_problem_to_read() -> None:
    coding = [one for one in load(PACKS / "technical").questions if one.kind is QuestionKind.CODING]
    assert [set(one.problem or ()) for one in coding] == [{"en", "de"}]


def test_the_engineers_pack_has_two_programs_to_write() -> None:
    coding = [one for one in load(PACKS / "engineer").questions if one.coding is not None]
    assert [one.kind for one in coding] == [QuestionKind.CODING] * 2
    assert all(set(one.problem or ()) == {"en", "de"} for one in coding)


def test_the_example_in_the_how_to_is_a_good_pack(tmp_path: Path) -> None:
    how_to = (ROOT / "docs/how-to/write-a-pack.md").read_text()
    (tmp_path / "my-pack").mkdir()
    (tmp_path / "my-pack/pack.toml").write_text(how_to.split("```toml\n")[1].split("```")[0])
    assert load(tmp_path / "my-pack").version == "1.0"
