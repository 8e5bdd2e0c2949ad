"""Another language, in the middle of everything."""

import pytest

from kiosk.flow.effects import FallSilent, Speak
from kiosk.flow.events import AnswerEnded, LanguageChosen
from kiosk.flow.language import language_of, languages_of
from kiosk.flow.states import (
    Answering,
    Asking,
    Consenting,
    Paused,
    Practising,
    Questioning,
    Reviewing,
    ThankYou,
)
from tests.flow.booth import Booth
from tests.flow.candidate import Candidate
from tests.flow.journey import Journey, asked, at, pack, question
from tests.flow.journeys import PAUSE

WORK = question("work")
TEAM = question("team")


def in_two_languages() -> Journey:
    plan = pack(WORK, TEAM, languages=("en", "de"))
    return Journey(Booth(plan), Candidate(language="en"))


def test_a_question_being_said_is_said_again_in_the_other_language() -> None:
    journey = in_two_languages().given(asked(0, Asking))
    journey.when(LanguageChosen("de")).then(Questioning, Asking)
    orders = journey.orders
    assert orders.index(FallSilent()) < next(i for i, o in enumerate(orders) if isinstance(o, Speak))
    assert [(o.language, o.text) for o in orders if isinstance(o, Speak)] == [("de", WORK.text["de"])]
    journey.given(asked(0, Answering))


def test_an_answer_goes_on_and_knows_its_language() -> None:
    journey = in_two_languages().given(asked(0, Answering))
    journey.when(LanguageChosen("de"), after_s=5.0).then(Questioning, Answering, spent_s=5.0)
    assert journey.orders == ()
    journey.when(AnswerEnded())
    assert [attempt.language for attempt in journey.run.attempts] == ["de"]


def test_answers_before_and_after_keep_their_own_language() -> None:
    journey = in_two_languages().given(asked(1, Answering)).when(LanguageChosen("de"), AnswerEnded())
    assert [attempt.language for attempt in journey.run.attempts] == ["en", "de"]


@pytest.mark.parametrize("scene", [Consenting, Practising, Reviewing])
def test_every_scene_before_the_end_takes_another_language(scene: type) -> None:
    journey = in_two_languages().given(at(scene)).when(LanguageChosen("de")).then(scene)
    assert language_of(journey.kiosk.scene) == "de"


def test_what_is_over_stays_in_its_language() -> None:
    journey = in_two_languages().given(at(ThankYou))
    journey.ignores(LanguageChosen("de"))
    assert language_of(journey.kiosk.scene) == "en"


def test_a_pause_takes_another_language_and_asks_in_it_afterwards() -> None:
    journey = in_two_languages().given(asked(0, Answering)).when(PAUSE).then(Paused)
    journey.when(LanguageChosen("de")).then(Paused)
    assert language_of(journey.kiosk.scene) == "de"


def test_a_language_the_pack_does_not_speak_changes_nothing() -> None:
    journey = in_two_languages().given(asked(0, Answering))
    journey.ignores(LanguageChosen("fr"), LanguageChosen("en"))
    assert languages_of(journey.kiosk.scene) == ("en", "de")


def test_a_power_cut_forgets_no_language() -> None:
    journey = in_two_languages().given(asked(0, Answering)).when(LanguageChosen("de"))
    journey.crashes(power=True)
    assert language_of(journey.kiosk.scene) == "de"
