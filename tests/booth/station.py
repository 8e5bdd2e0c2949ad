"""The station in the guest as visitors meet it: a screen, a keyboard, and the journal of what happened."""

import json
import os
import subprocess
import time
from pathlib import Path

from kiosk.domain.moment import Moment
from kiosk.domain.plain import from_plain
from kiosk.flow.codec import decode
from kiosk.flow.recovery import Happened, replay
from kiosk.flow.states import Kiosk
from tests.booth.guest import Guest
from tests.screen import Picture, alike, foot

DATA = "/var/lib/interview-kiosk"
HOME = "/usr/lib/interview-kiosk"
FOLLOW = Path(__file__).with_name("follow.py")
STILL_S = 1.5
LOOK_S = 0.3


class GuestJournal:
    """Follows the journal in a running guest, until it is closed or the guest loses its power."""

    def __init__(self, guest: Guest) -> None:
        words = f"cd {HOME} && exec runuser -u interview-kiosk -- environment/bin/python -u - {DATA}"
        with FOLLOW.open("rb") as program:
            self._follower = subprocess.Popen(
                [*guest.door(), words], stdin=program, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        assert self._follower.stdout is not None
        self._pipe = self._follower.stdout
        os.set_blocking(self._pipe.fileno(), False)
        self._rest = b""
        self._clock_s = 0.0
        self._history: list[Happened] = []

    def history(self) -> list[Happened]:
        """What has happened, as far as it has been told."""
        self._listen()
        return self._history

    def clock_s(self) -> float:
        """The guest's monotonic clock when it last told: a second of it may be many of ours."""
        self._listen()
        return self._clock_s

    def state(self) -> Kiosk:
        """Where the interview stands."""
        return replay(self.history())

    def _listen(self) -> None:
        while chunk := self._pipe.read():
            self._rest += chunk
        *lines, self._rest = self._rest.split(b"\n")
        for line in lines:
            self._clock_s, facts = json.loads(line)
            if facts is not None:
                self._history = [
                    Happened(decode(fact["event"]), from_plain(Moment, fact["moment"])) for fact in facts
                ]

    def close(self) -> None:
        """Listen no more."""
        self._follower.terminate()
        self._follower.wait()
        self._pipe.close()


class GuestScreen:
    """The guest's screen and keyboard; its journal knows how late it is there."""

    def __init__(self, guest: Guest, journal: GuestJournal) -> None:
        self._monitor = guest.monitor
        self._clock_s = journal.clock_s
        self._scratch = guest.folder / "look.ppm"

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        self._monitor.press(*keys)

    def type(self, text: str) -> None:
        """Type letters."""
        self._monitor.type(text)

    def look(self) -> Picture:
        """What is shown at this moment."""
        return self._monitor.look(self._scratch)

    def still(self, for_s: float = STILL_S, deadline_s: float = 20.0) -> None:
        """Wait until nothing slides or fades any more at the foot, where the buttons are."""
        since, before = self._clock_s(), foot(self.look())
        end = since + deadline_s
        while self._clock_s() - since < for_s and self._clock_s() < end:
            time.sleep(LOOK_S)
            now = foot(self.look())
            if not alike(now, before):
                since, before = self._clock_s(), now
