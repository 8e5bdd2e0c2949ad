"""Running ffmpeg: argument lists come from ffmpeg-python, the process is ours.

Exit code 0 proves nothing about the result; whoever calls this checks the file (``capture.verify``).
"""

import shutil
import subprocess
from collections.abc import Sequence

from capture.errors import FFmpegError

_QUIET = ("-hide_banner", "-nostdin", "-loglevel", "warning")


def run_ffmpeg(arguments: Sequence[str], deadline_s: float) -> str:
    """Run ``ffmpeg`` with these arguments to its end and give what it said.

    Blocks the calling thread. Raises ``FFmpegError`` when there is no ffmpeg, when ``deadline_s``
    is over (the process is ended then) or when it exits with anything but 0.
    """
    program = program_path("ffmpeg")
    try:
        done = subprocess.run(
            [program, *_QUIET, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=deadline_s,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise FFmpegError(f"ffmpeg was not done after {deadline_s:.0f} s") from error
    if done.returncode != 0:
        raise FFmpegError(f"ffmpeg ended with {done.returncode}: {_last_lines(done.stderr)}")
    return done.stderr


def program_path(name: str) -> str:
    """Where the program is. Raises ``FFmpegError`` when it is not installed."""
    path = shutil.which(name)
    if path is None:
        raise FFmpegError(f"the program {name} is not installed")
    return path


def _last_lines(text: str, lines: int = 5) -> str:
    return " | ".join(text.strip().splitlines()[-lines:])
