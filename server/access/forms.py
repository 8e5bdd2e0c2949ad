"""Reading a submitted form. No files: those come as raw bodies, so no multipart parser is needed."""

from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends, Request

from server.errors import MalformedError

FORM = "application/x-www-form-urlencoded"
_MAX_FIELDS = 1000

Form = dict[str, str]


async def _read_form(request: Request) -> Form:
    """The fields of a form; nothing for any other body, which is left unread."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        return {}
    body = await request.body()
    try:
        fields = dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_MAX_FIELDS))
    except ValueError as error:
        raise MalformedError("the form cannot be read") from error
    if any("\x00" in text for text in (*fields, *fields.values())):
        raise MalformedError("the form cannot be read")
    return fields


Fields = Annotated[Form, Depends(_read_form)]
