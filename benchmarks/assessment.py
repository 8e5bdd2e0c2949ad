"""How long does judging an answer take, and how well do the rules agree with people?

Run `PYTHONPATH=. python benchmarks/assessment.py`. The figures and the decisions:
docs/decisions/0010-the-rubric-is-the-record.md
"""

import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from kiosk.assessment.answers import score
from kiosk.assessment.evaluation import (
    Case,
    CaseKind,
    EvalReport,
    evaluate,
    read_cases,
    rubric_scorer,
    transcript_of,
)
from kiosk.domain.answer import Outcome
from kiosk.domain.assessment import AnswerGiven
from kiosk.packs.shelf import find

ROOT = Path(__file__).parents[1]
CASES = ROOT / "assets/eval"
PACKS = [ROOT / "assets/packs"]
LONG_WORDS = 1200
"""Eight minutes of speech."""


GENERAL = find("general", PACKS)
QUESTIONS = {question.id: question for question in GENERAL.questions}


def took_ms(case: Case) -> float:
    """Milliseconds of processor time to judge one answer to a question of the general pack."""
    transcript = transcript_of(case)
    given = AnswerGiven(transcript.question, asked=True, outcome=Outcome.KEPT, transcript=transcript)
    started = time.process_time()
    score(QUESTIONS[transcript.question], given, case.language)
    return (time.process_time() - started) * 1000


def main() -> None:
    """One line per figure."""
    cases = [one for one in read_cases(CASES / "general.jsonl") if one.kind is not CaseKind.EMPTY]
    times = [took_ms(case) for case in cases]
    said = " ".join(case.text for case in cases if case.language == "en").split()
    long = replace(cases[0], question="conflict", text=" ".join(said[:LONG_WORDS]), confidence=0.9)
    longest = [took_ms(long) for _ in range(20)]
    print(f"one of {len(times)} answers        median {median(times):5.1f} ms, slowest {max(times):5.1f} ms")
    print(
        f"{LONG_WORDS} words in one answer  median {median(longest):5.1f} ms, slowest {max(longest):5.1f} ms"
    )
    for folder in (CASES, CASES / "unseen"):
        print_report(folder.name, evaluate(folder, lambda name: find(name, PACKS), rubric_scorer))


def print_report(name: str, made: EvalReport) -> None:
    """How well the rules do on one folder of cases."""
    too_high = sum((one.level or 0) > (one.case.level or 0) for one in made.judged)
    print(f"{name}: {len(made.judged)} answers")
    print(f"  agreement with people    kappa {made.kappa:.2f}")
    print(f"  the same level           {made.exact:.2f}, at most one apart {made.within_one:.2f}")
    print(f"  withheld rightly         {made.withheld_rightly:.2f}, wrongly {made.withheld_wrongly:.2f}")
    print(f"  better is scored higher  {made.in_order:.2f}, too high {too_high}")
    print(f"  change by injection      {made.injection_change:.1f}")


if __name__ == "__main__":
    main()
