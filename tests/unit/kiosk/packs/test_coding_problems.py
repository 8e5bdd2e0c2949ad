import shutil
from pathlib import Path

import pytest

from kiosk.domain.pack import Pack
from kiosk.domain.plain import from_plain, to_plain
from kiosk.packs.errors import PackErrors
from kiosk.packs.load import load

SHIPPED = Path(__file__).parents[4] / "assets/packs/engineer"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "engineer"))


def reasons(folder: Path) -> str:
    with pytest.raises(PackErrors) as caught:
        load(folder)
    return str(caught.value)


def test_a_coding_question_brings_its_task_and_its_statement(folder: Path) -> None:
    question = next(one for one in load(folder).questions if one.id == "open-counter")
    assert question.coding is not None
    assert (question.coding.problem, len(question.coding.examples)) == ("open-counter", 3)
    assert (question.problem or {})["en"].startswith("# The open counter")


def test_a_pack_keeps_its_hidden_tests_to_itself(folder: Path) -> None:
    pack = load(folder)
    secret = (folder / "problems/open-counter/data/secret/06-far-apart.in").read_text().splitlines()[-1]
    assert secret not in str(to_plain(pack))
    assert from_plain(Pack, to_plain(pack)) == pack


def test_mistakes_in_a_problems_folder_are_mistakes_of_the_pack(folder: Path) -> None:
    (folder / "problems/open-counter/data/sample/1.ans").unlink()
    (folder / "problems/open-counter/problem_statement/problem.de.md").unlink()
    (folder / "problems/release-order/problem_statement/problem.en.md").write_text("See https://example.org")
    found = reasons(folder)
    assert "problems/open-counter/data/sample/1.ans line 1: cannot be read" in found
    assert "problems/release-order/problem_statement/problem.en.md line 1: must not contain links" in found


def test_a_language_without_a_statement_is_a_mistake(folder: Path) -> None:
    (folder / "problems/open-counter/problem_statement/problem.de.md").unlink()
    assert "problem.de.md line 1: is missing, but the pack speaks this language" in reasons(folder)


def test_only_a_coding_question_may_ask_for_a_program(folder: Path) -> None:
    toml = (folder / "pack.toml").read_text()
    (folder / "pack.toml").write_text(toml.replace('kind = "coding"', 'kind = "technical"', 1))
    assert "questions[2].coding is for questions of the kind coding" in reasons(folder)


def test_a_coding_question_has_one_statement(folder: Path) -> None:
    toml = (folder / "pack.toml").read_text()
    twice = 'coding = "open-counter"\nproblem = "open-counter"'
    (folder / "pack.toml").write_text(toml.replace('coding = "open-counter"', twice))
    assert "questions[2].problem must not stand beside coding" in reasons(folder)
