"""What can go wrong with a lockdown.

LockdownError
    InTheWayError       something of somebody else stands where ours should
    RecordDamagedError  what was done cannot be read any more
"""


class LockdownError(Exception):
    """The machine cannot be changed; the text says why, for a technician."""


class InTheWayError(LockdownError):
    """There is something we could not put back."""


class RecordDamagedError(LockdownError):
    """Nobody can say what has to be undone."""
