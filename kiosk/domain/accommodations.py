"""What somebody needs to take part: agreed with the invitation, never seen by whoever scores."""

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.domain.pack import Question

MOST_TIME = 4.0
MOST_RETAKES = 5
LOUDEST = 2.0


class Captions(StrEnum):
    """How the question stands on the screen while it is spoken."""

    OFF = "off"
    NORMAL = "normal"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Comfort:
    """How the interviewer is met. The candidate may change it at any time."""

    voice: bool = True
    """Without it there is neither voice nor avatar: the question is read."""
    captions: Captions = Captions.NORMAL
    slow: bool = False
    """Whether the voice takes more time than usual."""
    volume: float = 1.0
    """Of the loudspeaker; nothing of it is heard in the recording."""

    def within_reason(self) -> "Comfort":
        """The nearest that can be had."""
        return replace(self, volume=min(max(self.volume, 0.0), LOUDEST))


USUAL = Comfort()


@dataclass(frozen=True, slots=True)
class Accommodations:
    """One person's card. Everything at its default is what everybody has."""

    extra_time: float = 1.0
    """Times the time to think and to answer."""
    extra_retakes: int = 0
    text_answers: bool = False
    """The candidate may type instead of speaking, and passes the device check without a voice."""
    shows_time: bool = True
    """Whether the time that is left is on the screen."""
    comfort: Comfort = USUAL
    """How the interview begins."""

    def applied(self, question: Question) -> Question:
        """The question as this person meets it."""
        factor = min(max(self.extra_time, 1.0), MOST_TIME)
        retakes = min(max(self.extra_retakes, 0), MOST_RETAKES)
        if factor == 1.0 and not retakes:
            return question
        return replace(
            question,
            think_time_s=question.think_time_s * factor,
            answer_limit_s=question.answer_limit_s * factor,
            retakes=question.retakes + retakes,
        )


NONE = Accommodations()
