"""How the desk says things: closed lists in words, times as people write them. All can be translated."""

import math

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from kiosk.domain.answer import Outcome
from kiosk.domain.assessment import Scores
from kiosk.domain.code import CodeResult, CodeVerdict
from kiosk.domain.export import ExportOutcome
from kiosk.domain.printing import Printed
from kiosk.domain.recording import GapCause
from kiosk.domain.review import Viewed
from kiosk.domain.standing import FinalStatus, SessionStatus
from kiosk.ports.desk import Unsealed, UnsealProblem
from kiosk.ports.shelves import Order, SessionLine, Shelf
from ui.export.words import outcome_texts
from ui.texts import number
from ui.theme.icons import Icon
from ui.widgets.chip import Label
from ui.widgets.text import Tone


def shelf(shelf: Shelf) -> str:
    """Which sessions are looked at."""
    return {
        Shelf.ALL: _words("All"),
        Shelf.TO_DECIDE: _words("To decide"),
        Shelf.PASSED: _words("Passed"),
        Shelf.FAILED: _words("Not passed"),
        Shelf.UNDER_WAY: _words("Under way"),
        Shelf.NOT_EXPORTED: _words("Not exported"),
        Shelf.LEFT: _words("Left early"),
    }[shelf]


def order(order: Order) -> str:
    """What stands first."""
    return {
        Order.NEWEST: _words("Newest"),
        Order.OLDEST: _words("Oldest"),
        Order.CANDIDATE: _words("Name"),
        Order.INTERVIEW: _words("Interview"),
        Order.LONGEST: _words("Longest"),
    }[order]


def standing(status: SessionStatus, decision: FinalStatus) -> Label:
    """Where a session stands, in a word or two."""
    match status:
        case SessionStatus.DECLINED:
            return Label(Icon.CLOSE, _words("Declined"), Tone.QUIET)
        case SessionStatus.ABANDONED:
            return Label(Icon.CLOSE, _words("Left early"), Tone.QUIET)
        case SessionStatus.COMPLETED:
            return decided(decision)
        case _:
            return Label(Icon.CLOCK, _words("Under way"), Tone.ACCENT)


def decided(decision: FinalStatus) -> Label:
    """What a person decided."""
    match decision:
        case FinalStatus.PASSED:
            return Label(Icon.CHECK, _words("Passed"), Tone.PROVEN)
        case FinalStatus.FAILED:
            return Label(Icon.CLOSE, _words("Not passed"), Tone.INK)
        case FinalStatus.NEEDS_REVIEW:
            return Label(Icon.FLAG, _words("To decide"), Tone.ATTENTION)


def name(line: SessionLine) -> str:
    """Who it was; the session where the station knows no name."""
    return line.candidate or _words("Session {number}").format(number=line.id[:8])


def answered(line: SessionLine) -> str:
    """How much there is to see: “5 of 5 · 12:30”."""
    if not line.questions:
        return ""
    count = _words("{answered} of {questions}").format(answered=line.answered, questions=line.questions)
    return f"{count} · {clock(line.length_s)}" if line.length_s is not None else count


def sessions(count: int) -> str:
    """How many there are."""
    if count == 1:
        return _words("1 interview")
    return _words("{count} interviews").format(count=QLocale().toString(count))


def clock(seconds: float) -> str:
    """A length or a position: “4:07”, “1:02:30”."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def when(wall: str) -> str:
    """“20 Nov 2026, 13:00”, by this station's clock."""
    at = QDateTime.fromString(wall, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(at, _words("d MMM yyyy, HH:mm"))


def _words(source: str) -> str:
    return QCoreApplication.translate("Desk", source)


def gap(cause: GapCause) -> str:
    """Why picture or sound is missing."""
    return {
        GapCause.CAMERA_MASKED: _words("Camera covered by staff"),
        GapCause.MICROPHONE_MASKED: _words("Microphone covered by staff"),
        GapCause.PAUSED: _words("Paused by staff"),
        GapCause.CAMERA_LOST: _words("Camera lost"),
        GapCause.MICROPHONE_LOST: _words("Microphone lost"),
        GapCause.RECORDER_LOST: _words("Recording interrupted"),
        GapCause.POWER_LOST: _words("Power lost"),
        GapCause.STOPPED_BY_STAFF: _words("Recording stopped by staff"),
    }[cause]


def outcome(outcome: Outcome) -> str:
    """What became of an attempt."""
    return {
        Outcome.KEPT: _words("Answer"),
        Outcome.DISCARDED: _words("Not kept: answered again"),
        Outcome.SKIPPED: _words("Left out"),
        Outcome.CUT_SHORT: _words("Cut short by the end of the interview"),
    }[outcome]


def viewed(what: Viewed) -> str:
    """What somebody has looked at."""
    return {
        Viewed.SESSION: _words("opened it"),
        Viewed.RECORDING: _words("played the recording"),
        Viewed.SCORES: _words("looked at the scores before rating"),
        Viewed.REPORT: _words("made a report"),
        Viewed.UNSEALED: _words("opened the seal"),
    }[what]


def verdict(result: CodeResult | None) -> str:
    """What a program came to."""
    if result is None:
        return _words("Not judged")
    words = {
        CodeVerdict.ACCEPTED: _words("Accepted"),
        CodeVerdict.WRONG_ANSWER: _words("Wrong answer"),
        CodeVerdict.TIME_LIMIT: _words("Too slow"),
        CodeVerdict.MEMORY_LIMIT: _words("Too much memory"),
        CodeVerdict.OUTPUT_LIMIT: _words("Too much output"),
        CodeVerdict.RUNTIME_ERROR: _words("Crashed"),
        CodeVerdict.COMPILE_ERROR: _words("Does not compile"),
        CodeVerdict.JUDGE_ERROR: _words("Could not be judged"),
    }[result.verdict]
    tests = _words("{passed} of {planned} tests").format(passed=result.passed, planned=result.tests_planned)
    return f"{words} · {tests}"


def scores(scores: Scores) -> str:
    """“72 of 100 · Technical 80 · Communication 64”, or that there are none."""
    if scores.overall is None:
        return _words("withheld")
    parts = {
        _words("Technical"): scores.technical,
        _words("Communication"): scores.communication,
        _words("Problem solving"): scores.problem_solving,
        _words("Values"): scores.values,
    }
    told = [f"{name} {number(value)}" for name, value in parts.items() if value is not None]
    return " · ".join((_words("{score} of 100").format(score=number(scores.overall)), *told))


def printed(printed: Printed) -> str:
    """What became of the paper."""
    return {
        Printed.SENT: _words("The report is on its way to the printer."),
        Printed.NO_PRINTER: _words(
            "This computer has no printer set up. The export has the report as a PDF file."
        ),
        Printed.REFUSED: _words("The printer did not take it. Please look at it, then try again."),
        Printed.NOT_MADE: _words("The report could not be made. Please tell a technician."),
    }[printed]


def saved(outcome: ExportOutcome) -> str:
    """What became of the file on the stick."""
    texts = outcome_texts(outcome)
    return f"{texts.what_happened} {texts.what_to_do}"


def sealed(answer: Unsealed) -> str:
    """Why a sealed interview stays closed."""
    wait = _words("Please wait {seconds} s before the next try.").format(seconds=math.ceil(answer.wait_s))
    match answer.problem:
        case UnsealProblem.KEY_MISSING:
            return _words("No key was found. Please plug in the stick with HR’s key, or type the key.")
        case UnsealProblem.SEVERAL_STICKS:
            return _words("More than one stick is plugged in. Please leave only the one with the key in.")
        case UnsealProblem.PASSPHRASE_WANTED:
            return _words("The key on the stick is locked. Please type its passphrase.")
        case UnsealProblem.WRONG:
            words = _words("That does not open the key. Please try again.")
        case UnsealProblem.OTHER_KEY:
            words = _words("This interview was sealed for another key.")
        case UnsealProblem.WAIT:
            words = _words("There were too many wrong tries.")
        case UnsealProblem.NO_ROOM:
            return _words(
                "This interview is too large to be opened in memory. A technician can open it onto a disk of "
                "HR’s with main.py unseal."
            )
        case _:
            return _words("It could not be opened. Please tell a technician; main.py selftest says more.")
    return f"{words} {wait}" if answer.wait_s else words
