"""An interview full of words that occur nowhere else, wherever a station keeps anything of somebody."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.domain.code import CodePurpose, CodeResult
from kiosk.domain.ids import CandidateId, PackId, QuestionId, SessionId
from kiosk.domain.invitation import Invitation
from kiosk.domain.recording import Gap, GapCause, Recording
from kiosk.domain.standing import FinalStatus
from kiosk.flow.events import (
    AnswerEnded,
    CodeDrafted,
    CodeHandedIn,
    CodeJudged,
    EndConfirmed,
    NewInterviewRequested,
    TimePassed,
)
from kiosk.flow.facts import RecordingFinished
from kiosk.flow.reviews import CriterionRated, NoteWritten, SessionDecided
from kiosk.flow.staff import (
    PauseRequested,
    ResumeRequested,
    RetentionLocked,
    RetentionReleased,
)
from storage.backlog import SqlBacklog
from storage.station import Storage
from tests.interviews import Interview
from tests.judged import PACK, PYTHON, SPOKEN, SUM, judged, result, written_down

SESSION = SessionId("7a" * 16)


@dataclass
class Markers:
    """Makes words and remembers them."""

    of: str
    planted: list[str] = field(default_factory=list)

    def word(self) -> str:
        """A word that occurs nowhere else."""
        self.planted.append(f"kingfisher{self.of}x{len(self.planted):04d}x")
        return self.planted[-1]

    def words(self, count: int) -> str:
        """Several of them."""
        return " ".join(self.word() for _ in range(count))


def plant(storage: Storage, session: SessionId = SESSION) -> Markers:
    """A finished, transcribed and judged interview with its files; everything in it is marked."""
    markers = Markers(session[:4])
    now = datetime.now(UTC)
    storage.invitations.create(markers.word(), PackId("general"), now, now + timedelta(days=1))
    candidate, invitation = _invited(storage)
    interview = Interview(storage.journal, session, pack=PACK)
    interview.begin()
    interview.accept(Invitation(invitation, CandidateId(candidate), PackId("general")))
    _talk(interview, markers)
    said = {name: markers.words(14) for name in ("conflict", "mistake")}
    written_down(interview, **said)
    judged(interview, SqlBacklog(storage.database, storage.media).to_assess()[0])
    interview.happen(RetentionLocked(session, "Sam", markers.word()), RetentionReleased(session, "Sam"))
    interview.happen(
        CriterionRated(session, "Sam", QuestionId("conflict"), "listening", 1, markers.word()),
        NoteWritten(session, "Sam", markers.word(), 3.0),
        SessionDecided(session, "Sam", FinalStatus.FAILED, markers.word()),
    )
    _files(storage, session, markers)
    return markers


def _invited(storage: Storage) -> tuple[str, str]:
    from sqlalchemy import select

    from storage.tables import InvitationRow

    with storage.database.read() as db:
        newest = db.scalars(select(InvitationRow)).all()[-1]
        return newest.candidate_id, newest.id


def _talk(interview: Interview, markers: Markers) -> None:
    from kiosk.domain.consent import Scoring

    interview.consent(Scoring.AI_AND_HUMAN)
    interview.check_devices()
    interview.start_recording()
    interview.happen(PauseRequested("Sam", markers.word()), ResumeRequested("Sam"))
    for spoken in SPOKEN:
        interview.ask(spoken)
        interview.happen(TimePassed(), AnswerEnded(), after_s=4.0)
    interview.ask(SUM)
    interview.happen(CodeDrafted(PYTHON, f"# {markers.word()}"))
    for number, purpose in enumerate((CodePurpose.RUN, CodePurpose.SUBMIT), start=1):
        interview.happen(CodeHandedIn(purpose, PYTHON, f"print('{markers.words(3)}')"))
        interview.happen(CodeJudged(interview.session, SUM.id, number, _output(markers)))
    interview.happen(AnswerEnded(), EndConfirmed())
    interview.happen(RecordingFinished(interview.session, _recording(interview, markers)))
    interview.happen(NewInterviewRequested())


def _output(markers: Markers) -> CodeResult:
    plain = result()
    return replace(plain, message=markers.word())


def _recording(interview: Interview, markers: Markers) -> Recording:
    plain = interview.recording()
    return replace(plain, gaps=(Gap(GapCause.CAMERA_LOST, 8.0, 4.0, True, markers.word()),))


def _files(storage: Storage, session: SessionId, markers: Markers) -> None:
    """What recorder and reviewers leave in a session's folder, hidden and half-written files too."""
    folder = storage.media.session_folder(session)
    names = ["video_files/interview.mp4", "video_files/thumbnail.jpg", "audio_files/segment_001.flac"]
    names += ["screen_recordings/screen.mp4", "recording.json", "video_files/.hidden", "video_files/x.part"]
    for name in names:
        (folder / name).write_bytes(b"\0" * 5000 + f"{markers.words(2)} ".encode() * 3000)


def found_in(places: Iterable[Path], markers: Markers) -> dict[str, list[str]]:
    """Which markers are where: in the bytes and in the names of files."""
    hits = {}
    for place in places:
        content = place.read_bytes() + str(place).encode()
        if seen := [word for word in markers.planted if word.encode() in content]:
            hits[str(place)] = seen
    return hits


def files(folder: Path) -> list[Path]:
    """Everything below it."""
    return [path for path in folder.rglob("*") if path.is_file()]
