"""The fields of a submitted form as a checked value."""

from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from server.access.forms import Form
from server.access.guard import CSRF_FIELD
from server.errors import InvalidError

Checked = TypeVar("Checked", bound="Filled")


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
        wrong = [
            f"{str(found['loc'][0]).replace('_', ' ') if found['loc'] else 'form'}: {_sentence(found['msg'])}"
            for found in error.errors(include_input=False, include_url=False)
        ]
        raise InvalidError("; ".join(wrong)) from error


def _sentence(message: str) -> str:
    return "please fill this in" if message == "Field required" else message.removeprefix("Value error, ")
