"""The one door to every model: nothing is sent through it without the candidate's separate consent.

Only this module may import ``kiosk.assessment.engines``; an import contract says so. What lies behind may be
a server or a model in this process; it makes no difference to what the candidate agreed to. An engine is
imported only where a station has it: its library takes a second to load, and a kiosk has to be there at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.assessment import answers
from kiosk.assessment.address import ServerAddress
from kiosk.domain.assessment import Advice, AnswerGiven, AssessmentInputs, Withheld
from kiosk.domain.consent import Consent
from kiosk.domain.pack import Language, Question
from kiosk.domain.transcript import SpeechEngine, Version
from kiosk.domain.wording import Unworded, Wording
from kiosk.ports.assessor import Assessor
from kiosk.ports.transcriber import Transcriber, TranscriberError
from kiosk.ports.wording import Interviewer

_A_MODEL_MAY_TRY = (None, Withheld.NOT_SCORABLE, Withheld.LITTLE_FOUND)
"""Where the rules found little or nothing a model may still find something; where nobody spoke it may not."""


@dataclass(frozen=True, slots=True)
class Engines:
    """Which models a station has; by default none."""

    speech: SpeechEngine = SpeechEngine.NONE
    speech_server: ServerAddress | None = None
    speech_model_folder: Path | None = None
    """For the engine “whisper”."""
    advice_server: ServerAddress | None = None
    followup_server: ServerAddress | None = None
    """Words follow-up questions; without one the pack's own are asked."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How much of the advice server one session may use."""

    calls: int = 40
    letters: int = 200_000
    """Of transcripts sent."""


USUAL_BUDGET = Budget()
WORDED_WITHIN_S = 15.0


class Gate:
    """Used by a worker thread. Every method asks for consent first, each time."""

    def __init__(
        self,
        transcriber: Transcriber | None = None,
        assessor: Assessor | None = None,
        interviewer: Interviewer | None = None,
    ) -> None:
        self._transcriber = transcriber
        self._assessor = assessor
        self._interviewer = interviewer

    @property
    def hears(self) -> bool:
        """Whether anything here turns speech into text."""
        return self._transcriber is not None

    def transcribe(self, sound: Path, language: Language, consent: Consent) -> Version | Withheld:
        """The text of an answer, or why there is none. Raises ``TranscriberError``."""
        if not consent.scoring.allows_software:
            return Withheld.HUMAN_ONLY
        if self._transcriber is None:
            return Withheld.NOT_TRANSCRIBED
        return self._transcriber.transcribe(sound, language)

    def try_out(self, sound: Path) -> Version:
        """The text of a sentence that the station itself said in English: nobody's consent is needed for it.

        Raises ``TranscriberError``, also where nothing turns speech into text.
        """
        if self._transcriber is None:
            raise TranscriberError("Nothing here turns speech into text.")
        return self._transcriber.transcribe(sound, "en")

    def advise(self, inputs: AssessmentInputs, budget: Budget = USUAL_BUDGET) -> tuple[Advice, ...]:
        """A model's opinion of every answer of a session, within the budget; empty without a model."""
        if self._assessor is None:
            return ()
        return tuple(self._advice(self._assessor, inputs, budget))

    @property
    def words_follow_ups(self) -> bool:
        """Whether anything here words questions."""
        return self._interviewer is not None

    def word(
        self, question: Question, said: Version, language: Language, consent: Consent
    ) -> Wording | Unworded:
        """A follow-up in a model's words, or why there is none."""
        if not consent.scoring.allows_software:
            return Unworded.HUMAN_ONLY
        if self._interviewer is None:
            return Unworded.NO_MODEL
        return self._interviewer.word(question, said, language)

    def close(self) -> None:
        """Let go of connections and models."""
        for engine in (self._transcriber, self._assessor, self._interviewer):
            if engine is not None:
                engine.close()

    def _advice(self, assessor: Assessor, inputs: AssessmentInputs, budget: Budget) -> Iterator[Advice]:
        given = {answer.question: answer for answer in inputs.answers}
        calls, letters = budget.calls, budget.letters
        for question in inputs.pack.questions:
            said = _said(given.get(question.id))
            why = _withheld(question, given.get(question.id), inputs)
            if why is not None or said is None:
                yield Advice(question.id, why or Withheld.NOT_TRANSCRIBED)
            elif calls < 1 or letters < len(said.text):
                yield Advice(question.id, Withheld.OVER_BUDGET)
            else:
                calls, letters = calls - 1, letters - len(said.text)
                yield assessor.advise(question, said, inputs.language)


def open_gate(engines: Engines) -> Gate:
    """A gate to the models of this station; nothing is contacted or loaded yet.

    Raises ``ValueError`` when an engine is chosen without what it needs.
    """
    return Gate(_transcriber(engines), _assessor(engines), _interviewer(engines))


def files_lacking(model: Path) -> tuple[str, ...]:
    """Which files of a model for “whisper” are not in its folder."""
    from kiosk.assessment.engines.whisper import missing_files

    return missing_files(model)


def _assessor(engines: Engines) -> Assessor | None:
    if engines.advice_server is None:
        return None
    from kiosk.assessment.engines.advisor import OpenAIAssessor

    return OpenAIAssessor(engines.advice_server)


def _interviewer(engines: Engines) -> Interviewer | None:
    """Asked once: what comes late or not at all is not waited for."""
    if engines.followup_server is None:
        return None
    from kiosk.assessment.engines.interviewer import OpenAIInterviewer

    return OpenAIInterviewer(replace(engines.followup_server, timeout_s=WORDED_WITHIN_S, retries=0))


def _transcriber(engines: Engines) -> Transcriber | None:
    match engines.speech:
        case SpeechEngine.NONE:
            return None
        case SpeechEngine.SPHINX:
            from kiosk.assessment.engines.sphinx import SphinxTranscriber

            return SphinxTranscriber()
        case SpeechEngine.SERVER if engines.speech_server:
            from kiosk.assessment.engines.speech_server import OpenAITranscriber

            return OpenAITranscriber(engines.speech_server)
        case SpeechEngine.WHISPER if engines.speech_model_folder:
            from kiosk.assessment.engines.whisper import WhisperTranscriber

            return WhisperTranscriber(engines.speech_model_folder)
        case SpeechEngine.SERVER | SpeechEngine.WHISPER:
            raise ValueError(f"The speech engine “{engines.speech}” needs to know where its model is.")


def _said(given: AnswerGiven | None) -> Version | None:
    return given.transcript.latest if given and given.transcript else None


def _withheld(question: Question, given: AnswerGiven | None, inputs: AssessmentInputs) -> Withheld | None:
    """Why no model may read this answer, or ``None``."""
    if not inputs.scoring.allows_software:
        return Withheld.HUMAN_ONLY
    if given is None:
        return Withheld.NOT_ASKED
    why = answers.score(question, given, inputs.language).withheld
    return None if why in _A_MODEL_MAY_TRY else why
