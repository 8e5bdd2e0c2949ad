"""A model held to the same cases as the rules, over a real connection."""

from kiosk.assessment.address import ServerAddress
from kiosk.assessment.advice_scorer import advice_scorer
from kiosk.assessment.evaluation import Case, CaseKind, Judged, report, transcript_of
from kiosk.assessment.gate import Engines, open_gate
from tests.answers import CONFLICT, question
from tests.openai_server import OpenAIServer

CASES = [
    (Case("good", CaseKind.GOOD, "conflict", "en", CONFLICT, 1), 25.0),
    (Case("empty", CaseKind.EMPTY, "conflict", "en", "", None), None),
    (Case("foreign", CaseKind.OTHER_LANGUAGE, "conflict", "en", "Wir haben uns dann geeinigt.", None), None),
]


def test_a_model_is_held_to_the_same_cases(server: OpenAIServer, address: ServerAddress) -> None:
    gate = open_gate(Engines(advice_server=address))
    scorer = advice_scorer(gate)
    judged = [Judged(case, scorer(question("conflict"), transcript_of(case), "en")) for case, _ in CASES]
    gate.close()
    assert [one.score for one in judged] == [score for _, score in CASES]
    assert len(server.requests) == 1
    made = report(judged)
    assert (made.exact, made.withheld_rightly) == (1.0, 1.0)
