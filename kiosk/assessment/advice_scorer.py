"""A model as a scorer, so that it can be held to the same cases as the rules. For evaluation only."""

from kiosk.assessment.answers import FULL_SCORE
from kiosk.assessment.evaluation import Scorer
from kiosk.assessment.gate import Gate
from kiosk.domain.answer import Outcome
from kiosk.domain.assessment import Advice, AnswerGiven, AssessmentInputs
from kiosk.domain.consent import Scoring
from kiosk.domain.ids import PackId, SessionId
from kiosk.domain.pack import Language, Pack, Question
from kiosk.domain.rubric import TOP_LEVEL
from kiosk.domain.transcript import Transcript


def advice_scorer(gate: Gate) -> Scorer:
    """The model behind the gate; the cases are nobody's answers, so consent to them is ours to give."""

    def score(question: Question, transcript: Transcript, language: Language) -> float | None:
        pack = Pack(PackId("evaluation"), "1", {}, (language,), (question,))
        given = AnswerGiven(question.id, asked=True, outcome=Outcome.KEPT, transcript=transcript)
        inputs = AssessmentInputs(SessionId("evaluation"), pack, language, Scoring.AI_AND_HUMAN, (given,))
        return next((_score(advice, question) for advice in gate.advise(inputs)), None)

    return score


def _score(advice: Advice, question: Question) -> float | None:
    weights = {criterion.id: criterion.weight for criterion in question.rubric}
    levels = [(weights[one.criterion], one.level) for one in advice.criteria if one.level is not None]
    total = sum(weight for weight, _ in levels)
    return FULL_SCORE / TOP_LEVEL * sum(weight * level for weight, level in levels) / total if total else None
