"""How a character holds still like a living person: pure timing, no Qt.

All times are seconds of one monotonic clock; all distances are units of the drawing, 700 to its side.
"""

import math
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from kiosk.ports.voice import MouthCue, MouthShape

_BLINK_S = (0.05, 0.13, 0.19)
"""Half shut until, shut until, half open until."""
_NOD_S = 0.8
_NOD_DEPTH = 13.0
_BROW_LIFT = -3.0


class Eyes(StrEnum):
    """How far the eyes are open."""

    OPEN = "open"
    HALF = "half"
    CLOSED = "closed"


class Mood(StrEnum):
    """What the character is doing."""

    RESTING = "resting"
    SPEAKING = "speaking"
    LISTENING = "listening"


@dataclass(frozen=True, slots=True)
class Pose:
    """One instant: where the head is, relative to its place, and how the face looks."""

    head_x: float = 0.0
    head_y: float = 0.0
    brow_y: float = 0.0
    eyes: Eyes = Eyes.OPEN


def mouth_at(cues: tuple[MouthCue, ...], at_s: float) -> MouthShape:
    """The mouth ``at_s`` into a sound; relaxed before the first cue."""
    index = bisect_right(cues, at_s, key=lambda cue: cue.at_s) - 1
    return cues[index].shape if index >= 0 else MouthShape.REST


class Blinks:
    """Irregular blinking, now and then twice."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._next_s: float | None = None

    def eyes(self, now_s: float) -> Eyes:
        """The eyes now; call with a time that never goes back."""
        if self._next_s is None:
            self._next_s = now_s + self._random.uniform(1.0, 4.0)
        since = now_s - self._next_s
        if since < 0:
            return Eyes.OPEN
        half, shut, end = _BLINK_S
        if since >= end:
            twice = self._random.random() < 0.12
            self._next_s = now_s + (0.12 if twice else self._random.uniform(2.4, 6.5))
            return Eyes.OPEN
        return Eyes.CLOSED if half <= since < shut else Eyes.HALF


class Nods:
    """A small nod where a listener would give one: after some real speech, when the speaker pauses."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._heard_s = 0.0
        self._wanted_s = random.uniform(2.5, 5.0)
        self._last: tuple[float, bool] | None = None
        self._nod_at_s = -math.inf

    def hear(self, now_s: float, speech: bool) -> None:
        """Whether a voice is heard now, several times a second."""
        if self._last is not None:
            before_s, spoke = self._last
            self._heard_s += now_s - before_s if spoke else 0.0
            paused = spoke and not speech
            if paused and self._heard_s >= self._wanted_s:
                self._nod_at_s, self._heard_s = now_s, 0.0
                self._wanted_s = self._random.uniform(4.0, 9.0)
        self._last = (now_s, speech)

    def forget(self) -> None:
        """Nobody is speaking any more."""
        self._last, self._heard_s = None, 0.0

    def depth(self, now_s: float) -> float:
        """How far the head is down."""
        part = (now_s - self._nod_at_s) / _NOD_S
        return _NOD_DEPTH * math.sin(math.pi * part) ** 2 if 0 <= part <= 1 else 0.0


class Motion:
    """Blinks, breath, sway and nods together."""

    def __init__(self, random: Random) -> None:
        self._blinks, self.nods = Blinks(random), Nods(random)

    def pose(self, now_s: float, mood: Mood) -> Pose:
        """The pose now; call with a time that never goes back."""
        breath = math.sin(2 * math.pi * now_s / 4.3)
        sway = math.sin(2 * math.pi * now_s / 7.9)
        liveliness = 2.0 if mood is Mood.SPEAKING else 1.0
        return Pose(
            head_x=1.8 * liveliness * sway,
            head_y=1.6 * liveliness * breath + self.nods.depth(now_s),
            brow_y=_BROW_LIFT if mood is Mood.LISTENING else 0.0,
            eyes=self._blinks.eyes(now_s),
        )
