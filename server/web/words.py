"""How pages say things: closed lists as words, numbers as people write them."""

from typing import Any

from server.times import instant

SESSIONS = {
    "arrived": "Before the consent",
    "declined": "Consent declined",
    "abandoned": "Left before the consent",
    "preparing": "Preparing",
    "in_progress": "In progress",
    "finishing": "Finishing",
    "completed": "Completed",
}
DECISIONS = {"passed": "Passed", "failed": "Not passed", "needs_review": "Needs review"}
RECORDINGS = {
    "not_started": "Not recorded",
    "recording": "Recording",
    "completed": "Recorded",
    "failed": "Recording failed",
}
KINDS = {"general": "General", "behavioural": "Behavioural", "technical": "Technical", "coding": "Coding"}
OUTCOMES = {
    "kept": "Answer",
    "discarded": "Not kept: answered again",
    "skipped": "Left out",
    "cut_short": "Cut short by the end of the interview",
}
SCORINGS = {
    "ai_and_human": "Scores may be suggested by software; people decide",
    "human_only": "People only, no software",
}
WITHHELD = {
    "human_only": "The candidate chose people only",
    "no_rubric": "The pack does not say how this is judged",
    "not_asked": "It was not asked",
    "not_answered": "It was not answered",
    "not_transcribed": "There is no transcript of the answer",
    "low_confidence": "The speech recognition was too unsure of what it heard",
    "other_language": "The answer is in another language",
    "not_scorable": "The rules found nothing that has to do with the question",
    "little_found": "The rules recognised less than half of what the question asks for",
    "too_little": "Less than half of what is asked for could be judged",
    "unproven": "The quote that was to prove it is not in the answer",
    "unavailable": "The server gave no usable reply",
    "over_budget": "The session’s share of the server was used up",
}
DIMENSIONS = {
    "technical": "Technical",
    "communication": "Communication",
    "problem_solving": "Problem solving",
    "values": "Values",
}
ORIGINS = {
    "recognised": "Written down by speech recognition",
    "rough": "Written down roughly, to search by only",
    "typed": "Typed by the candidate",
    "corrected": "Corrected by the candidate",
}
GAPS = {
    "camera_masked": "Camera covered by staff",
    "microphone_masked": "Microphone covered by staff",
    "paused": "Paused by staff",
    "camera_lost": "Camera lost",
    "microphone_lost": "Microphone lost",
    "recorder_lost": "Recording interrupted",
    "power_lost": "Power lost",
    "stopped_by_staff": "Recording stopped by staff",
}
SCENES = {
    "idle": "Free",
    "arriving": "Somebody is arriving",
    "preparing": "Getting ready",
    "waiting": "Waits for staff to begin",
    "in_progress": "Interview",
    "paused": "Paused",
    "interrupted": "Interrupted",
    "finishing": "Finishing",
    "done": "Done",
}
DEVICES = {
    "absent": "off",
    "ok": "works",
    "masked": "covered",
    "silent": "silent",
    "frozen": "frozen",
    "lost": "lost",
}
DOING = {
    "asking": "the question is asked",
    "thinking": "thinking",
    "answering": "answering",
    "deciding": "looks back at the answer",
}
ORDERED = {
    "done": "done",
    "refused": "not done",
    "expired": "too late, not done",
    "failed": "perhaps not done",
}
"""What became of a command; without an outcome the booth has not answered yet."""
COMMANDS = {
    "pause": "Pause",
    "resume": "Resume",
    "answer_help": "I am on my way",
    "camera_off": "Cover the camera",
    "camera_on": "Uncover the camera",
    "microphone_off": "Cover the microphone",
    "microphone_on": "Uncover the microphone",
    "start_recording": "Start the recording",
    "stop_recording": "Stop the recording",
    "message": "Show a message",
    "end": "End the interview",
}
ORDER_STATES = {
    "invited": "Invited",
    "in_progress": "In progress",
    "analysing": "Being scored",
    "completed": "Completed",
    "declined": "Consent declined",
    "abandoned": "Left before the consent",
    "withdrawn": "Withdrawn",
    "expired": "Did not come",
}
DELIVERIES = {
    "not_asked": "asks by itself",
    "waiting": "not yet",
    "delivered": "told",
    "given_up": "could not be told",
}
ROLES = {
    "administrator": "Administrator: stations, packs, accounts, audit; sees no candidate",
    "hr": "HR: invites, sees all sessions, decides, shares, erases",
    "reviewer": "Reviewer: sees the sessions that HR asked them to look at",
    "proctor": "Proctor: sees booths and commands them",
    "monitor": "Monitoring: a program that reads figures; sees no names",
}
ACTIONS = {
    "session_seen": "looked at the session",
    "file_seen": "played or fetched a file",
    "analysis_seen": "looked at the scores",
    "report_fetched": "fetched the report",
    "transcript_fetched": "fetched the transcript",
    "fairness_seen": "looked at the fairness board",
    "link_opened": "opened the link",
    "decided": "decided",
    "rated": "rated an answer",
    "annotated": "added a note",
    "annotation_removed": "removed a note",
    "assigned": "asked somebody to look",
    "assignment_withdrawn": "took a request back",
    "shared": "made a link",
    "share_withdrawn": "withdrew a link",
    "held": "held the session",
    "released": "released the session",
    "erased": "erased a person",
}
ALERTS = {
    "fork": "Two computers use one station’s key",
    "broken_chain": "A journal does not hold together",
    "damaged_file": "A file is damaged",
}
FILES = {
    "waiting": "on its way",
    "assembling": "being put together",
    "kept": "kept",
    "failed": "failed",
}
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def plain(code: str) -> str:
    """A code that no list has, readable: ``camera_lost`` becomes ``Camera lost``."""
    words = str(code).replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def said(found: dict[str, str], code: Any) -> str:
    """The words of a closed list; a code of a newer station is shown as it is."""
    return found.get(str(code)) or plain(str(code))


def clock(seconds: float | None) -> str:
    """A length or a position: ``4:07``, ``1:02:30``."""
    if seconds is None:
        return "–"
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def day(wall: str | None) -> str:
    """``20 November 2026``."""
    if not wall:
        return "–"
    when = instant(wall)
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def moment(wall: str | None) -> str:
    """``20 November 2026, 12:00 UTC``."""
    return f"{day(wall)}, {instant(wall):%H:%M} UTC" if wall else "–"


def size(size_bytes: float | None) -> str:
    """``15.6 MB``, ``2.1 GB``."""
    if size_bytes is None:
        return "–"
    for unit, worth in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6)):
        if size_bytes >= worth:
            return f"{size_bytes / worth:,.1f} {unit}"
    return f"{size_bytes / 1e3:,.0f} kB"


def percent(share: float | None) -> str:
    """``98.5 %``."""
    return f"{100 * share:.1f} %" if share is not None else "–"
