"""Ordering assessments: in the server's own words, and as two kinds of partners speak.

Partners get a token of an account with the role HR, as a bearer or as the user name of Basic authentication.
"""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field

from kiosk.wire.message import Id, Key, Wall
from server.access.endpoints import Body
from server.access.guard import allow
from server.errors import ConflictError
from server.house import House, InHouse
from server.identity.roles import Permission, Person
from server.partners import ashby, greenhouse
from server.partners.service import Ordered, Wanted
from server.partners.views import order_fields, result_fields
from server.tables.partners import Partner
from server.times import later, now

router = APIRouter(tags=["assessment orders"])

Orderer = Annotated[Person, allow(Permission.INVITE)]
Reader = Annotated[Person, allow(Permission.SEE_SESSIONS)]
Reference = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$")]
Callback = Annotated[str, Field(max_length=2000, pattern=r"^[^\x00-\x20\x7f]*$")]
_OWN = "/api/v1/assessment-orders"
_GREENHOUSE = "/api/partners/greenhouse"
_ASHBY = "/api/partners/ashby"
_PARTNER_DAYS = 14
"""Partners that name no dates give the candidate so long."""


class NewOrder(Body):
    """Who is to do which interview, and who wants to hear of its end."""

    reference: Reference
    candidate_reference: Annotated[str, Field(max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")] = ""
    candidate_name: Reference
    pack_id: Key
    valid_from: Wall
    valid_until: Wall
    callback_url: Callback = ""
    partner: Partner = Partner.PLAIN


@router.post(_OWN, status_code=201)
def order(asked: NewOrder, person: Orderer, house: InHouse) -> dict[str, Any]:
    """Order an assessment; the candidate's code and the secret that signs the webhook are told once."""
    wanted = Wanted(
        candidate_name=asked.candidate_name,
        pack_id=asked.pack_id,
        valid=(asked.valid_from, asked.valid_until),
        reference=asked.reference,
        candidate_reference=asked.candidate_reference,
        callback_url=asked.callback_url,
        partner=asked.partner,
    )
    ordered = house.assessment_orders.order(person, wanted)
    return {
        "success": True,
        "id": ordered.order_id,
        "invitation_id": ordered.invitation_id,
        "candidate_id": ordered.candidate_id,
        "code": ordered.code,
        "webhook_secret": ordered.secret,
    }


@router.get(_OWN)
def orders(
    _: Orderer,
    house: InHouse,
    reference: Annotated[str, Query(max_length=200, pattern=r"^[^\x00]*$")] = "",
    after: Annotated[str, Query(max_length=64, pattern=r"^[0-9a-fTZ:.~-]*$")] = "",
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> dict[str, Any]:
    """All orders, the newest first, without results; pass ``after`` on for more."""
    found = house.assessment_orders.page(reference, after, limit)
    last = f"{found[-1].row.created_wall}~{found[-1].row.id}" if len(found) == limit else ""
    return {"success": True, "orders": [order_fields(view) for view in found], "after": last}


@router.get(_OWN + "/{order_id}")
def one_order(order_id: Id, person: Reader, house: InHouse) -> dict[str, Any]:
    """An order and, once the interview has ended, its result."""
    view = house.assessment_orders.view(person, order_id)
    result = result_fields(view, house.settings.public_url)
    return {"success": True, "order": order_fields(view), "result": result}


@router.delete(_OWN + "/{order_id}")
def withdraw(order_id: Id, person: Orderer, house: InHouse) -> dict[str, Any]:
    """Let the candidate in no more."""
    house.assessment_orders.withdraw(person, order_id)
    return {"success": True}


# --- as Greenhouse speaks ----------------------------------------------------------------------
@router.get(_GREENHOUSE + "/list_tests")
def list_tests(_: Orderer, house: InHouse) -> list[dict[str, Any]]:
    """The packs that can be ordered."""
    return [greenhouse.as_test(pack_id) for pack_id in _packs(house)]


@router.post(_GREENHOUSE + "/send_test")
def send_test(asked: greenhouse.SendTest, person: Orderer, house: InHouse) -> dict[str, Any]:
    """Order a test; asking again with the same address is the same order."""
    wanted = Wanted(
        candidate_name=asked.candidate.name,
        pack_id=asked.partner_test_id,
        valid=(now(), later(days=_PARTNER_DAYS)),
        reference=asked.url,
        callback_url=asked.url,
        partner=Partner.GREENHOUSE,
    )
    order_id, told_once = _once(house, person, wanted)
    return {"partner_interview_id": order_id, **told_once}


@router.get(_GREENHOUSE + "/test_status")
def test_status(
    partner_interview_id: Annotated[Id, Query()], person: Reader, house: InHouse
) -> dict[str, Any]:
    """How a test went."""
    view = house.assessment_orders.view(person, partner_interview_id)
    return greenhouse.status_fields(view, house.settings.public_url)


# --- as Ashby speaks ---------------------------------------------------------------------------
@router.post(_ASHBY + "/assessment.list")
def list_assessments(_: Orderer, house: InHouse) -> dict[str, Any]:
    """The packs that can be ordered."""
    return {"success": True, "results": [ashby.as_type(pack_id) for pack_id in _packs(house)]}


@router.post(_ASHBY + "/assessment.start")
def start_assessment(
    asked: ashby.Start, person: Orderer, house: InHouse, callback_url: Callback = ""
) -> dict[str, Any]:
    """Order an assessment; whom to tell stands in the address that the partner was given."""
    wanted = Wanted(
        candidate_name=asked.candidate.name,
        pack_id=asked.assessment_type_id,
        valid=(now(), later(days=_PARTNER_DAYS)),
        reference=f"{asked.candidate.ashby_id} {asked.assessment_type_id}",
        candidate_reference=asked.candidate.ashby_id,
        callback_url=callback_url,
        partner=Partner.ASHBY,
    )
    order_id, told_once = _once(house, person, wanted)
    return {
        "success": True,
        "results": {"assessment_id": order_id, "assessment_status": "started", **told_once},
    }


@router.post(_ASHBY + "/assessment.cancel")
def cancel_assessment(asked: ashby.Cancel, person: Orderer, house: InHouse) -> dict[str, Any]:
    """Let the candidate in no more."""
    house.assessment_orders.withdraw(person, asked.assessment_id)
    return {"success": True, "results": {"assessment_id": asked.assessment_id}}


def _packs(house: House) -> list[str]:
    offered = (row.pack_id for row in house.packs.packs() if row.withdrawn_wall is None)
    return list(dict.fromkeys(offered))


def _once(house: House, person: Person, wanted: Wanted) -> tuple[str, dict[str, str]]:
    """The order's id and, the first time, what is told once: partners ask again when they miss an answer."""
    try:
        ordered: Ordered = house.assessment_orders.order(person, wanted)
    except ConflictError as error:
        if error.code != "ordered":
            raise
        return str(error.facts["order_id"]), {}
    return ordered.order_id, {"invitation_code": ordered.code, "webhook_secret": ordered.secret}
