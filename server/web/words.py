"""How pages say things: closed lists as words, numbers as people write them."""

from collections.abc import Mapping
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

from server.times import instant
from server.web.tongue import N_, Words, reader

SESSIONS = Words(
    {
        "arrived": N_("Before the consent"),
        "declined": N_("Consent declined"),
        "abandoned": N_("Left before the consent"),
        "preparing": N_("Preparing"),
        "in_progress": N_("In progress"),
        "finishing": N_("Finishing"),
        "completed": N_("Completed"),
    }
)
DECISIONS = Words({"passed": N_("Passed"), "failed": N_("Not passed"), "needs_review": N_("Needs review")})
RECORDINGS = Words(
    {
        "not_started": N_("Not recorded"),
        "recording": N_("Recording"),
        "completed": N_("Recorded"),
        "failed": N_("Recording failed"),
    }
)
KINDS = Words(
    {
        "general": N_("General"),
        "behavioural": N_("Behavioural"),
        "technical": N_("Technical"),
        "coding": N_("Coding"),
    }
)
OUTCOMES = Words(
    {
        "kept": N_("Answer"),
        "discarded": N_("Not kept: answered again"),
        "skipped": N_("Left out"),
        "cut_short": N_("Cut short by the end of the interview"),
    }
)
SCORINGS = Words(
    {
        "ai_and_human": N_("Scores may be suggested by software; people decide"),
        "human_only": N_("People only, no software"),
    }
)
WITHHELD = Words(
    {
        "human_only": N_("The candidate chose people only"),
        "no_rubric": N_("The pack does not say how this is judged"),
        "not_asked": N_("It was not asked"),
        "not_answered": N_("It was not answered"),
        "not_transcribed": N_("There is no transcript of the answer"),
        "low_confidence": N_("The speech recognition was too unsure of what it heard"),
        "other_language": N_("The answer is in another language"),
        "not_scorable": N_("The rules found nothing that has to do with the question"),
        "little_found": N_("The rules recognised less than half of what the question asks for"),
        "too_little": N_("Less than half of what is asked for could be judged"),
        "unproven": N_("The quote that was to prove it is not in the answer"),
        "unavailable": N_("The server gave no usable reply"),
        "over_budget": N_("The session’s share of the server was used up"),
    }
)
DIMENSIONS = Words(
    {
        "technical": N_("Technical"),
        "communication": N_("Communication"),
        "problem_solving": N_("Problem solving"),
        "values": N_("Values"),
    }
)
ORIGINS = Words(
    {
        "recognised": N_("Written down by speech recognition"),
        "rough": N_("Written down roughly, to search by only"),
        "typed": N_("Typed by the candidate"),
        "corrected": N_("Corrected by the candidate"),
    }
)
GAPS = Words(
    {
        "camera_masked": N_("Camera covered by staff"),
        "microphone_masked": N_("Microphone covered by staff"),
        "paused": N_("Paused by staff"),
        "camera_lost": N_("Camera lost"),
        "microphone_lost": N_("Microphone lost"),
        "recorder_lost": N_("Recording interrupted"),
        "power_lost": N_("Power lost"),
        "stopped_by_staff": N_("Recording stopped by staff"),
    }
)
SCENES = Words(
    {
        "idle": N_("Free"),
        "arriving": N_("Somebody is arriving"),
        "preparing": N_("Getting ready"),
        "waiting": N_("Waits for staff to begin"),
        "in_progress": N_("Interview"),
        "paused": N_("Paused"),
        "interrupted": N_("Interrupted"),
        "finishing": N_("Finishing"),
        "done": N_("Done"),
    }
)
DEVICES = Words(
    {
        "absent": N_("off"),
        "ok": N_("works"),
        "masked": N_("covered"),
        "silent": N_("silent"),
        "frozen": N_("frozen"),
        "lost": N_("lost"),
    }
)
DOING = Words(
    {
        "asking": N_("the question is asked"),
        "thinking": N_("thinking"),
        "answering": N_("answering"),
        "deciding": N_("looks back at the answer"),
    }
)
ORDERED = Words(
    {
        "done": N_("done"),
        "refused": N_("not done"),
        "expired": N_("too late, not done"),
        "failed": N_("perhaps not done"),
    }
)
"""What became of a command; without an outcome the booth has not answered yet."""
COMMANDS = Words(
    {
        "pause": N_("Pause"),
        "resume": N_("Resume"),
        "answer_help": N_("I am on my way"),
        "camera_off": N_("Cover the camera"),
        "camera_on": N_("Uncover the camera"),
        "microphone_off": N_("Cover the microphone"),
        "microphone_on": N_("Uncover the microphone"),
        "start_recording": N_("Start the recording"),
        "stop_recording": N_("Stop the recording"),
        "message": N_("Show a message"),
        "end": N_("End the interview"),
    }
)
COVER_REASONS = Words(
    {
        "privacy": N_("Privacy"),
        "staff_in_booth": N_("Staff in the booth"),
        "technical": N_("Technical reason"),
        "other": N_("Another reason"),
    }
)
"""What people choose from."""
ORDER_STATES = Words(
    {
        "invited": N_("Invited"),
        "in_progress": N_("In progress"),
        "analysing": N_("Being scored"),
        "completed": N_("Completed"),
        "declined": N_("Consent declined"),
        "abandoned": N_("Left before the consent"),
        "withdrawn": N_("Withdrawn"),
        "expired": N_("Did not come"),
    }
)
DELIVERIES = Words(
    {
        "not_asked": N_("asks by itself"),
        "waiting": N_("not yet"),
        "delivered": N_("told"),
        "given_up": N_("could not be told"),
    }
)
ROLES = Words(
    {
        "administrator": N_("Administrator: stations, packs, accounts, audit; sees no candidate"),
        "hr": N_("HR: invites, sees all sessions, decides, shares, erases"),
        "reviewer": N_("Reviewer: sees the sessions that HR asked them to look at"),
        "proctor": N_("Proctor: sees booths and commands them"),
        "monitor": N_("Monitoring: a program that reads figures; sees no names"),
    }
)
ROLE_NAMES = Words(
    {
        "administrator": N_("Administrator"),
        "hr": N_("HR"),
        "reviewer": N_("Reviewer"),
        "proctor": N_("Proctor"),
        "monitor": N_("Monitoring"),
    }
)
ACTIONS = Words(
    {
        "session_seen": N_("looked at the session"),
        "file_seen": N_("played or fetched a file"),
        "analysis_seen": N_("looked at the scores"),
        "report_fetched": N_("fetched the report"),
        "transcript_fetched": N_("fetched the transcript"),
        "fairness_seen": N_("looked at the fairness board"),
        "link_opened": N_("opened the link"),
        "decided": N_("decided"),
        "rated": N_("rated an answer"),
        "annotated": N_("added a note"),
        "annotation_removed": N_("removed a note"),
        "assigned": N_("asked somebody to look"),
        "assignment_withdrawn": N_("took a request back"),
        "shared": N_("made a link"),
        "share_withdrawn": N_("withdrew a link"),
        "held": N_("held the session"),
        "released": N_("released the session"),
        "erased": N_("erased a person"),
    }
)
ALERTS = Words(
    {
        "fork": N_("Two computers use one station’s key"),
        "broken_chain": N_("A journal does not hold together"),
        "damaged_file": N_("A file is damaged"),
    }
)
ISSUES = Words(
    {
        "camera_missing": N_("Camera missing"),
        "camera_lost": N_("Camera lost"),
        "camera_frozen": N_("Camera frozen"),
        "camera_black": N_("Camera picture dark"),
        "microphone_missing": N_("Microphone missing"),
        "microphone_lost": N_("Microphone lost"),
        "microphone_silent": N_("Microphone silent"),
        "microphone_muted": N_("Microphone switched off"),
        "loudspeaker_missing": N_("Loudspeaker missing"),
        "recorder_lost": N_("Recording interrupted"),
        "recording_not_started": N_("Recording not started"),
        "recording_not_finished": N_("Recording not finished"),
        "encoder_slow": N_("Computer too busy"),
        "ffmpeg_missing": N_("ffmpeg missing"),
        "disk_low": N_("Disk space low"),
        "disk_short": N_("Disk space too short"),
        "disk_full": N_("Disk full"),
        "data_unwritable": N_("Data folder not writable"),
        "voice_missing": N_("Voice missing"),
        "journal_damaged": N_("Journal damaged"),
        "test_failed": N_("Booth test failed"),
        "erasure_stuck": N_("Erasure stuck"),
        "environment": N_("Surroundings"),
        "candidate": N_("Candidate"),
        "staff": N_("Staff"),
        "technical": N_("Technology"),
        "station_restarted": N_("Station restarted"),
    }
)
ISSUE_KINDS = Words({"fault": N_("Fault"), "incident": N_("Incident"), "help": N_("Call for help")})
REASONS = Words(
    {
        "candidate_asked": N_("The candidate asked for it"),
        "staff_in_booth": N_("Staff in the booth"),
        "technical": N_("Technical reason"),
        "privacy": N_("Privacy"),
        "paused": N_("Paused"),
        "hand_raised": N_("Hand raised"),
        "other": N_("Another reason"),
    }
)
VERDICTS = Words(
    {
        "accepted": N_("Accepted"),
        "wrong_answer": N_("Wrong answer"),
        "time_limit": N_("Too slow"),
        "memory_limit": N_("Too much memory"),
        "output_limit": N_("Too much output"),
        "runtime_error": N_("Crashed"),
        "compile_error": N_("Does not compile"),
        "stopped": N_("Stopped"),
        "judge_error": N_("Could not be judged"),
    }
)
FILES = Words(
    {
        "waiting": N_("on its way"),
        "assembling": N_("being put together"),
        "kept": N_("kept"),
        "failed": N_("failed"),
    }
)


def plain(code: str) -> str:
    """A code that no list has, readable: ``camera_lost`` becomes ``Camera lost``."""
    words = str(code).replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def said(found: Mapping[str, str], code: Any) -> str:
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
    return format_date(instant(wall), "long", locale=reader().tongue.locale) if wall else "–"


def moment(wall: str | None) -> str:
    """``20 November 2026, 12:00 UTC``."""
    return f"{day(wall)}, {instant(wall):%H:%M} UTC" if wall else "–"


def number(value: float, decimals: int = 0) -> str:
    """``1,234.5``, ``1.234,5``."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, pattern, locale=reader().tongue.locale)


def size(size_bytes: float | None) -> str:
    """``15.6 MB``, ``2.1 GB``."""
    if size_bytes is None:
        return "–"
    for unit, worth in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6)):
        if size_bytes >= worth:
            return f"{number(size_bytes / worth, 1)} {unit}"
    return f"{number(size_bytes / 1e3)} kB"


def percent(share: float | None) -> str:
    """``98.5 %``."""
    return f"{number(100 * share, 1)} %" if share is not None else "–"
