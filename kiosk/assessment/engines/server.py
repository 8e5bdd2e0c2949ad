"""A server that speaks the OpenAI protocol, on the site or elsewhere."""

from typing import TYPE_CHECKING

from kiosk.assessment.address import ServerAddress

if TYPE_CHECKING:
    import openai


def client(address: ServerAddress) -> "openai.OpenAI":
    """A connection; whoever makes it closes it."""
    import openai

    return openai.OpenAI(
        base_url=address.url,
        api_key=address.key,
        timeout=address.timeout_s,
        max_retries=address.retries,
    )


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
