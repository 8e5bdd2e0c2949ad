"""Whether an answer wants a follow-up question, by the pack's own rules."""

from collections.abc import Sequence

from kiosk.assessment.terms import spans
from kiosk.assessment.tokens import Index, Token, tokenise
from kiosk.assessment.tongues import Tongue, tongue
from kiosk.domain.pack import Question
from kiosk.domain.rubric import FollowUp
from kiosk.domain.transcript import Version


def follow_up(question: Question, said: Version) -> FollowUp | None:
    """The first follow-up whose rule fits the answer, or ``None``. Whoever asks it asks no second one."""
    known = tongue(said.language)
    if known is None:
        return None
    tokens = tokenise(said.text, known)
    return next((one for one in question.followups if _fits(one, tokens, known)), None)


def _fits(followup: FollowUp, tokens: Sequence[Token], known: Tongue) -> bool:
    if len(tokens) < followup.min_words:
        return True
    terms = followup.missing.get(known.code, ())
    index = Index(tokens)
    return bool(terms) and not any(True for term in terms for _ in spans(term, known, tokens, index))
