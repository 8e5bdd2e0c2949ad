"""A model's opinion of an answer, as the runtime sees it. Slow: called from a worker."""

from typing import Protocol

from kiosk.domain.assessment import Advice
from kiosk.domain.pack import Language, Question
from kiosk.domain.transcript import Version


class Assessor(Protocol):
    """One model. Only the gate calls it: it asks for the candidate's consent first."""

    def advise(self, question: Question, said: Version, language: Language) -> Advice:
        """What the model makes of one answer, every quote checked.

        The server's trouble is no error: the advice says that it is withheld, and why.
        """

    def close(self) -> None:
        """Let go of connections."""
