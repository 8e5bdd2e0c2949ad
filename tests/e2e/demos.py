"""What a demo leaves behind, looked at with programs that are not ours."""

import json
import subprocess
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from kiosk.domain.plain import from_plain
from kiosk.domain.recording import Recording
from tests.recordings import RATE, Footage
from tests.station import Station


@dataclass
class Demo:
    """One demo on a station, and what it printed."""

    station: Station
    printed: dict[str, Any]

    @property
    def session(self) -> dict[str, Any]:
        found: dict[str, Any] = self.printed["session"]
        return found

    @property
    def file(self) -> Path:
        return Path(self.printed["file"])

    @cached_property
    def recording(self) -> Recording:
        return from_plain(Recording, self.session["recording"])

    @cached_property
    def footage(self) -> Footage:
        return Footage(self.file)

    @cached_property
    def streams(self) -> dict[str, dict[str, Any]]:
        """What ffprobe says of picture and sound, with every packet counted."""
        return {stream["codec_type"]: stream for stream in self.probed("-count_packets")["streams"]}

    def probed(self, *options: str) -> dict[str, Any]:
        command = ("ffprobe", "-v", "error", *options, "-show_streams", "-show_chapters", "-of", "json")
        done = subprocess.run((*command, str(self.file)), capture_output=True, check=True)
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer


def run_demo(station: Station, *options: str) -> Demo:
    return Demo(station, station.ask("demo", "--brisk", *options))


def is_to_the_letter(demo: Demo) -> None:
    """Holds for every demo's file, whatever recorded it."""
    video, audio = demo.streams["video"], demo.streams["audio"]
    assert (video["codec_name"], video["width"], video["height"]) == ("h264", 1280, 720)
    assert Fraction(video["avg_frame_rate"]) == 30
    assert (audio["codec_name"], audio["sample_rate"]) == ("aac", "48000")
    assert abs(float(video["duration"]) - float(audio["duration"])) <= 0.050
    assert starts_fast(demo.file)


def chapters_cover_it(demo: Demo) -> None:
    """A chapter for each question and the review, without a hole, from nearly the beginning to the end."""
    probed = demo.probed()["chapters"]
    asked = [f"{question['number']}. {question['text']}" for question in demo.session["questions"]]
    assert [chapter["tags"]["title"] for chapter in probed][-len(asked) - 1 :] == [*asked, "Review"]
    ends = [float(chapter["end_time"]) for chapter in probed]
    starts = [float(chapter["start_time"]) for chapter in probed]
    assert all(abs(start - end) < 0.002 for end, start in zip(ends, starts[1:], strict=False))
    assert starts[0] < 1.0
    assert abs(ends[-1] - demo.recording.duration_s) < 0.1


def every_frame_is_accounted_for(demo: Demo) -> None:
    """The recorder's own counts are those of the file; no thirtieth of a second lacks one."""
    frames = sum(segment.frames for segment in demo.recording.segments)
    assert int(demo.streams["video"]["nb_read_packets"]) == frames
    assert len(demo.footage.brightness) == frames
    for segment in demo.recording.segments:
        assert segment.frames == round(segment.duration_s * 30)
        assert segment.audio_lost_samples == 0
    assert demo.recording.gaps == ()


def beeps_after_flashes_ms(footage: Footage) -> list[float]:
    """For each flash, how much later its beep begins; found by its shape, as somebody may be talking."""
    times = np.arange(round(0.040 * RATE)) / RATE
    beep = np.exp(2j * np.pi * 1000 * times) * np.minimum(1, (0.040 - times) * 400)
    found = []
    for flash_s in footage.flashes_s():
        first = max(0, round((flash_s - 0.5) * RATE))
        around = footage.sound[first : round((flash_s + 0.54) * RATE)].astype(np.float64)
        likeness = np.abs(np.correlate(around.astype(complex), beep, "valid"))
        found.append(1000 * ((first + int(likeness.argmax())) / RATE - flash_s))
    return found


def starts_fast(file: Path) -> bool:
    """Whether a player finds the index before the pictures."""
    with file.open("rb") as stream:
        kinds = []
        while head := stream.read(8):
            size = int.from_bytes(head[:4])
            if size == 1:
                size = int.from_bytes(stream.read(8)) - 8
            kinds.append(head[4:].decode())
            stream.seek(size - 8, 1)
    return kinds.index("moov") < kinds.index("mdat")
