"""The same interview through PortAudio and OpenCV, in the folder of a demo that was there before."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
import soundfile

from tests.e2e.demos import (
    Demo,
    chapters_cover_it,
    every_frame_is_accounted_for,
    is_to_the_letter,
    run_demo,
)
from tests.mjpeg import MjpegCamera
from tests.pulse import PulseServer

pytestmark = [pytest.mark.slow, pytest.mark.alone, pytest.mark.timeout(180)]


@pytest.fixture(scope="module")
def real_demo(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """Loudspeaker, microphone and camera are software, but nothing in the program knows."""
    sound, camera = PulseServer(tmp_path_factory.mktemp("pulse")), MjpegCamera()
    sound.start()
    camera.plug()
    try:
        sound.add_loudspeaker("booth-speaker")
        sound.add_microphone("booth-mic", hears="booth-speaker")
        named = {
            "KIOSK_CAMERA": camera.url,
            "KIOSK_MICROPHONE": "booth-mic",
            "KIOSK_LOUDSPEAKER": "booth-speaker",
        }
        station = replace(demo.station, environment={**sound.environment, **named})
        yield run_demo(station, "--devices", "real")
        station.close()
    finally:
        camera.unplug()
        sound.stop()


def test_a_second_demo_in_the_same_folder_is_another_session(demo: Demo, real_demo: Demo) -> None:
    first, second, *_ = real_demo.station.ask("sessions")
    assert [first["id"], second["id"]] == [run.session["summary"]["id"] for run in (real_demo, demo)]
    assert real_demo.printed["journal"].endswith("chain OK")
    assert demo.file.stat().st_size == demo.recording.size_bytes


def test_the_named_devices_recorded_it(real_demo: Demo) -> None:
    devices = real_demo.session["device_info"]
    assert "booth-mic" in devices["microphone"]
    assert "booth-speaker" in devices["loudspeaker"]
    assert devices["camera"].startswith("http://127.0.0.1")


def test_the_file_is_as_good_as_a_simulated_one(real_demo: Demo) -> None:
    is_to_the_letter(real_demo)
    chapters_cover_it(real_demo)
    every_frame_is_accounted_for(real_demo)


def test_picture_and_voice_are_really_in_it(real_demo: Demo) -> None:
    """The loudspeaker says the candidate's answers; the microphone hears them."""
    brightness = real_demo.footage.brightness
    assert brightness.mean() > 60
    assert np.ptp(brightness) > 1, "the picture stands still"
    (track,) = real_demo.recording.voice_tracks
    folder = real_demo.file.parents[1]
    voice, rate = soundfile.read(folder / track)
    for question in real_demo.session["questions"]:
        for answer in question["answers"]:
            spoken = voice[round(answer["start_s"] * rate) : round(answer["end_s"] * rate)]
            assert 20 * np.log10(np.sqrt(np.mean(spoken**2))) > -45


def test_nothing_is_left_of_either(real_demo: Demo) -> None:
    real_demo.station.close()
    assert real_demo.station.left_over() == []
    assert "Traceback" not in real_demo.station.log()
