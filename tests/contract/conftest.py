"""A server that speaks the OpenAI protocol, and an address to reach it by."""

from collections.abc import Iterator

import pytest

from kiosk.assessment.address import ServerAddress
from tests.openai_server import OpenAIServer


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    server = OpenAIServer()
    yield server
    server.close()


@pytest.fixture
def address(server: OpenAIServer) -> ServerAddress:
    return ServerAddress(server.url, "small", timeout_s=5.0, retries=2)
