"""The results page of one session: what was asked, said, written, recorded and judged."""

from server.compat.lookups import has_recording, line_of, recording_of
from server.sessions.views import SessionView
from server.web.pages import render


def results_page(view: SessionView) -> str:
    """The page as HTML."""
    answers: dict[str, list[object]] = {}
    for answer in view.answers:
        answers.setdefault(answer.question_id, []).append(answer)
    programs: dict[str, list[object]] = {}
    for program in view.code:
        programs.setdefault(program.question_id, []).append(program)
    return render(
        "results.html",
        view=view,
        answers=answers,
        programs=programs,
        video=recording_of(line_of(view))["recording_url"] if has_recording(view) else None,
    )
