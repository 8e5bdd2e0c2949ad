"""Who works at the booth, what each of them may do there, and what comes of a PIN."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is at the booth for."""

    PROCTOR = "proctor"
    HR = "hr"
    TECHNICIAN = "technician"


class Duty(StrEnum):
    """Something that not everybody may do."""

    HELP = "help"
    """Answer a call."""
    NOTE = "note"
    """Mark an instant or an incident of the interview."""
    COVER = "cover"
    """Cover and uncover camera and microphone."""
    PAUSE = "pause"
    RECORD = "record"
    """Stop the recording by hand, and start it again."""
    CONDUCT = "conduct"
    """Release the start, give more time, skip, ask again, speak to the candidate, end the interview."""
    DEVICES = "devices"
    """Use another microphone."""
    BOOTH = "booth"
    """Lock and unlock the booth, test it, open it in spite of a failed test."""
    SET_UP = "set_up"
    """Change how the station is set up, and who has a PIN."""
    RESULTS = "results"
    """See, export and erase what candidates gave."""
    QUESTIONS = "questions"
    """Approve what candidates are asked."""


MAY: dict[Role, frozenset[Duty]] = {
    Role.PROCTOR: frozenset(Duty) - {Duty.SET_UP, Duty.RESULTS, Duty.QUESTIONS},
    Role.HR: frozenset({Duty.HELP, Duty.NOTE, Duty.RESULTS, Duty.QUESTIONS}),
    Role.TECHNICIAN: frozenset(
        {Duty.HELP, Duty.NOTE, Duty.COVER, Duty.PAUSE, Duty.RECORD, Duty.DEVICES, Duty.BOOTH, Duty.SET_UP}
    ),
}
"""The whole of the rules: who may do what."""


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody with a PIN; every act is kept with the name."""

    name: str
    role: Role

    def may(self, duty: Duty) -> bool:
        """Whether the table allows it."""
        return duty in MAY[self.role]


class PinProblem(StrEnum):
    """Why a PIN opens nothing."""

    WRONG = "wrong"
    WAIT = "wait"
    """Too many wrong ones: nothing is checked before the wait is over."""
    LOCKED = "locked"
    """Far too many: nothing is checked until a new PIN is given on the command line."""
    UNAVAILABLE = "unavailable"
    """The attempt could not be written down, so it was not made."""


@dataclass(frozen=True, slots=True)
class PinRefused:
    """A PIN that opens nothing; ``wait_s`` is how long none is checked."""

    problem: PinProblem
    wait_s: float = 0.0


PinAnswer = StaffMember | PinRefused

FREE_TRIES = 5
"""After so many wrong PINs of one person comes the first wait."""
FIRST_WAIT_S = 15.0
"""Doubles with every further wrong one."""
MOST_TRIES = 15
"""After so many nothing is checked any more."""


def wait_after_s(failures: int) -> float:
    """How long no PIN is checked after so many wrong ones in a row."""
    return 0.0 if failures < FREE_TRIES else FIRST_WAIT_S * 2.0 ** (failures - FREE_TRIES)
