"""What ffprobe says of a finished file, in one line."""

import json
import subprocess
from fractions import Fraction
from pathlib import Path
from typing import Any

from capture.boxes import read_boxes
from capture.errors import FFmpegError
from capture.ffmpeg import program_path

_DEADLINE_S = 30.0
_QUESTION = ("-v", "error", "-show_streams", "-show_format", "-show_chapters", "-of", "json")


def probe(path: Path) -> str:
    """Codecs, size, rate, length, chapters and whether it starts fast. Raises ``FFmpegError``."""
    answer = _ask(path)
    streams = [_stream(stream) for stream in answer["streams"] if stream["codec_type"] in ("video", "audio")]
    kinds = [box.kind for box in read_boxes(path)]
    start = "faststart" if "moov" in kinds and kinds.index("moov") < kinds.index("mdat") else "not faststart"
    length = f"{float(answer['format']['duration']):.2f} s"
    return " · ".join([*streams, length, f"{len(answer['chapters'])} chapters", start])


def _ask(path: Path) -> dict[str, Any]:
    command = [program_path("ffprobe"), *_QUESTION, str(path)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_DEADLINE_S, check=False)
    except subprocess.TimeoutExpired as error:
        raise FFmpegError(f"ffprobe was not done after {_DEADLINE_S:.0f} s") from error
    if done.returncode != 0:
        raise FFmpegError(f"ffprobe cannot read the file: {done.stderr.strip()}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _stream(stream: dict[str, Any]) -> str:
    if stream["codec_type"] == "video":
        rate = float(Fraction(stream["avg_frame_rate"]))
        return f"{stream['codec_name']} {stream['width']}x{stream['height']} {rate:g} fps"
    return f"{stream['codec_name']} {stream['sample_rate']} Hz"
