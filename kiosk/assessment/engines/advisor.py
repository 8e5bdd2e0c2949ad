"""A model's opinion of an answer, by a server that speaks the OpenAI protocol. Advice only.

The model has no tools and sees one answer at a time, without name, picture or sound. Nothing it says is
taken on trust: a level without a verbatim quote from the answer is withheld.
"""

from kiosk.assessment.address import ServerAddress
from kiosk.assessment.criteria import judges_speech
from kiosk.assessment.digest import sha256
from kiosk.assessment.engines.prompt import AnswerReply, CriterionReply, messages, prompt_sha256
from kiosk.assessment.engines.server import TEMPERATURE, NoReplyError, ask, client
from kiosk.assessment.evidence import Answer, readable, take_apart, verbatim
from kiosk.assessment.tongues import tongue
from kiosk.domain.assessment import Advice, CriterionAdvice, Provenance, Withheld
from kiosk.domain.pack import Language, Question
from kiosk.domain.rubric import LEVELS, Criterion
from kiosk.domain.transcript import Version

_LONGEST_REPLY_TOKENS = 1500


class OpenAIAssessor:
    """One model on one server."""

    def __init__(self, address: ServerAddress) -> None:
        self._address = address
        self._client = client(address)

    def advise(self, question: Question, said: Version, language: Language) -> Advice:
        """See ``kiosk.ports.assessor.Assessor``."""
        known = tongue(language)
        asked = [criterion for criterion in question.rubric if judges_speech(criterion)]
        if known is None or not asked:
            return Advice(question.id, Withheld.NO_RUBRIC)
        answer = take_apart(said, question.text.get(language, ""), known)
        prompt = messages(question, readable(answer), language, asked)
        try:
            reply, raw = ask(
                self._client, self._address.model, prompt, AnswerReply, tokens=_LONGEST_REPLY_TOKENS
            )
        except NoReplyError as error:
            return Advice(question.id, Withheld.UNAVAILABLE, detail=str(error))
        criteria = tuple(_checked(criterion, reply, answer) for criterion in asked)
        proven = any(one.level is not None for one in criteria)
        return Advice(
            question=question.id,
            withheld=None if proven else Withheld.UNPROVEN,
            criteria=criteria,
            summary=reply.summary if proven else "",
            provenance=Provenance(
                self._address.model, TEMPERATURE, prompt_sha256(prompt), sha256(question.rubric), raw
            ),
        )

    def close(self) -> None:
        """Close the connection."""
        self._client.close()


def _checked(criterion: Criterion, reply: AnswerReply, answer: Answer) -> CriterionAdvice:
    """The model's word on a criterion if it can be proven."""
    said = [one for one in reply.criteria if one.criterion == criterion.id]
    if len(said) != 1 or not 0 <= said[0].level < LEVELS:
        return CriterionAdvice(criterion.id, None, Withheld.UNPROVEN, None, "")
    return _proven(criterion, said[0], answer)


def _proven(criterion: Criterion, said: CriterionReply, answer: Answer) -> CriterionAdvice:
    quote = verbatim(answer, said.quote)
    if said.level > 0 and quote is None:
        return CriterionAdvice(criterion.id, None, Withheld.UNPROVEN, None, said.reason)
    return CriterionAdvice(criterion.id, said.level, None, quote, said.reason)
