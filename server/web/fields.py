"""The fields of a submitted form as a checked value, and what is wrong with them in the reader's language."""

from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from server.access.forms import Form
from server.access.guard import CSRF_FIELD
from server.errors import InvalidError
from server.web.tongue import N_, Words, gettext

Checked = TypeVar("Checked", bound="Filled")

LABELS = Words(
    {
        "active": N_("Active"),
        "at": N_("Time"),
        "back": N_("Page"),
        "booth": N_("Booth"),
        "candidate_name": N_("Candidate’s name"),
        "command": N_("Command"),
        "confirm": N_("Confirmation"),
        "current": N_("Current password"),
        "days": N_("For days"),
        "final_status": N_("Decision"),
        "first_day": N_("First day"),
        "label": N_("What it is for"),
        "language": N_("Language"),
        "last_day": N_("Last day"),
        "login": N_("Login"),
        "name": N_("Name"),
        "note": N_("Note"),
        "pack": N_("Question pack"),
        "password": N_("Password"),
        "pin": N_("PIN"),
        "question_id": N_("Question"),
        "reason": N_("Reason"),
        "session_id": N_("Session"),
        "status": N_("Status"),
        "text": N_("Text"),
        "user_id": N_("Ask a colleague to look"),
    }
)
"""What people call the fields."""
_SENTENCES = Words(
    {
        "missing": N_("please fill this in"),
        "string_too_short": N_("at least %(min_length)s characters"),
        "string_too_long": N_("at most %(max_length)s characters"),
        "greater_than_equal": N_("at least %(ge)s"),
        "less_than_equal": N_("at most %(le)s"),
        "int_parsing": N_("this is not a whole number"),
        "int_from_float": N_("this is not a whole number"),
        "date_from_datetime_parsing": N_("this is not a date"),
        "date_parsing": N_("this is not a date"),
    }
)
"""What is said of a field, by pydantic's word for it."""


class Filled(BaseModel):
    """A form; a field that was left empty counts as not sent."""

    model_config = ConfigDict(frozen=True, extra="ignore")


def checked(kind: type[Checked], fields: Form) -> Checked:
    """The form, or ``InvalidError`` with a sentence about each field that does not fit."""
    given = {
        name: value.strip() for name, value in fields.items() if name != CSRF_FIELD and value.strip() != ""
    }
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        wrong = error.errors(include_input=False, include_url=False)
        raise InvalidError("; ".join(_sentence(found) for found in wrong)) from error


def _sentence(found: Any) -> str:
    """One field and what is wrong with it; what a form says of itself stands alone."""
    told = found.get("ctx", {})
    if found["type"] == "value_error":
        said = gettext(str(told["error"]))
    else:
        said = (_SENTENCES.get(found["type"]) or gettext("this does not fit")) % told
    return f"{LABELS[found['loc'][0]]}: {said}" if found["loc"] else said
