"""Listing devices and choosing among them."""

from pathlib import Path

import pytest

from capture.camera import OpenCVCamera
from capture.devices import (
    DeviceEntry,
    StationDevices,
    list_loudspeakers,
    list_microphones,
    resolve_auto,
)
from capture.errors import DeviceMissingError
from capture.microphone import FileMicrophone, SoundDeviceMicrophone
from kiosk.domain.recording import HD, DeviceChoice
from tests.devices import FakeListener, SoundBooth, file_of_tone


def test_the_sound_servers_devices_are_listed_by_name(sound_booth: SoundBooth) -> None:
    assert [entry.choice for entry in list_microphones()] == ["booth-mic", "booth-mic-of-a-stranger"]
    assert [entry.choice for entry in list_loudspeakers()] == ["booth-speaker", "stranger-speaker"]
    assert isinstance(list_microphones()[0], DeviceEntry)


def test_auto_is_the_first_real_device_and_else_the_simulator(sound_booth: SoundBooth) -> None:
    found = resolve_auto(DeviceChoice("auto", "auto", "auto"))
    assert (found.microphone, found.loudspeaker) == ("booth-mic", "booth-speaker")
    assert found.camera == "sim" or not Path("/sys/class/video4linux").exists()


def test_what_the_sound_server_offers_for_want_of_a_loudspeaker_is_none(sound_booth: SoundBooth) -> None:
    module = sound_booth.server.add_loudspeaker("auto_null")
    assert [entry.choice for entry in list_loudspeakers()] == ["booth-speaker", "stranger-speaker"]
    sound_booth.server.remove(module)


def test_a_choice_decides_the_kind_of_device(tmp_path: Path) -> None:
    devices, listener = StationDevices(), FakeListener()
    sound = str(file_of_tone(tmp_path / "tone.wav", 0.1))
    assert isinstance(devices.camera("0", HD, listener.see, listener), OpenCVCamera)
    assert isinstance(devices.microphone(sound, listener.hear, listener), FileMicrophone)
    assert isinstance(devices.microphone("booth-mic", listener.hear, listener), SoundDeviceMicrophone)
    assert devices.loudspeaker("sim", listener).name == "simulated loudspeaker"


def test_a_loudspeaker_may_be_absent_by_script() -> None:
    with pytest.raises(DeviceMissingError):
        StationDevices().loudspeaker("sim:absent", FakeListener())
