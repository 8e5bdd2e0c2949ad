"""What a person needs is kept with the invitation and in the journal, and shown to nobody who scores."""

import json
from datetime import timedelta

from kiosk.domain.accommodations import NONE, Accommodations, Captions, Comfort
from kiosk.domain.invitation import Invitation
from kiosk.domain.plain import as_mapping
from kiosk.flow.codec import decode
from kiosk.flow.events import AnswerEnded, AnswerKept, AnswerTyped, InvitationAccepted
from kiosk.flow.staff import AccommodationsSet
from storage.chain import ChainVerdict
from storage.export.page import Proof, Showing, render
from storage.inputs import inputs_of
from storage.station import Storage
from storage.tables import SessionRow, TranscriptRow
from storage.times import wall
from tests.interviews import NOON, PACK, SESSION, STORY, Interview, invitation
from tests.unit.storage.test_projections import rows

CARD = Accommodations(1.5, 1, True, False, Comfort(captions=Captions.LARGE, slow=True))
TELLTALE = ("ccommodation", "extra_time", "extra_retakes", "text_answers", "shows_time", "AnswerTyped")


def invited(storage: Storage, needs: Accommodations) -> Invitation:
    day = timedelta(days=1)
    code = storage.invitations.create("Candidate One", PACK.id, NOON - day, NOON + day, needs)
    found = storage.invitations.look_up(code, wall(NOON))
    assert isinstance(found, Invitation)
    return found


def whole(storage: Storage) -> None:
    """Somebody with a card writes the first answer; staff change the card in between."""
    interview = Interview(storage.journal)
    interview.begin()
    interview.accept(Invitation("invitation-1", invitation().candidate, PACK.id, CARD))
    interview.consent()
    interview.check_devices()
    interview.start_recording()
    interview.ask(STORY)
    interview.happen(AccommodationsSet("Staff", Accommodations(2.0, 1, True)))
    interview.happen(AnswerTyped("I wrote this."), AnswerEnded(), AnswerKept(), after_s=4.0)


def test_a_card_comes_with_the_invitation(storage: Storage) -> None:
    assert invited(storage, CARD).accommodations == CARD
    assert invited(storage, NONE).accommodations == NONE


def test_an_invitation_from_before_there_were_cards_can_be_read() -> None:
    event = InvitationAccepted(SESSION, invitation(), PACK)
    plain = as_mapping(event)
    del plain["invitation"]["accommodations"]
    assert decode({"v": 1, **plain}) == event


def test_scorers_inputs_report_and_page_know_of_no_card(storage: Storage) -> None:
    whole(storage)
    with storage.database.read() as db:
        row = db.get(SessionRow, SESSION)
        assert row is not None
        inputs = json.dumps(as_mapping(inputs_of(db, row)))
    report = storage.sessions.session(SESSION)
    entries = list(storage.journal.entries(SESSION))
    proof = Proof(wall(NOON), ChainVerdict(len(entries)), None)
    page = render(report, entries, proof, Showing(None))
    assert any(entry.kind == "AccommodationsSet" for entry in entries), "it is in the journal"
    assert '"wrote"' in inputs
    assert "I wrote this." in page
    for word in TELLTALE:
        assert word not in inputs
        assert word not in repr(report)
        assert word not in page
    assert " of 2:00" not in page, "nor is a limit that somebody outran"


def test_a_typed_answer_is_in_the_tables_at_once_and_after_a_rebuild(storage: Storage) -> None:
    whole(storage)
    with storage.database.read() as db:
        row = db.get(TranscriptRow, (SESSION, STORY.id, 1))
        assert row is not None
        assert row.text == "I wrote this."
    before = rows(storage)
    storage.journal.rebuild()
    assert rows(storage) == before


def test_the_journal_keeps_the_card_locked(storage: Storage) -> None:
    whole(storage)
    for entry in storage.journal.entries(SESSION):
        assert '"extra_time":1.5' not in entry.body
        assert '"text_answers":true' not in entry.body
