"""Letting whoever writes answers down hear a sentence of the station's own voice."""

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.assessment.gate import Gate
from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.set_up import Hearing
from kiosk.ports.transcriber import TranscriberError
from kiosk.ports.voice import VoiceError

NAME = "Transcripts"
SENTENCE = "We listened to each other and found a way."
TO_DO = (
    "Mend the speech_… settings; the guide is write-answers-down.md. Until then people listen to the answers."
)

Say = Callable[[str, Path], object]
"""Speaks a text into a sound file."""


def try_hearing(gate: Gate, say: Say) -> Hearing:
    """What the station's engine makes of the sentence; takes seconds with a model.

    Raises ``TranscriberError`` and ``VoiceError``.
    """
    with TemporaryDirectory(prefix="speech-check-") as folder:
        sound = Path(folder) / "sentence.wav"
        say(SENTENCE, sound)
        began_s = time.monotonic()
        heard = gate.try_out(sound)
        took_s = time.monotonic() - began_s
    wanted, got = _words(SENTENCE), _words(heard.text)
    return Hearing(heard.engine, heard.text, sum(word in got for word in wanted), len(wanted), took_s)


def check_speech(gate: Gate, say: Say) -> CheckResult:
    """The self-test's line about who writes answers down."""
    if not gate.hears:
        return CheckResult(NAME, Verdict.GOOD, "Nobody writes answers down; people listen to them")
    try:
        heard = try_hearing(gate, say)
    except (TranscriberError, VoiceError) as error:
        return CheckResult(NAME, Verdict.WARNING, str(error), TO_DO)
    finding = (
        f"{heard.engine} heard {heard.found} of {heard.of} words of a test sentence in {heard.took_s:.1f} s"
    )
    if heard.enough:
        return CheckResult(NAME, Verdict.GOOD, finding)
    return CheckResult(NAME, Verdict.WARNING, finding, TO_DO)


def _words(text: str) -> list[str]:
    return ["".join(letter for letter in word if letter.isalnum()) for word in text.lower().split()]
