"""The clocks the flow can set; setting one again replaces it."""

from enum import StrEnum


class Timer(StrEnum):
    """What a timer is for. The runtime keeps at most one of each."""

    THINK = "think"
    ANSWER = "answer"
    DECIDE = "decide"
    """How long the candidate may weigh a retake before the answer is kept."""
    VOICE = "voice"
    """The voice should have finished by now."""
    RECORDER = "recorder"
    """The recorder should have answered by now."""
    INVITATION = "invitation"
    """The look-up of a code should have answered by now."""
    ADJUST = "adjust"
    """The candidate has made the screen fit for as long as the clock may stop for it."""
    IDLE = "idle"
    """Nobody has touched the screen for so long that nobody is there."""


INVITATION_DEADLINE_S = 10.0
RECORDER_DEADLINE_S = 15.0
CALIBRATION_DEADLINE_S = 5.0
FINISH_DEADLINE_S = 120.0
VOICE_GRACE_S = 5.0
DECIDE_S = 60.0
ARRIVAL_IDLE_S = 120.0
NOTICE_IDLE_S = 600.0
"""Reading the notice takes some people long; nobody is hurried."""
CHECK_IDLE_S = 600.0
REVIEW_IDLE_S = 300.0
"""Somebody who walks away from the review is not recorded for long."""
READING_IDLE_S = 900.0
"""There is more to do in a review with answers to read."""
RESPEAK_S = 15.0
"""Longest time to say a few words again."""
THANKS_IDLE_S = 90.0
WARNING_S = 30.0
"""How long “Are you still there?” waits for an answer."""
