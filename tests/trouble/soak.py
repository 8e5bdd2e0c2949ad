"""Many interviews, one after the other, on one window of the real application: a program of its own.

``python -m tests.trouble.soak COUNT DATA PACK`` says after each what the station costs now, a JSON line.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil

BRIEF = """
id = "brief"
version = "1.0"
languages = ["en"]
about_minutes = 1
retention_days = 7
title.en = "One question"

[[questions]]
id = "why"
kind = "general"
avatar = "mira"
answer_limit_s = 20
text.en = "Why?"
"""
"""The shortest interview there can be; the demonstration's takes twice as long."""


@dataclass(frozen=True, slots=True)
class Cost:
    """The station when an interview has just ended."""

    number: int
    seconds: float
    """What the interview took."""
    kiosk_mib: float
    """Memory that is the process's own."""
    recorder_mib: float
    kiosk_files: int
    """Open descriptors."""
    recorder_files: int
    kiosk_threads: int
    recorder_threads: int
    recorder_pid: int
    leftovers: int
    """Files in the system's folder for temporary ones and in the station's."""
    disk_kib: float
    """What the station keeps beside recordings."""


def soak(count: int, data: Path, pack: str = "demo") -> Iterator[Cost]:
    """Have so many interviews on a station of its own, with ``demo`` or ``brief``; what each left."""
    data.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.trouble.soak", str(count), str(data), pack]
    with (
        (data.parent / "terminal.log").open("wb") as terminal,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal, text=True) as program,
    ):
        assert program.stdout is not None
        for line in program.stdout:
            yield Cost(**json.loads(line))
    if program.returncode:
        raise RuntimeError((data.parent / "terminal.log").read_text("utf-8", "replace")[-2000:])


class Attendant:
    """Gives out the codes, and looks at the station whenever an interview has ended."""

    def __init__(self, data: Path, codes: Sequence[str]) -> None:
        self._data, self._codes = data, list(codes)
        self._kiosk = psutil.Process()
        self._number, self._began_s = 0, time.monotonic()
        self.first = self._codes.pop(0)

    def another(self) -> str:
        """The next code; empty when there is none."""
        now_s = time.monotonic()
        self._number += 1
        print(json.dumps(asdict(self._cost(now_s - self._began_s))), flush=True)  # noqa: T201 - for who asked
        self._began_s = now_s
        return self._codes.pop(0) if self._codes else ""

    def _cost(self, seconds: float) -> Cost:
        recorder = self._recorder()
        return Cost(
            number=self._number,
            seconds=round(seconds, 1),
            kiosk_mib=own_mib(self._kiosk),
            recorder_mib=own_mib(recorder),
            kiosk_files=self._kiosk.num_fds(),
            recorder_files=recorder.num_fds(),
            kiosk_threads=self._kiosk.num_threads(),
            recorder_threads=recorder.num_threads(),
            recorder_pid=recorder.pid,
            leftovers=sum(1 for place in self._temporary() for file in place.rglob("*") if file.is_file()),
            disk_kib=round(self._kept_bytes() / 1024, 1),
        )

    def _temporary(self) -> tuple[Path, ...]:
        return (Path(tempfile.gettempdir()), self._data / "run", self._data / "cache" / "export")

    def _kept_bytes(self) -> int:
        kept = (file for file in self._data.rglob("*") if "media" not in file.parts and file.is_file())
        return sum(file.stat().st_size for file in kept)

    def _recorder(self) -> psutil.Process:
        for process in psutil.process_iter(["cmdline"]):
            words = process.info["cmdline"] or []
            if "capture" in words and any(str(self._data) in word for word in words):
                return process
        raise RuntimeError("there is no recorder")


def own_mib(process: psutil.Process) -> float:
    """What would be free if the process ended."""
    return round(process.memory_full_info().uss / (1 << 20), 1)


def main(count: int, data: Path, pack: str) -> None:
    """Hold the interviews in this process."""
    from commands.demo import demo_manner, demo_settings
    from commands.parts import put_together, room_lacking
    from commands.trouble import end_on_bugs
    from kiosk.config.folders import Folders
    from kiosk.domain.ids import PackId
    from kiosk.runtime.room import Room
    from kiosk.voice.rendering import render_speech
    from kiosk.voice.style import candidate_style
    from ui.application import run
    from ui.scripted import ScriptedCandidate
    from ui.virtual_display import some_display

    data.mkdir(parents=True)
    temporary = data.parent / "tmp"
    temporary.mkdir()
    os.environ["TMPDIR"] = tempfile.tempdir = str(temporary)  # so that what is left there is ours
    end_on_bugs()
    folders = Folders(data)
    own = data / "packs" / "brief"
    own.mkdir(parents=True)
    (own / "pack.toml").write_text(BRIEF)
    settings = demo_settings(folders, real=False).model_copy(update={"packs": (own.parent,)})
    with some_display(1280, 720), put_together(folders, settings) as parts:
        now = datetime.now(UTC)
        invite = parts.storage.invitations.create
        codes = [invite(f"Candidate {n}", PackId(pack), now, now + timedelta(days=1)) for n in range(count)]
        answer = data / "cache" / "candidate.wav"
        spoken = render_speech("I like to work with people.", answer, candidate_style("en"))
        trouble: list[str] = []
        attendant = Attendant(data, codes)

        def say(_question: str) -> float:
            parts.recorder.say(answer)
            return spoken.duration_s

        room = Room(parts.station, room_lacking(settings, parts.storage))
        room.start()
        manner = demo_manner(pack, folders, settings, brisk=True)
        candidate = ScriptedCandidate(attendant.first, say, trouble.append, manner=manner)
        candidate.another = attendant.another
        code = run(parts.station, fullscreen=False, visitor=candidate)
        room.stop()
    if trouble != [""]:
        sys.stderr.write(" ".join(trouble))
    raise SystemExit(code)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]).absolute(), sys.argv[3])
