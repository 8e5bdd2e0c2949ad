"""What the compatibility API tells of sessions, in its own words."""

from typing import Any

from kiosk.wire.pieces import FileState
from server.sessions.views import SessionLine, SessionView
from server.tables.people import AuditRow
from server.tables.sessions import AnswerRow, AssessmentRow, QuestionRow, RecordingRow, SessionRow

_SCORES = (
    "technical_score",
    "communication_score",
    "problem_solving_score",
    "cultural_fit_score",
    "overall_score",
)


def analysis(view: SessionView) -> dict[str, Any]:
    """Scores and why; null where they were withheld or are not there yet."""
    return {**_analysis(view.row, view.assessment), "final_status": view.row.final_status}


def _analysis(row: SessionRow, found: AssessmentRow | None) -> dict[str, Any]:
    return {
        **{name: getattr(found, name) if found else None for name in _SCORES},
        "overall_feedback": found.overall_feedback if found else "",
        "question_analysis": found.question_analysis if found else [],
        "analysis_status": row.analysis_status,
    }


def recording_info(view: SessionView) -> dict[str, Any]:
    """What was recorded."""
    row, found = view.row, view.recording
    return {
        "recording_file": _name(found),
        "recording_duration": round(found.duration_s) if found else 0,
        "recording_size": found.size_bytes if found else 0,
        "recording_format": found.format if found else None,
        "recording_quality": found.quality if found else None,
        "recording_status": row.recording_status,
        "session_id": row.session_id,
        "started_at": row.started_wall,
        "completed_at": row.completed_wall,
    }


def session_data(view: SessionView, log: list[AuditRow]) -> dict[str, Any]:
    """A whole session. The token itself is not kept: ``interview_token`` names the invitation."""
    row = view.row
    return {
        "session_id": row.session_id,
        "candidate_id": row.candidate_id,
        "interview_token": row.invitation_id,
        "start_time": row.started_wall,
        "end_time": row.completed_wall,
        "duration_seconds": round(row.duration_s) if row.duration_s is not None else None,
        "questions": [_question(question) for question in view.questions],
        "answers": [_answer(answer) for answer in view.answers],
        "recording_file": _name(view.recording),
        "status": row.status,
        "technical_issues": [
            {
                "type": issue.kind,
                "code": issue.code,
                "detail": issue.detail,
                "began_at": issue.began_wall,
                "cleared_at": issue.cleared_wall,
            }
            for issue in view.issues
        ],
        "session_logs": [{"time": entry.wall, "event": entry.action} for entry in reversed(log)],
    }


def interview(line: SessionLine) -> dict[str, Any]:
    """A line of the list of interviews."""
    row, found = line.row, line.recording
    return {
        "id": row.session_id,
        "session_id": row.session_id,
        "candidate_id": row.candidate_id,
        "candidate_name": line.candidate_name,
        "status": row.status,
        "started_at": row.started_wall,
        "completed_at": row.completed_wall,
        "ai_result": {
            **_analysis(row, line.assessment),
            "final_status": row.final_status,
            "recording_video": _address(row.session_id, found),
            "recording_created_at": found.finished_wall if found else None,
        },
    }


def recording_of(line: SessionLine) -> dict[str, Any]:
    """A session and where its recording is."""
    found = line.recording
    return {
        "session_id": line.row.session_id,
        "candidate_name": line.candidate_name,
        "recording_url": _address(line.row.session_id, found),
        "recording_created_at": found.finished_wall if found else None,
        "file_size": found.size_bytes if found else None,
        "file_name": _name(found),
    }


def line_of(view: SessionView) -> SessionLine:
    """A session as a line of a list."""
    return SessionLine(view.row, view.candidate_name, view.recording, view.assessment)


def has_recording(view: SessionView) -> bool:
    """Whether the recording can be fetched now."""
    return view.video is not None and view.video.state is FileState.KEPT


def _question(row: QuestionRow) -> dict[str, Any]:
    return {
        "question_id": row.question_id,
        "text": row.text,
        "type": row.kind,
        "avatar": row.avatar,
        "keywords": row.keywords,
        "difficulty": row.difficulty,
        "timestamp": row.asked_wall,
    }


def _answer(row: AnswerRow) -> dict[str, Any]:
    return {
        "answer_id": f"{row.question_id}-{row.attempt}",
        "question_id": row.question_id,
        "text": row.text,
        "duration": row.spoken_s,
        "audio_quality": row.audio_quality,
        "confidence": row.confidence,
        "timestamp": row.ended_wall,
    }


def _name(found: RecordingRow | None) -> str | None:
    return found.file.rpartition("/")[2] if found else None


def _address(session_id: str, found: RecordingRow | None) -> str | None:
    return f"/api/v1/sessions/{session_id}/files/{found.file}" if found else None
