"""What became of a program, in words a candidate understands. All of them can be translated."""

from PySide6.QtCore import QCoreApplication

from kiosk.domain.code import CodePurpose, CodeResult, CodeVerdict
from ui.texts import number
from ui.theme.icons import Icon
from ui.widgets.chip import Label
from ui.widgets.text import Tone

MIB = 1024 * 1024


def verdict_label(verdict: CodeVerdict) -> Label:
    """A sign and a word or two."""
    if verdict is CodeVerdict.ACCEPTED:
        return Label(Icon.CHECK, _words("Right"), Tone.PROVEN)
    icon = Icon.CLOCK if verdict is CodeVerdict.TIME_LIMIT else Icon.CLOSE
    if verdict is CodeVerdict.JUDGE_ERROR:
        icon = Icon.INFO
    return Label(icon, _verdict(verdict), Tone.INK)


def summary(result: CodeResult, purpose: CodePurpose) -> str:
    """One sentence about the whole."""
    match result.verdict:
        case CodeVerdict.COMPILE_ERROR:
            return _words("Your program could not be built.")
        case CodeVerdict.STOPPED:
            return _words("You stopped this run. Your program is kept as it stands.")
        case CodeVerdict.JUDGE_ERROR:
            return _words("We could not run your program. That is not your doing, and it is kept.")
        case _:
            counted = _words("{passed} of {planned} tests came out right.")
            if purpose is CodePurpose.RUN:
                counted = _words("{passed} of {planned} examples came out right.")
            return counted.format(passed=result.passed, planned=result.tests_planned)


def effort(cpu_s: float, memory_bytes: int) -> str:
    """Time and memory, short."""
    time = f"{number(cpu_s * 1000)} ms" if cpu_s < 1 else f"{number(cpu_s, 1)} s"
    return f"{time} · {max(1, round(memory_bytes / MIB))} MB"


def _verdict(verdict: CodeVerdict) -> str:
    match verdict:
        case CodeVerdict.ACCEPTED:
            return _words("Right")
        case CodeVerdict.WRONG_ANSWER:
            return _words("Different output")
        case CodeVerdict.TIME_LIMIT:
            return _words("Too slow")
        case CodeVerdict.MEMORY_LIMIT:
            return _words("Too much memory")
        case CodeVerdict.OUTPUT_LIMIT:
            return _words("Too much output")
        case CodeVerdict.RUNTIME_ERROR:
            return _words("Ended with an error")
        case CodeVerdict.COMPILE_ERROR:
            return _words("Not built")
        case CodeVerdict.STOPPED:
            return _words("Stopped")
        case CodeVerdict.JUDGE_ERROR:
            return _words("Not run")


def _words(source: str) -> str:
    return QCoreApplication.translate("Editor", source)
