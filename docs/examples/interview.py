"""Conduct an interview from a program of your own, with Python's standard library alone.

    python interview.py http://127.0.0.1:8765 API_TOKEN INVITATION_CODE recording.mp4

The API token belongs to somebody of HR (POST /api/v1/tokens); the code comes with an invitation.
"""

import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

CHUNK_BYTES = 4 << 20
QUESTIONS = [
    (
        {"text": "What does an index do?", "type": "technical", "keywords": ["lookup", "tree"]},
        "An index is a tree that makes a lookup fast. For example, one of a million rows takes 20 steps.",
    ),
    (
        {"text": "Tell me about a conflict.", "type": "behavioural", "keywords": ["listen"]},
        "First I listen, then we agree on what matters, because both sides were right about something.",
    ),
]


class Server:
    """The server, asked again when it does not answer."""

    def __init__(self, address, token):
        self.address = address
        self.token = token

    def ask(self, method, path, message=None, raw=None):
        """The answer as a dictionary; an error ends the program with the server's own sentence."""
        body = raw if raw is not None else json.dumps(message).encode() if message is not None else None
        headers = {"Authorization": f"Bearer {self.token}"}
        headers["Content-Type"] = "application/json" if raw is None else "application/octet-stream"
        request = urllib.request.Request(self.address + path, body, headers, method=method)
        for wait_s in (1, 2, 4, 8, None):
            try:
                with urllib.request.urlopen(request, timeout=30) as answer:
                    return json.load(answer)
            except urllib.error.HTTPError as error:
                if (error.code < 500 and error.code != 429) or wait_s is None:
                    sys.exit(f"{method} {path}: {json.load(error)['detail']}")
            except OSError as error:
                if wait_s is None:
                    sys.exit(f"{method} {path}: {error}")
            time.sleep(wait_s)


def conduct(server, code, recording):
    """One interview from beginning to end; its session and candidate."""
    config = {"format": "mp4", "quality": "HD", "audio": True, "video": True}
    begun = {"interview_token": code, "recording_config": config}
    session = server.ask("POST", "/api/interview/session/start", begun)["session_id"]
    for question, text in QUESTIONS:
        asked = server.ask(
            "POST", "/api/interview/question/add", {"session_id": session, "question_data": question}
        )
        answer = {"text": text, "duration": 20.0, "audio_quality": "good", "confidence": 0.95}
        server.ask(
            "POST",
            "/api/interview/answer/add",
            {"session_id": session, "question_id": asked["question_id"], "answer_data": answer},
        )
    upload(server, session, recording)
    server.ask("POST", "/api/interview/session/end", {"session_id": session})
    return session


def upload(server, session, recording):
    """A recording in chunks, which may be sent again and in any order."""
    chunks = [recording[start : start + CHUNK_BYTES] for start in range(0, len(recording), CHUNK_BYTES)]
    for number, chunk in enumerate(chunks):
        last = str(number == len(chunks) - 1).lower()
        place = urllib.parse.urlencode({"session_key": session, "chunk_number": number, "is_final": last})
        server.ask("POST", f"/recording/upload_chunk/?{place}", raw=chunk)


def wait_for_results(server, session):
    """The analysis and what was recorded, once both are there."""
    candidate = server.ask("GET", f"/api/interview/session/{session}")["session_data"]["candidate_id"]
    for _ in range(100):
        analysis = server.ask("GET", f"/api/interview/analysis/{candidate}")["analysis"]
        recording = server.ask("GET", f"/api/interview/recording/{candidate}")["recording_info"]
        if analysis["analysis_status"] in ("completed", "failed") and recording["recording_file"]:
            return {"analysis": analysis, "recording": recording}
        time.sleep(0.2)
    sys.exit("the results did not come")


def main():
    address, token, code, file = sys.argv[1:]
    server = Server(address, token)
    with open(file, "rb") as opened:
        session = conduct(server, code, opened.read())
    print(json.dumps({"session_id": session, **wait_for_results(server, session)}, indent=2))


if __name__ == "__main__":
    main()
