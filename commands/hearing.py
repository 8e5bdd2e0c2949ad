"""Letting a speech engine hear a sentence, in a process of its own: ``python -m commands.hearing DATA``.

A model cannot be stopped while it is loaded, and keeps its memory; a process can be ended, and gives it back.
It answers with one JSON object on standard output: what was heard, or ``error``.
"""

import json
import os
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path

from commands.app import ROOT
from commands.models import speech_heard
from kiosk.config.settings import SettingsError, read_settings
from kiosk.domain.set_up import HEARING_S, Hearing, Refused, SetUpProblem, SpeechChoice
from kiosk.ports.transcriber import TranscriberError
from kiosk.ports.voice import VoiceError


class HearingTest:
    """At most one at a time. Any thread."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._lock = threading.Lock()
        self._child: subprocess.Popen[str] | None = None

    def run(self, speech: SpeechChoice, patience_s: float = HEARING_S) -> Hearing | Refused | None:
        """What an engine hears that nobody has kept yet; ``None`` when it was stopped."""
        with self._lock:
            self._end()
            child = self._child = self._begin(speech)
        try:
            answer, _ = child.communicate(timeout=patience_s)
            outcome = _outcome(answer, child.returncode)
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            outcome = Refused(SetUpProblem.NOT_HEARD, f"it took longer than {patience_s:.0f} s")
        with self._lock:
            stopped = self._child is not child
            if not stopped:
                self._child = None
        return None if stopped else outcome

    def stop(self) -> None:
        """End it; harmless when there is none."""
        with self._lock:
            self._end()

    def _begin(self, speech: SpeechChoice) -> "subprocess.Popen[str]":
        """The environment comes before the file of settings: so nothing has to be kept for a test."""
        changes = {f"KIOSK_{name.upper()}": value for name, value in speech.settings.items()}
        return subprocess.Popen(
            [sys.executable, "-m", "commands.hearing", str(self._data)],
            cwd=ROOT,
            env={**os.environ, **changes},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()


def _outcome(answer: str, code: int) -> Hearing | Refused:
    try:
        found = json.loads(answer)
    except ValueError:
        return Refused(SetUpProblem.NOT_HEARD, f"the engine ended with {code}")
    if "error" in found:
        return Refused(SetUpProblem.NOT_HEARD, str(found["error"]))
    return Hearing(**found)


def main(data: Path) -> int:
    """Answer on standard output."""
    try:
        answer = asdict(speech_heard(read_settings(data)))
    except (SettingsError, TranscriberError, VoiceError) as error:
        answer = {"error": str(error)}
    json.dump(answer, sys.stdout)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
