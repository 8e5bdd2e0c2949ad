"""A server that speaks the OpenAI protocol, on the site or elsewhere."""

from dataclasses import dataclass, field

import openai


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Where a server is and how patient to be with it."""

    url: str
    """With the version, for example ``http://speech.local:8000/v1``."""
    model: str
    key: str = field(default="none", repr=False)
    """Servers on the site usually want none."""
    timeout_s: float = 60.0
    """For one try."""
    retries: int = 2
    """After a lost connection, a timeout, or an answer that says “try later”; with growing pauses."""


def client(address: ServerAddress) -> openai.OpenAI:
    """A connection; whoever makes it closes it."""
    return openai.OpenAI(
        base_url=address.url,
        api_key=address.key,
        timeout=address.timeout_s,
        max_retries=address.retries,
    )


def trouble(error: openai.OpenAIError) -> str:
    """What went wrong, in a line for the log and without anything of the answer."""
    if isinstance(error, openai.APITimeoutError):
        return "the server took too long"
    if isinstance(error, openai.APIConnectionError):
        return "the server cannot be reached"
    if isinstance(error, openai.APIStatusError):
        return f"the server answered {error.status_code}"
    return type(error).__name__
