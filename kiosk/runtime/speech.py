"""What the voice is saying now: a latest-value slot between the recorder's facts and the avatar."""

import threading

from kiosk.flow.events import Event
from kiosk.flow.facts import SoundEnded, SoundStarted
from kiosk.ports.station import Speaking
from kiosk.ports.voice import Utterance


class Speech:
    """Any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._expected: tuple[str, Utterance] | None = None
        self._speaking: Speaking | None = None

    def expect(self, name: str, utterance: Utterance) -> None:
        """This is about to be heard."""
        with self._lock:
            self._expected = (name, utterance)

    def hear(self, event: Event) -> None:
        """Follow the recorder's facts about sounds."""
        with self._lock:
            match event:
                case SoundStarted(name=name, mono_s=mono_s) if self._expected and self._expected[0] == name:
                    self._speaking = Speaking(name, self._expected[1], mono_s)
                case SoundEnded():
                    self._speaking = None
                case _:
                    pass

    def now(self) -> Speaking | None:
        """What is being said."""
        return self._speaking

    def forget(self) -> None:
        """Nothing is or was said."""
        with self._lock:
            self._expected = self._speaking = None
