import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue

import pytest

from kiosk.coding.box import Surroundings
from kiosk.coding.local import LocalJudge
from kiosk.coding.problem import load
from kiosk.coding.sandbox import Sandbox
from kiosk.domain.code import CodeLanguage, CodeOrder, CodePurpose, CodeResult, CodeVerdict
from kiosk.domain.ids import PackId
from kiosk.domain.plain import from_plain, to_plain
from kiosk.ports.judge import Judge

PACKS = Path(__file__).parents[4] / "assets/packs"
COUNTER = "engineer/problems/open-counter"
SOLUTION = (PACKS / COUNTER / "submissions/accepted/solution.py").read_text()
SOON_S = 30


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(PACKS / COUNTER, tmp_path / COUNTER)
    return tmp_path


@pytest.fixture
def judge(root: Path) -> Iterator[Judge]:
    local = LocalJudge([root])
    yield local
    local.close()


def order(root: Path, purpose: CodePurpose, source: str = SOLUTION) -> CodeOrder:
    task = load(root / COUNTER).task
    return CodeOrder(PackId("engineer"), task, purpose, CodeLanguage.PYTHON, source)


def answer(judge: Judge, order: CodeOrder) -> CodeResult:
    heard: SimpleQueue[CodeResult] = SimpleQueue()
    judge.run(order, heard.put)
    return heard.get(timeout=SOON_S)


def test_what_is_installed_is_named_with_its_version(judge: Judge) -> None:
    status = judge.available()
    assert status.reason == ""
    versions = {one.language: one.version for one in status.toolchains}
    assert versions[CodeLanguage.PYTHON].startswith("Python 3.")


def test_run_tries_the_examples_and_submit_the_hidden_tests_too(judge: Judge, root: Path) -> None:
    run, submit = (answer(judge, order(root, purpose)) for purpose in CodePurpose)
    assert (run.verdict, run.passed, run.tests_planned) == (CodeVerdict.ACCEPTED, 3, 3)
    assert (submit.verdict, submit.passed, submit.tests_planned) == (CodeVerdict.ACCEPTED, 11, 11)
    assert submit.toolchain.startswith("Python 3.")


def test_orders_and_results_survive_the_journal(judge: Judge, root: Path) -> None:
    asked = order(root, CodePurpose.RUN)
    result = answer(judge, asked)
    assert from_plain(CodeOrder, to_plain(asked)) == asked
    assert from_plain(CodeResult, to_plain(result)) == result


def test_hidden_tests_that_were_exchanged_judge_nobody(judge: Judge, root: Path) -> None:
    asked = order(root, CodePurpose.SUBMIT)
    (root / COUNTER / "data/secret/05-touching.ans").write_text("30\n")
    result = answer(judge, asked)
    assert result.verdict is CodeVerdict.JUDGE_ERROR
    assert "have been changed" in result.message


@pytest.mark.parametrize("pack", ["elsewhere", "../engineer", ""])
def test_hidden_tests_are_looked_for_in_packs_only(pack: str, judge: Judge, root: Path) -> None:
    asked = replace(order(root, CodePurpose.SUBMIT), pack=PackId(pack))
    assert answer(judge, asked).verdict is CodeVerdict.JUDGE_ERROR


def test_of_what_is_cancelled_nothing_is_heard(judge: Judge, root: Path) -> None:
    heard: list[CodeResult] = []
    endless = order(root, CodePurpose.RUN, "import time; time.sleep(60)")
    judge.run(endless, heard.append)
    judge.run(endless, heard.append)
    judge.cancel()
    assert answer(judge, order(root, CodePurpose.RUN)).verdict is CodeVerdict.ACCEPTED
    assert heard == []


def test_nobody_waits_for_a_result(judge: Judge, root: Path) -> None:
    waiting = threading.Event()

    def listen(_result: CodeResult) -> None:
        waiting.wait(SOON_S)

    judge.run(order(root, CodePurpose.RUN), listen)
    judge.run(order(root, CodePurpose.RUN), listen)
    waiting.set()


def test_without_bubblewrap_nothing_runs_and_a_sentence_says_why(root: Path, tmp_path: Path) -> None:
    bare = LocalJudge([root], Sandbox(Surroundings(programs=str(tmp_path))))
    status, result = bare.available(), answer(bare, order(root, CodePurpose.RUN))
    bare.close()
    assert status.toolchains == ()
    assert status.reason.endswith("is not installed on this station.")
    assert (result.verdict, result.message) == (CodeVerdict.JUDGE_ERROR, status.reason)


def test_a_language_that_is_not_installed_is_said_to_be_so(root: Path, judge: Judge) -> None:
    installed = {one.language for one in judge.available().toolchains}
    for language in set(CodeLanguage) - installed:
        result = answer(judge, replace(order(root, CodePurpose.RUN), language=language))
        assert "is not installed on this station" in result.message
