"""The drawings of the results page: where the time went, how fast somebody spoke, how the scores run."""

from markupsafe import Markup

from kiosk.domain.assessment import AnswerScore
from storage.export.plots import Bar, bars, line
from storage.export.tongue import gettext
from storage.export.words import clock, number
from storage.reports import SessionReport

_FULL_SCORE = 100


def drawings(report: SessionReport) -> tuple[tuple[str, Markup], ...]:
    """Title and inline SVG of every drawing there is something to draw for."""
    if not report.figures.answers:
        return ()
    title = gettext("Time per question")
    drawn = [(title, bars(title, _times(report)))]
    if report.figures.words:
        title = gettext("Words per minute")
        drawn.append((title, bars(title, _rates(report))))
    if report.assessment and any(one.score is not None for one in report.assessment.answers):
        title = gettext("Scores from question to question")
        drawn.append((title, line(title, _scores(report), _FULL_SCORE)))
    return tuple((title, Markup(svg)) for title, svg in drawn)  # noqa: S704 - escaped by the drawing


def _times(report: SessionReport) -> list[Bar]:
    return [Bar(_name(report, one.question), one.time_s, clock(one.time_s)) for one in report.figures.answers]


def _rates(report: SessionReport) -> list[Bar]:
    return [
        Bar(
            _name(report, one.question),
            one.words_per_minute,
            "–" if one.words_per_minute is None else number(one.words_per_minute, 0),
        )
        for one in report.figures.answers
    ]


def _scores(report: SessionReport) -> list[Bar]:
    return [_score(question.label, report.score_of(question.id)) for question in report.questions]


def _score(label: str, judged: AnswerScore | None) -> Bar:
    value = judged.score if judged else None
    return Bar(label, value, "–" if value is None else number(value))


def _name(report: SessionReport, question: str) -> str:
    label = next((one.label for one in report.questions if one.id == question), None)
    return question if label is None else gettext("Question %(number)s") % {"number": label}
