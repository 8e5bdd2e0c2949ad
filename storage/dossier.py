"""One interview as HR reads it, from its report and from what people made of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from kiosk.domain.assessment import Assessment, Rating
from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.pack import Pack
from kiosk.domain.review import View
from kiosk.domain.rubric import Criterion, Weights
from kiosk.ports.dossier import Attempt, Dossier, Guide, Mark, Program, QuestionFile, SpokenLine
from kiosk.ports.shelves import SessionLine
from storage.export import captions
from storage.inputs import pack_of
from storage.media import MediaStore
from storage.reading import rows_of
from storage.reports import AnswerReport, QuestionReport, SessionReport
from storage.review_tables import DecisionRow, NoteRow, RatingRow, ViewRow
from storage.reviewing import decision_of, note_of
from storage.tables import KeepingRow

Judge = Callable[[Assessment, Sequence[Rating], Weights], Assessment]
"""People's levels in place of the rules'."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Who reads, and with what."""

    viewer: str
    media: MediaStore
    judge: Judge


def read_dossier(db: Session, report: SessionReport, line: SessionLine, reading: Reading) -> Dossier:
    """What the reader may see of a session."""
    session = report.summary.id
    pack = pack_of(db, session)
    ratings = [_rating(row) for row in rows_of(db, RatingRow, session)]
    own = [rating for rating in ratings if rating.by == reading.viewer]
    others = [rating for rating in ratings if rating.by != reading.viewer]
    files = _Files(report, pack, own, others)
    judged, keeping = report.assessment, db.get(KeepingRow, session)
    return Dossier(
        line=line,
        scoring=report.consent.scoring if report.consent else None,
        closed=_closed(keeping),
        kept_by=keeping.kept_by or "" if keeping else "",
        video=_video(report, reading.media),
        recording=report.recording,
        questions=tuple(map(files.question, report.questions)),
        marks=tuple(Mark(one.start_s, one.code, one.detail, one.by) for one in report.issues),
        scores=judged.scores if judged else None,
        own_scores=reading.judge(judged, own, pack.weights).scores if judged and own else None,
        notes=tuple(map(note_of, rows_of(db, NoteRow, session))),
        decisions=tuple(map(decision_of, rows_of(db, DecisionRow, session))),
        views=tuple(View(row.by, row.what, row.viewed.wall) for row in rows_of(db, ViewRow, session)),
    )


class _Files:
    """Questions of one session, for one person."""

    def __init__(
        self, report: SessionReport, pack: Pack, own: Sequence[Rating], others: Sequence[Rating]
    ) -> None:
        self._report, self._language = report, report.language or pack.languages[0]
        self._rubrics = {question.id: question.rubric for question in pack.questions}
        self._own, self._others = own, others

    def question(self, report: QuestionReport) -> QuestionFile:
        rubric = self._rubrics.get(report.id, ())
        own = {one.criterion: one for one in self._own if one.question == report.id}
        others = [one for one in self._others if one.question == report.id]
        open_now = all(criterion.id in own for criterion in rubric)
        return QuestionFile(
            number=report.number,
            id=report.id,
            kind=report.kind,
            text=report.text,
            problem=report.problem,
            at_s=report.asked_s,
            attempts=tuple(map(_attempt, report.answers)),
            programs=tuple(
                Program(one.number, one.purpose, one.language, one.source, one.at_s, one.result)
                for one in report.code
            ),
            guides=tuple(
                self._guide(criterion, own.get(criterion.id), others if open_now else [])
                for criterion in rubric
            ),
            hidden_raters=0 if open_now else len({one.by for one in others}),
            score=self._report.score_of(report.id),
            advice=self._report.advice_on(report.id),
        )

    def _guide(self, criterion: Criterion, own: Rating | None, others: Sequence[Rating]) -> Guide:
        return Guide(
            criterion=criterion.id,
            title=criterion.title.get(self._language, criterion.id),
            dimension=criterion.dimension,
            anchors=tuple(criterion.anchors.get(self._language, ())),
            own=own,
            others=tuple(one for one in others if one.criterion == criterion.id),
        )


def _attempt(answer: AnswerReport) -> Attempt:
    placed = answer.start_s is not None
    lines = (
        SpokenLine(cue.text, cue.start_s if placed else None, cue.end_s if placed else None)
        for cue in captions.said(answer)
    )
    return Attempt(answer.attempt, answer.outcome, answer.start_s, answer.end_s, tuple(lines))


def _rating(row: RatingRow) -> Rating:
    return Rating(QuestionId(row.question_id), row.criterion, row.level, row.by, row.reason, row.rated.wall)


def _closed(row: KeepingRow | None) -> str:
    if row is None or not (row.ordered_wall or row.sealed_wall):
        return ""
    return "erased" if row.ordered_wall else "sealed"


def _video(report: SessionReport, media: MediaStore) -> str:
    if report.recording is None:
        return ""
    path: Path = media.file(SessionId(report.summary.id), report.recording.file)
    return str(path) if path.is_file() else ""
