"""The self-test's line about who writes answers down."""

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.assessment.gate import Gate
from kiosk.domain.checks import CheckResult, Verdict
from kiosk.ports.transcriber import TranscriberError
from kiosk.ports.voice import VoiceError

NAME = "Transcripts"
SENTENCE = "We listened to each other and found a way."
TO_DO = (
    "Mend the speech_… settings; the guide is write-answers-down.md. Until then people listen to the answers."
)
_ENOUGH = 0.5
"""Of the sentence's words; an engine that hears fewer of a clear voice hears nothing of a candidate."""


def check_speech(gate: Gate, say: Callable[[str, Path], object]) -> CheckResult:
    """Let the station's engine hear a sentence of the station's own voice; takes seconds with a model.

    ``say`` speaks a text into a sound file.
    """
    if not gate.hears:
        return CheckResult(NAME, Verdict.GOOD, "Nobody writes answers down; people listen to them")
    try:
        with TemporaryDirectory(prefix="speech-check-") as folder:
            sound = Path(folder) / "sentence.wav"
            say(SENTENCE, sound)
            began_s = time.monotonic()
            heard = gate.try_out(sound)
    except (TranscriberError, VoiceError) as error:
        return CheckResult(NAME, Verdict.WARNING, str(error), TO_DO)
    wanted = _words(SENTENCE)
    found = sum(word in _words(heard.text) for word in wanted)
    verdict = Verdict.GOOD if found >= _ENOUGH * len(wanted) else Verdict.WARNING
    finding = (
        f"{heard.engine} heard {found} of {len(wanted)} words of a test sentence "
        f"in {time.monotonic() - began_s:.1f} s"
    )
    return CheckResult(NAME, verdict, finding, "" if verdict is Verdict.GOOD else TO_DO)


def _words(text: str) -> list[str]:
    return ["".join(letter for letter in word if letter.isalnum()) for word in text.lower().split()]
