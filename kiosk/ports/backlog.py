"""What finished sessions still wait for: answers to be written down, sessions to be judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.domain.assessment import AssessmentInputs
from kiosk.domain.consent import Consent
from kiosk.domain.transcript import TranscriptionJob


class BacklogError(Exception):
    """The backlog cannot be read now; trying later may help."""


class UnheardError(Exception):
    """An answer's sound cannot be read; it stays for people to try."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a voice track, in seconds from the track's start."""

    track: Path
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Untranscribed:
    """An answer nobody has written down, and where it is heard; more than one stretch after a power cut."""

    job: TranscriptionJob
    consent: Consent
    stretches: tuple[Stretch, ...]


class Backlog(Protocol):
    """Follows from the journal, so that nothing is forgotten over a restart. Worker thread only."""

    def to_transcribe(self) -> Sequence[Untranscribed]:
        """Kept answers of finished sessions without a transcript, oldest first. Raises ``BacklogError``."""

    def to_assess(self) -> Sequence[AssessmentInputs]:
        """Finished sessions never judged, or judged before their latest transcript; oldest first.

        Raises ``BacklogError``.
        """
