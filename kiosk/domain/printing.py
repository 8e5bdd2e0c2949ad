"""What became of something that was to be printed."""

from enum import StrEnum


class Printed(StrEnum):
    """Every way in which printing can end, as far as anybody can know before the paper is seen."""

    SENT = "sent"
    """The printer's queue has taken it."""
    NO_PRINTER = "no_printer"
    """Nothing on this computer prints."""
    REFUSED = "refused"
    """There is a way to print, and it did not take it."""
    NOT_MADE = "not_made"
    """The pages themselves could not be made."""
