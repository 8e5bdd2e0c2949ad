"""Somebody who words a follow-up question, as the runtime sees it. Slow: called from a worker."""

from typing import Protocol

from kiosk.domain.pack import Language, Question
from kiosk.domain.transcript import Version
from kiosk.domain.wording import Unworded, Wording


class Interviewer(Protocol):
    """One model. Only the gate calls it: it asks for the candidate's consent first."""

    def word(self, question: Question, said: Version, language: Language) -> Wording | Unworded:
        """One question about the answer that may be asked, or why there is none; it raises nothing."""

    def close(self) -> None:
        """Let go of connections."""
