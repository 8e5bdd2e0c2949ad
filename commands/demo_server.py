"""A server with made-up sessions, so that anybody can look at its pages."""

import hashlib
import io
import shutil
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from commands.analyst import judge
from kiosk.wire.journal import GENESIS
from kiosk.wire.live import DeviceState, Doing, LiveState, Scene
from kiosk.wire.pieces import FileState
from kiosk.wire.session import SessionDocument
from kiosk.wire.version import VERSION
from server.analysis.service import Heard
from server.blobs.store import file_key
from server.bodies import Spooled
from server.house import House
from server.identity.roles import Person, Role
from server.identity.secrets import new_id
from server.invitations.service import Candidate
from server.stations.service import Station
from server.tables.files import FileRow
from server.tables.sessions import AnswerRow, QuestionRow
from server.tables.stations import StationRow, StationStatus
from server.times import label, later, now

PACKS = Path(__file__).parents[1] / "assets" / "packs"
VIDEO = "video_files/recording.mp4"
_LENGTH_S = 96.0
_BOOTHS = ("Booth 1", "Booth 2", "Booth 3")
_LIVE_S = 2.0
_QUESTIONS = (
    (
        "q1",
        "general",
        "Tell us about a project that you are proud of.",
        ("project", "team", "result"),
        "Last year our team rebuilt the booking system. I planned the project with two colleagues, because "
        "the old one lost orders. First we wrote down what must never happen. Then we moved one shop after "
        "the other. The result was that lost orders went from twelve a week to none.",
    ),
    (
        "q2",
        "behavioural",
        "When did you last change your mind at work?",
        ("reason", "colleague", "learned"),
        "In spring I wanted to write our own queue. A colleague showed me what it would cost us each year. "
        "I learned to ask for the reason before I build something, and we took the one in the database.",
    ),
    (
        "q3",
        "coding",
        "Please write a program that says how often each word comes.",
        ("dictionary", "loop"),
        "I count the words in a dictionary, with one loop over the text.",
    ),
)
_PROGRAM = """from collections import Counter

def count(text: str) -> dict[str, int]:
    return dict(Counter(text.lower().split()))

print(count(input()))
"""


def fill(house: House, *, sessions: int = 12, film: bool = True) -> None:
    """Put stations, sessions, invitations, packs and a colleague's ratings into an empty server."""
    stations = [_station(house, name) for name in _BOOTHS]
    hr = _person(house, "hr", "HR 1", Role.HR)
    reviewer = _person(house, "reviewer", "Reviewer 1", Role.REVIEWER)
    _packs(house, hr)
    for number in range(1, sessions + 1):
        document = _document(number)
        house.documents.keep(stations[number % len(stations)], document)
        if film and number == 1:
            _film(house, document.session_id)
        if number % 4 == 2:
            house.sessions.assign(hr, document.session_id, reviewer.id, later(days=14))
            house.reviews.rate(
                reviewer, document.session_id, "q1", {"structure": 3}, "Clear from beginning to end."
            )
    first = _document(1).session_id
    house.sessions.assign(hr, first, reviewer.id)
    house.reviews.rate(reviewer, first, "q1", {"content": 3, "structure": 4}, "Says what was at stake.")
    house.reviews.annotate(reviewer, first, 14.0, "Names a result in numbers.")
    for number in (21, 22):
        today = now()[:10]
        valid = (f"{today}T00:00:00.000Z", f"{today}T23:59:59.999Z")
        house.invitations.invite(hr, Candidate(f"Candidate {number}"), "general", valid)


@contextmanager
def living(house: House) -> Iterator[None]:
    """While inside, two booths are connected and one has an interview."""
    over = threading.Event()

    def speak() -> None:
        began, stations = datetime.now(UTC), house.stations.stations()
        while True:
            seconds = (datetime.now(UTC) - began).total_seconds()
            house.live.keep(_states(stations, 60.0 + seconds), {})
            if over.wait(_LIVE_S):
                return

    speaking = threading.Thread(target=speak, name="demo booths")
    speaking.start()
    try:
        yield
    finally:
        over.set()
        speaking.join()


def _states(stations: list[StationRow], recorded_s: float) -> dict[str, LiveState]:
    busy = LiveState(
        time=now(),
        scene=Scene.IN_PROGRESS,
        session_id=_document(3).session_id,
        recording=True,
        recorded_s=recorded_s,
        question=2,
        questions=3,
        doing=Doing.ANSWERING,
        spent_s=min(recorded_s - 40.0, 115.0),
        limit_s=120.0,
        camera=DeviceState.OK,
        microphone=DeviceState.OK,
        level_dbfs=-24.0,
        free_bytes=180 << 30,
    )
    calling = busy.model_copy(
        update={"help_called": True, "camera": DeviceState.LOST, "faults": ("camera_lost",), "question": 1}
    )
    told = {"Booth 1": busy, "Booth 2": calling}
    return {row.id: told[row.name] for row in stations if row.name in told}


def _station(house: House, name: str) -> Station:
    row = StationRow(
        id=new_id(),
        public_key=hashlib.sha256(name.encode()).hexdigest(),
        name=name,
        version=VERSION,
        status=StationStatus.ACTIVE,
        enrolled_wall=now(),
        journal_hash=GENESIS,
    )
    with house.database.write() as db:
        db.add(row)
    return Station(row.id, row.name)


def _person(house: House, login: str, name: str, role: Role) -> Person:
    """An account that nobody can sign in to: it has no password."""
    return Person(
        house.access.add_user("demo", login, name, frozenset({role}), None), name, frozenset({role})
    )


def _packs(house: House, hr: Person) -> None:
    for folder in sorted(path for path in PACKS.iterdir() if path.is_dir()):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for file in sorted(folder.rglob("*")):
                archive.write(file, file.relative_to(folder))
        data, path = packed.getvalue(), house.blobs.spool / folder.name
        path.write_bytes(data)
        house.packs.add(hr, Spooled(path, len(data), hashlib.sha256(data).hexdigest()))


# --- a session -----------------------------------------------------------------------------
def _document(number: int) -> SessionDocument:
    session_id = hashlib.sha256(f"session {number}".encode()).hexdigest()[:32]
    began = datetime(2026, 11, 20, 9, tzinfo=UTC) - timedelta(hours=7 * number)
    walls = {at: label(began + timedelta(seconds=at)) for at in (0, 5, 96)}
    told: dict[str, Any] = {
        "session_id": session_id,
        "revision": 1,
        "candidate_id": hashlib.sha256(f"candidate {number}".encode()).hexdigest()[:32],
        "candidate_name": f"Candidate {number}",
        "pack_id": "general",
        "pack_version": "1",
        "pack_title": "General interview",
        "status": "completed",
        "created_wall": walls[0],
        "consented_wall": walls[5],
        "started_wall": walls[5],
        "completed_wall": walls[96],
        "duration_s": _LENGTH_S,
        "language": "en",
        "scoring": "human_only" if number % 5 == 0 else "ai_and_human",
        "recording_status": "completed",
        "processing_status": "completed",
        "analysis_status": "completed",
    }
    if number == 3:
        told |= {"status": "in_progress", "completed_wall": None, "recording_status": "recording"}
        return SessionDocument.model_validate(told)
    if number == 7:
        told |= {"recording_status": "failed", "issues": [_issue(9, "disk_full", walls[5])]}
        return SessionDocument.model_validate(told)
    return SessionDocument.model_validate(told | _parts(told, walls))


def _parts(told: dict[str, Any], walls: dict[int, str]) -> dict[str, Any]:
    questions, answers, messages = [], [], []
    for place, (key, kind, text, keywords, said) in enumerate(_QUESTIONS):
        start_s = 4.0 + 30.0 * place
        questions.append(
            {
                "number": place + 1,
                "question_id": key,
                "kind": kind,
                "text": text,
                "keywords": keywords,
                "asked_wall": walls[5],
                "asked_s": start_s,
                "problem": "Read one line and print a dictionary." if kind == "coding" else None,
            }
        )
        answers.append(_answer(key, said, start_s + 4.0, walls[96]))
        messages.append(
            {
                "seq": 10 * place + 1,
                "speaker": "interviewer",
                "question_id": key,
                "text": text,
                "began_wall": walls[5],
                "start_s": start_s,
                "duration_s": 3.0,
            }
        )
    return {
        "questions": questions,
        "answers": answers,
        "messages": messages,
        "code": [_program(walls[96])],
        "issues": [_issue(31, "camera_masked", walls[96], by="Proctor 1", detail="a visitor", at_s=40.0)],
        "recording": _recording(walls),
        "assessment": _judged(told, questions, answers),
    }


def _answer(key: str, said: str, start_s: float, wall: str) -> dict[str, Any]:
    words, each_s = said.split(), 0.38
    version = {
        "origin": "recognised",
        "engine": "demo",
        "language": "en",
        "words": [
            {"text": word, "start_s": at * each_s, "end_s": (at + 1) * each_s, "confidence": 0.93}
            for at, word in enumerate(words)
        ],
    }
    return {
        "question_id": key,
        "attempt": 1,
        "outcome": "kept",
        "spoken_s": len(words) * each_s,
        "started_wall": wall,
        "ended_wall": wall,
        "start_s": start_s,
        "end_s": start_s + len(words) * each_s,
        "text": said,
        "confidence": 0.93,
        "transcript": {"versions": [version]},
    }


def _program(wall: str) -> dict[str, Any]:
    return {
        "question_id": "q3",
        "number": 1,
        "purpose": "submit",
        "programming_language": "python3",
        "source": _PROGRAM,
        "submitted_wall": wall,
        "at_s": 88.0,
        "verdict": "accepted",
        "passed": 6,
        "planned": 6,
        "cpu_s": 0.05,
        "memory_bytes": 11_000_000,
    }


def _issue(
    seq: int, code: str, wall: str, by: str = "", detail: str = "", at_s: float | None = None
) -> dict[str, Any]:
    return {
        "seq": seq,
        "kind": "incident" if by else "fault",
        "code": code,
        "by": by,
        "detail": detail,
        "began_wall": wall,
        "start_s": at_s,
    }


def _recording(walls: dict[int, str]) -> dict[str, Any]:
    titles = [f"Question {number}" for number in range(1, len(_QUESTIONS) + 1)]
    return {
        "file": VIDEO,
        "sha256": "0" * 64,
        "size_bytes": 1,
        "duration_s": _LENGTH_S,
        "format": "mp4",
        "quality": "HD",
        "started_wall": walls[5],
        "finished_wall": walls[96],
        "chapters": [
            {"key": title, "title": title, "start_s": 4.0 + 30.0 * at, "end_s": 34.0 + 30.0 * at}
            for at, title in enumerate(titles)
        ],
        "gaps": [
            {"cause": "camera_masked", "start_s": 40.0, "length_s": 6.0, "painted": True, "reason": "visitor"}
        ],
    }


def _judged(told: dict[str, Any], questions: list[dict[str, Any]], answers: list[dict[str, Any]]) -> Any:
    blank = {"avatar": "", "difficulty": "", "answer_limit_s": 0.0}
    heard = Heard(
        told["session_id"],
        told["scoring"] != "human_only",
        [QuestionRow(**blank | one | {"keywords": list(one["keywords"])}) for one in questions],
        [AnswerRow(**one) for one in answers],
    )
    return judge(heard).model_dump()


# --- its film ------------------------------------------------------------------------------
def _film(house: House, session_id: str) -> None:
    """Moving colours and a tone, where there is an ffmpeg to make them, and small pictures of it."""
    from capture.thumbnails import write_pictures

    if shutil.which("ffmpeg") is None:
        return
    folder = house.blobs.spool / "film"
    folder.mkdir()
    film = folder / "recording.mp4"
    colours = f"gradients=s=640x360:rate=10:duration={_LENGTH_S}:c0=0x0d5c5b:c1=0xe3efec:nb_colors=2"
    tone = f"sine=frequency=220:duration={_LENGTH_S}"
    made = "-c:v libx264 -preset ultrafast -g 20 -pix_fmt yuv420p -c:a aac -b:a 48k -movflags +faststart"
    inputs = ["-f", "lavfi", "-i", colours, "-f", "lavfi", "-i", tone]
    command = ["ffmpeg", "-v", "error", *inputs, *made.split(), str(film)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    write_pictures(film, folder)
    for path, name in ((film, VIDEO), *((path, f"pictures/{path.name}") for path in folder.glob("*.[jv]*"))):
        _keep(house, session_id, name, path)
    folder.rmdir()


def _keep(house: House, session_id: str, name: str, path: Path) -> None:
    data = path.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    house.blobs.take(file_key(session_id, sha256), path)
    with house.database.write() as db:
        db.add(
            FileRow(
                session_id=session_id,
                name=name,
                sha256=sha256,
                size_bytes=len(data),
                pieces=[],
                state=FileState.KEPT,
                changed_wall=now(),
            )
        )
