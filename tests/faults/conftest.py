"""Devices for these tests."""

from tests.devices import network_camera, sound_booth, sound_server

__all__ = ["network_camera", "sound_booth", "sound_server"]
