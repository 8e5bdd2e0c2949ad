"""Names for things, as types, so that one cannot be passed for another."""

from typing import NewType

SessionId = NewType("SessionId", str)
"""One candidate's interview on one station: 32 hexadecimal digits, random."""

CandidateId = NewType("CandidateId", str)
"""The person behind an invitation; never a name."""

PackId = NewType("PackId", str)
"""A question pack's folder name, for example ``general``."""

QuestionId = NewType("QuestionId", str)
"""A question's id inside its pack, for example ``team-conflict``."""


def short(session: SessionId) -> str:
    """The eight digits shown to people: in the overlay, on the receipt, in lists."""
    return session[:8]
