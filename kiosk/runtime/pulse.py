"""What the passing of time has to say: a heartbeat while a candidate's clock runs, and long silences."""

from kiosk.flow.events import Event, SilenceNoticed, SpeechNoticed, TimePassed
from kiosk.flow.states import Answering, Kiosk, Practising, Questioning, Thinking

HEARTBEAT_S = 5.0
"""A power cut gives at most this much time back to the candidate, and takes none."""
SILENCE_S = 20.0
"""People think for long; only after this is it asked whether the answer is finished."""


class Pulse:
    """Engine thread only; times in seconds on the monotonic clock."""

    def __init__(self) -> None:
        self._last_beat_s = 0.0
        self._last_speech_s = 0.0
        self._answer: object = None

    def beat(self, kiosk: Kiosk, now_s: float, *, speech: bool) -> Event | None:
        """The event that is due now, if any."""
        phase = running(kiosk)
        if phase is None:
            self._last_beat_s = now_s
            self._answer = None
            return None
        return self._silence(phase, now_s, speech=speech) or self._heartbeat(now_s)

    def _heartbeat(self, now_s: float) -> Event | None:
        if now_s - self._last_beat_s < HEARTBEAT_S:
            return None
        self._last_beat_s = now_s
        return TimePassed()

    def _silence(self, phase: Thinking | Answering, now_s: float, *, speech: bool) -> Event | None:
        if not isinstance(phase, Answering):
            return None
        answer = (phase.started, phase.attempt)
        if speech or answer != self._answer:
            self._answer = answer
            self._last_speech_s = now_s
            return SpeechNoticed() if phase.quiet and speech else None
        if phase.quiet or now_s - self._last_speech_s < SILENCE_S:
            return None
        self._last_speech_s = now_s
        return SilenceNoticed()


def running(kiosk: Kiosk) -> Thinking | Answering | None:
    """The phase whose clock runs now."""
    match kiosk.scene:
        case (
            Practising(phase=(Thinking() | Answering()) as phase)
            | Questioning(phase=(Thinking() | Answering()) as phase)
        ):
            return phase
        case _:
            return None
