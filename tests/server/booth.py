"""A station as the server sees it: a key, signed requests, a journal, a session."""

import hashlib
import itertools
import json
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from httpx2 import Client, Response

from kiosk.wire import signing
from kiosk.wire.journal import GENESIS, JournalEntry
from kiosk.wire.message import PATH

WALL = "2026-11-20T10:00:00.000Z"


class FakeStation:
    """Speaks the protocol through any HTTP client."""

    def __init__(self, client: Client, key: Ed25519PrivateKey | None = None) -> None:
        self.client = client
        self.key = key or Ed25519PrivateKey.generate()
        self.entries: list[JournalEntry] = []
        self.clock_off_s = 0.0
        self.new_nonce: Callable[[], str] = lambda: secrets.token_hex(16)

    @property
    def public(self) -> str:
        return signing.to_text(self.key.public_key().public_bytes_raw())

    # --- asking ----------------------------------------------------------------------------
    def headers(self, method: str, target: str, body: bytes = b"") -> dict[str, str]:
        instant = datetime.now(UTC) + timedelta(seconds=self.clock_off_s)
        wall = instant.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        nonce, digest = self.new_nonce(), signing.digest_of(body)
        said = signing.request_bytes(method, target, digest, wall, nonce)
        return {
            signing.KEY: self.public,
            signing.TIME: wall,
            signing.NONCE: nonce,
            signing.DIGEST: digest,
            signing.SIGNATURE: signing.to_text(self.key.sign(said)),
        }

    def ask(self, method: str, path: str, message: Any = None, raw: bytes | None = None) -> Response:
        """Ask for a path below the protocol's, signed now."""
        target = PATH + path
        body = raw if raw is not None else json.dumps(message).encode() if message is not None else b""
        headers = self.headers(method, target, body)
        if message is not None:
            headers["Content-Type"] = "application/json"
        return self.client.request(method, target, content=body, headers=headers)

    def enrol(self, code: str, name: str = "Booth 1") -> Response:
        return self.ask("POST", "/enrol", {"code": code, "name": name, "version": "0.1.0"})

    # --- a journal -------------------------------------------------------------------------
    def happen(self, count: int, session: str | None = None, body: str = "{}") -> list[JournalEntry]:
        """More entries, chained to the ones before."""
        return list(itertools.islice(self._next(session, body), count))

    def _next(self, session: str | None, body: str) -> Any:
        while True:
            last = self.entries[-1] if self.entries else None
            entry = JournalEntry(
                seq=last.seq + 1 if last else 1,
                boot_id="boot",
                mono_ns=5,
                wall=WALL,
                session_id=session,
                kind="TimePassed",
                body=body,
                prev_hash=last.hash if last else GENESIS,
                hash=GENESIS,
            )
            entry = entry.model_copy(update={"hash": entry.right_hash()})
            self.entries.append(entry)
            yield entry

    def send(self, entries: list[JournalEntry]) -> Response:
        return self.ask("POST", "/journal", {"entries": [entry.model_dump() for entry in entries]})

    # --- a session -------------------------------------------------------------------------
    def tell(self, session: str, revision: int = 1, **more: Any) -> Response:
        return self.ask("PUT", f"/sessions/{session}", document(session, revision, **more))

    def bring(self, session: str, piece: bytes) -> Response:
        return self.ask("PUT", f"/sessions/{session}/pieces/{sha256(piece)}", raw=piece)

    def announce(self, session: str, pieces: list[bytes], name: str = "video_files/a.mp4") -> Response:
        return self.ask("PUT", f"/sessions/{session}/files", manifest(pieces, name))


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def manifest(pieces: list[bytes], name: str = "video_files/a.mp4") -> dict[str, Any]:
    starts = itertools.accumulate((len(piece) for piece in pieces), initial=0)
    return {
        "name": name,
        "size_bytes": sum(map(len, pieces)),
        "sha256": sha256(b"".join(pieces)),
        "pieces": [
            {"offset": start, "length": len(piece), "sha256": sha256(piece)}
            for start, piece in zip(starts, pieces, strict=False)
        ],
    }


def document(session: str, revision: int = 1, **more: Any) -> dict[str, Any]:
    """The least that a station tells of a session."""
    return {
        "session_id": session,
        "revision": revision,
        "candidate_id": "c" * 32,
        "candidate_name": "Candidate One",
        "pack_id": "general",
        "pack_version": "1",
        "pack_title": "General",
        "status": "in_progress",
        "created_wall": WALL,
        **more,
    }


def whole_document(session: str, revision: int = 1) -> dict[str, Any]:
    """A session with something in every part."""
    return document(
        session,
        revision,
        status="completed",
        started_wall=WALL,
        completed_wall=WALL,
        duration_s=63.5,
        language="en",
        scoring="ai",
        recording_status="completed",
        analysis_status="completed",
        questions=[{"number": 1, "question_id": "q1", "kind": "general", "text": "Why?", "keywords": ["a"]}],
        answers=[
            {"question_id": "q1", "attempt": 1, "outcome": "kept", "ended_wall": WALL, "text": "Because."}
        ],
        messages=[{"seq": 4, "speaker": "interviewer", "question_id": "q1", "began_wall": WALL}],
        code=[
            {
                "question_id": "q1",
                "number": 1,
                "purpose": "run",
                "programming_language": "python3",
                "source": "print(1)",
                "submitted_wall": WALL,
            }
        ],
        issues=[{"seq": 5, "kind": "fault", "code": "camera_lost", "began_wall": WALL}],
        recording={
            "file": "video_files/a.mp4",
            "sha256": "0" * 64,
            "size_bytes": 6,
            "duration_s": 63.5,
            "format": "mp4",
            "quality": "hd",
            "started_wall": WALL,
            "finished_wall": WALL,
            "gaps": [{"cause": "paused", "start_s": 1, "length_s": 2, "painted": False}],
        },
        assessment={"assessed_wall": WALL, "scorer": "rubric", "technical_score": 70, "overall_score": 70},
    )
