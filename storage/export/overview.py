"""All exported sessions side by side as CSV and XLSX, in which no text ever becomes a formula."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.domain.assessment import Scores
from storage.reports import SessionReport

Cell = str | float | int | None
Table = list[list[Cell]]

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_LONGEST_CELL = 32_000
"""A spreadsheet holds 32,767 characters in a cell."""
_NO_SCORES = Scores(None, None, None, None, None, None, 0.0)

SESSION_COLUMNS = [
    *("session", "candidate", "name", "pack", "pack_version", "language", "status", "decision"),
    *("created", "started", "completed", "duration_s", "questions", "asked", "answered"),
    *("recorded_s", "gaps", "gap_s", "faults_and_incidents"),
    *("overall_score", "technical_score", "communication_score", "problem_solving_score", "values_score"),
    *("ended_by", "end_reason", "decided_by", "decided", "decision_reason", "raters", "notes"),
]
RATING_COLUMNS = ["session", "question", "criterion", "level", "rules_level", "by", "reason", "rated"]
NOTE_COLUMNS = ["session", "at_s", "text", "by", "written"]
ANSWER_COLUMNS = [
    *("session", "number", "question", "kind", "text", "attempt", "outcome", "start_s", "end_s"),
    *("spoken_s", "timed_out", "confidence", "answer", "score"),
]


def sessions(reports: Sequence[SessionReport]) -> Table:
    """A row a session, the columns' names first."""
    return [list(SESSION_COLUMNS), *(_session(report) for report in reports)]


def answers(reports: Sequence[SessionReport]) -> Table:
    """A row an answer, the columns' names first."""
    return [list(ANSWER_COLUMNS), *(row for report in reports for row in _answers(report))]


def ratings(reports: Sequence[SessionReport]) -> Table:
    """A row a person's level, the columns' names first; only of sessions that somebody has decided."""
    return [list(RATING_COLUMNS), *(row for report in reports for row in _ratings(report))]


def notes(reports: Sequence[SessionReport]) -> Table:
    """A row a note, the columns' names first."""
    return [list(NOTE_COLUMNS), *(row for report in reports for row in _notes(report))]


def as_csv(table: Table) -> str:
    """Comma-separated, with a mark that tells spreadsheets that it is UTF-8."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([[_defused(cell) for cell in row] for row in table])
    return "\ufeff" + text.getvalue()


def write_xlsx(path: Path, tables: dict[str, Table]) -> None:
    """One sheet a table. Raises ``OSError``."""
    import xlsxwriter  # takes longer to load than the rest of this folder

    never = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), {**never, "in_memory": True}) as book:
        head = book.add_format({"bold": True, "quote_prefix": True})
        text = book.add_format({"quote_prefix": True})
        for name, table in tables.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 1)
            for row, cells in enumerate(table):
                for column, cell in enumerate(cells):
                    if isinstance(cell, str):
                        sheet.write_string(row, column, cell[:_LONGEST_CELL], head if row == 0 else text)
                    elif cell is not None:
                        sheet.write_number(row, column, cell)


def _defused(cell: Cell) -> Cell:
    """What a spreadsheet would calculate gets an apostrophe; numbers stay numbers."""
    if not isinstance(cell, str):
        return cell
    plain = cell.replace("\0", "")
    return f"'{plain}" if plain.lstrip(" ").startswith(_STARTS_A_FORMULA) else plain


def _session(report: SessionReport) -> list[Cell]:
    summary, recording = report.summary, report.recording
    gaps = recording.gaps if recording else ()
    scores = report.assessment.scores if report.assessment else _NO_SCORES
    reviews = report.reviews
    decided = reviews.decisions[-1] if reviews.decisions else None
    return [
        *(summary.id, summary.candidate, summary.candidate_name, summary.pack, report.pack_version),
        *(report.language, summary.status, report.final_status),
        *(summary.created_wall, summary.started_wall, summary.completed_wall, summary.duration_s),
        *(summary.questions, summary.asked, summary.answered),
        *(recording.duration_s if recording else None, len(gaps), sum(gap.length_s for gap in gaps)),
        len(report.issues),
        *(scores.overall, scores.technical, scores.communication, scores.problem_solving, scores.values),
        *(report.ended_by, report.end_reason),
        *((decided.by, decided.wall, decided.reason) if decided else (None, None, None)),
        *(reviews.raters, len(reviews.notes)),
    ]


def _ratings(report: SessionReport) -> Iterator[list[Cell]]:
    for one in report.reviews.ratings:
        levels = (one.level, one.rules_level)
        yield [report.summary.id, one.question, one.title, *levels, one.by, one.reason, one.wall]


def _notes(report: SessionReport) -> Iterator[list[Cell]]:
    for one in report.reviews.notes:
        yield [report.summary.id, one.at_s, one.text, one.by, one.wall]


def _answers(report: SessionReport) -> Iterator[list[Cell]]:
    for question in report.questions:
        judged = report.score_of(question.id)
        for answer in question.answers:
            said = answer.transcript.latest if answer.transcript else None
            counts = judged is not None and answer is question.judged
            yield [
                *(report.summary.id, question.number, question.id, question.kind, question.text),
                *(answer.attempt, answer.outcome, answer.start_s, answer.end_s, answer.spoken_s),
                int(answer.timed_out),
                *(said.confidence if said else None, said.text if said else None),
                judged.score if judged is not None and counts else None,
            ]
