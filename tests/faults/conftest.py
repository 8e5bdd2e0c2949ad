"""Devices and servers for these tests, and how they tell what they found."""

import json

import pytest

from tests.devices import network_camera, sound_booth, sound_server
from tests.server.conftest import client, house, migrated, station
from tests.trouble.figures import PROPERTY, Tell

__all__ = [
    "client",
    "house",
    "migrated",
    "network_camera",
    "sound_booth",
    "sound_server",
    "station",
]


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Tell:
    """Give what keeps a row's figure for the report (``benchmarks.server_faults``)."""

    def keep(row: int, what: str, promise: str, *values: float) -> None:
        request.node.user_properties.append((PROPERTY, json.dumps([row, what, promise, values])))

    return keep
