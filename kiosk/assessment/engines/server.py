"""A server that speaks the OpenAI protocol, on the site or elsewhere. What it sends is not trusted."""

from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from kiosk.assessment.address import ServerAddress
from kiosk.assessment.engines.prompt import Message

if TYPE_CHECKING:
    import openai

Form = TypeVar("Form", bound=BaseModel)

TEMPERATURE = 0.0
NOT_OF_THE_PROTOCOL = (AttributeError, IndexError, KeyError, TypeError, ValueError)
"""What reading a reply raises that has another form than the protocol's: its client checks nothing."""


class NoReplyError(Exception):
    """No reply that can be used: why, in a line for the log and without anything of the answer."""


def client(address: ServerAddress) -> "openai.OpenAI":
    """A connection; whoever makes it closes it."""
    import openai

    return openai.OpenAI(
        base_url=address.url,
        api_key=address.key,
        timeout=address.timeout_s,
        max_retries=address.retries,
    )


def ask(
    connection: "openai.OpenAI", model: str, prompt: tuple[Message, Message], form: type[Form], tokens: int
) -> tuple[Form, str]:
    """A model's reply of at most so many tokens in the form asked for, and as it came.

    Raises ``NoReplyError``.
    """
    import openai

    try:
        completion = connection.chat.completions.parse(
            model=model,
            messages=[
                {"role": "system", "content": prompt[0]["content"]},
                {"role": "user", "content": prompt[1]["content"]},
            ],
            response_format=form,
            temperature=TEMPERATURE,
            max_completion_tokens=tokens,
        )
        raw = completion.choices[0].message.content or ""
        return form.model_validate_json(raw), raw
    except openai.OpenAIError as error:
        raise NoReplyError(trouble(error)) from error
    except ValidationError as error:
        raise NoReplyError(f"{error.error_count()} errors in the reply") from error
    except NOT_OF_THE_PROTOCOL as error:
        raise NoReplyError("the reply has another form than the protocol's") from error


def trouble(error: "openai.OpenAIError") -> str:
    """What went wrong, in a line for the log and without anything of the answer."""
    import openai

    if isinstance(error, openai.APITimeoutError):
        return "the server took too long"
    if isinstance(error, openai.APIConnectionError):
        return "the server cannot be reached"
    if isinstance(error, openai.APIStatusError):
        return f"the server answered {error.status_code}"
    return type(error).__name__
