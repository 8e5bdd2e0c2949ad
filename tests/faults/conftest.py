"""Devices and servers for these tests."""

from tests.devices import network_camera, sound_booth, sound_server
from tests.server.conftest import client, house, migrated, station

__all__ = [
    "client",
    "house",
    "migrated",
    "network_camera",
    "sound_booth",
    "sound_server",
    "station",
]
