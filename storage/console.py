"""Sessions as a terminal shows them."""

from rich.table import Table
from rich.text import Text

from kiosk.domain.assessment import Assessment, Withheld
from kiosk.domain.code import CodeResult
from kiosk.domain.ids import short
from kiosk.domain.recording import Recording
from storage.reports import AnswerReport, QuestionReport, SessionReport, SessionSummary


def clock(seconds: float | None) -> str:
    """Minutes and seconds, ``1:05``; a dash when there is none."""
    if seconds is None:
        return "-"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def sessions_table(sessions: tuple[SessionSummary, ...]) -> Table:
    """The list of sessions, the newest first."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for heading in ("session", "created", "pack", "state", "recording", "answers", "length"):
        table.add_column(heading)
    for session in sessions:
        table.add_row(
            short(session.id),
            session.created_wall[:16].replace("T", " "),
            session.pack,
            session.status,
            session.recording_status,
            f"{session.answered}/{session.questions}",
            clock(session.duration_s),
        )
    return table


def calibration_line(picture_late_ms: float | None) -> str:
    """What flash and chirp told."""
    return "not measured" if picture_late_ms is None else f"{picture_late_ms:+.1f} ms apart, corrected"


def facts_table(report: SessionReport) -> Table:
    """What a session is, line by line."""
    summary = report.summary
    lines = [
        ("session", summary.id),
        ("candidate", summary.candidate_name or "(not known on this station)"),
        ("pack", f"{summary.pack_title} ({summary.pack} {report.pack_version}, {report.language or '-'})"),
        ("state", f"{summary.status}, recording {summary.recording_status}, {report.final_status}"),
        ("created", summary.created_wall),
        ("started", summary.started_wall or "-"),
        ("completed", summary.completed_wall or "-"),
        ("scoring", report.consent.scoring if report.consent else "no consent given"),
        ("recording", recording_line(report.recording)),
        ("picture and sound", calibration_line(report.picture_late_ms)),
        ("scores", scores_line(report.assessment)),
    ]
    if report.ended_by:
        lines.append(("ended by", f"{report.ended_by}: {report.end_reason}"))
    table = Table(show_header=False, box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name, value in lines:
        table.add_row(Text(name, "dim"), Text(str(value)))
    return table


def recording_line(recording: Recording | None) -> str:
    """One line about the finished file."""
    if recording is None:
        return "none"
    megabytes = recording.size_bytes / 1e6
    count = len(recording.gaps)
    gaps = f", {count} gap{'' if count == 1 else 's'}" if count else ""
    return f"{recording.file} · {clock(recording.duration_s)} · {megabytes:.1f} MB{gaps}"


def scores_line(assessment: Assessment | None) -> str:
    """One line about what a session was judged to be worth, or why it was not."""
    if assessment is None:
        return "not judged yet"
    scores = assessment.scores
    if scores.overall is None:
        return f"withheld ({(scores.withheld or Withheld.TOO_LITTLE).replace('_', ' ')})"
    parts = {
        "technical": scores.technical,
        "communication": scores.communication,
        "problem solving": scores.problem_solving,
        "values": scores.values,
    }
    known = (f"{name} {value:g}" for name, value in parts.items() if value is not None)
    return f"{scores.overall:g} of 100 ({', '.join(known)})"


def answers_table(report: SessionReport) -> Table:
    """Questions and what was given to each."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for heading in ("", "question", "answer", "at"):
        table.add_column(heading)
    for question in report.questions:
        given = [_answer(answer) for answer in question.answers] or ["not answered"]
        table.add_row(f"{question.number}", Text(question.text), Text("\n".join(given)), _positions(question))
    return table


def programs_table(report: SessionReport) -> Table:
    """Every program that was run or handed in."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for heading in ("question", "program", "in", "verdict", "tests", "time", "memory"):
        table.add_column(heading)
    for question in report.questions:
        for program in question.code:
            name = f"{program.number}. {program.purpose}"
            table.add_row(f"{question.number}", name, program.language, *_came_to(program.result))
    return table


def _came_to(result: CodeResult | None) -> tuple[str, ...]:
    if result is None:
        return ("not judged", "", "", "")
    return (
        result.verdict.replace("_", " "),
        f"{result.passed}/{result.tests_planned}",
        f"{result.cpu_s:.2f} s",
        f"{result.memory_bytes / 1e6:.0f} MB",
    )


def _answer(answer: AnswerReport) -> str:
    late = ", time was up" if answer.timed_out else ""
    said = f"\n“{answer.transcript.latest.text}”" if answer.transcript else ""
    return f"{answer.outcome}, {answer.spoken_s:.0f} s{late}{said}"


def _positions(question: QuestionReport) -> str:
    return "\n".join(clock(answer.start_s) for answer in question.answers)


def issues_table(report: SessionReport) -> Table:
    """What went wrong or was done by staff."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for heading in ("when", "what", "at", "until", "by"):
        table.add_column(heading)
    for issue in report.issues:
        until = _of_day(issue.cleared_wall or "")
        table.add_row(_of_day(issue.began_wall), issue.code, clock(issue.start_s), until, issue.by)
    return table


def _of_day(wall: str) -> str:
    """The time of day alone: the lines above tell the date."""
    return wall[11:19]
