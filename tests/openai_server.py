"""A small scriptable server that speaks the OpenAI protocol on loopback: transcriptions, completions, speech.

Run by itself it serves a canned transcript and cautious advice: ``python -m tests.openai_server PORT``.
"""

import array
import json
import math
import struct
import sys
import threading
from collections.abc import Callable
from email.message import Message
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Json = dict[str, Any]
Advisor = Callable[[list[Json], Json], Json | str]
"""From the rubric's criteria and the answer's data to the reply; a text is sent just so."""


def transcription(text: str, *, word_s: float = 0.4, avg_logprob: float = -0.2) -> Json:
    """A verbose reply in which every word takes the same time; words come without punctuation, as they do."""
    words = [word.strip(".,!?;:") for word in text.split()]
    times = [{"word": word, "start": at * word_s, "end": (at + 1) * word_s} for at, word in enumerate(words)]
    segment = {
        "id": 0,
        "seek": 0,
        "start": 0.0,
        "end": len(words) * word_s,
        "text": text,
        "tokens": [],
        "temperature": 0.0,
        "avg_logprob": avg_logprob,
        "compression_ratio": 1.0,
        "no_speech_prob": 0.01,
    }
    whole = {"task": "transcribe", "language": "english", "duration": len(words) * word_s, "text": text}
    return {**whole, "words": times, "segments": [segment] if words else []}


def spoken(text: str) -> bytes:
    """A second of humming per ten letters, as a WAV whose header does not know its length yet."""
    rate_hz = 24_000
    samples = array.array("h")
    samples.extend(
        round(8000 * math.sin(at * 0.05) * math.sin(at / 4000)) for at in range(len(text) * rate_hz // 10)
    )
    sound = samples.tobytes()
    endless = 0xFFFFFFFF
    form = struct.pack("<HHIIHH", 1, 1, rate_hz, rate_hz * 2, 2, 16)
    return (
        struct.pack("<4sI4s4sI", b"RIFF", endless, b"WAVE", b"fmt ", len(form))
        + form
        + struct.pack("<4sI", b"data", endless)
        + sound
    )


NO_COMPLETIONS = [
    b"<html>Please log in</html>",
    b"",
    b"null",
    b"[]",
    b"{}",
    b'"fine"',
    b'{"choices": null}',
    b'{"choices": []}',
    b'{"choices": [null]}',
    b'{"choices": [{"message": null}]}',
    b'{"choices": [{"message": {"content": null}}]}',
    b'{"choices": [{"message": {"content": "{}", "tool_calls": 3}}]}',
]
"""What a server that speaks another protocol, or a gate in front of it, sends with a success."""


def cautious(rubric: list[Json], data: Json) -> Json:
    """Level 1 for everything, proven by the answer's first words."""
    quote = " ".join(data["answer"].split()[:3])
    same = {"level": 1, "quote": quote, "reason": "The answer begins so."}
    criteria = [{"criterion": one["id"], **same} for one in rubric]
    return {"criteria": criteria, "summary": "A short answer."}


class OpenAIServer:
    """Listens on a free port of 127.0.0.1 until it is closed."""

    def __init__(self, port: int = 0) -> None:
        self.transcript: Json = transcription("We listened to each other and found a way.")
        self.advise: Advisor = cautious
        """What the model says."""
        self.speech: Callable[[str], bytes] = spoken
        """The sound of a text."""
        self.failures: list[int] = []
        """Status codes to answer the next requests with, first come first."""
        self.replies: list[bytes] = []
        """What to send to the next requests instead, just so and as a success, first come first."""
        self.stalled = threading.Event()
        """Set: requests are read and not answered until it is cleared or the server closes."""
        self.requests: list[Json] = []
        """What was asked, decoded."""
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.script = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="openai")
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def close(self) -> None:
        self._server.over.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def join(self) -> None:
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True
    script: OpenAIServer

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.over = threading.Event()


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def log_message(self, *_: object) -> None:
        pass

    def do_POST(self) -> None:
        script = self.server.script
        body = self.rfile.read(int(self.headers["Content-Length"]))
        asked = self._decoded(body)
        script.requests.append({"path": self.path, **asked})
        while script.stalled.is_set() and not self.server.over.wait(0.05):
            pass
        if self.server.over.is_set():
            self.close_connection = True
        elif script.failures:
            self._send(script.failures.pop(0), {"error": {"message": "scripted", "type": "server_error"}})
        elif script.replies:
            self._send_bytes(200, "application/json", script.replies.pop(0))
        elif self.path == "/v1/audio/transcriptions":
            self._send(200, script.transcript)
        elif self.path == "/v1/audio/speech":
            self._send_bytes(200, "audio/wav", script.speech(asked["input"]))
        elif self.path == "/v1/chat/completions":
            self._send(200, _completion(asked, self._said(asked)))
        else:
            self._send(404, {"error": {"message": "no such address", "type": "invalid_request_error"}})

    def _said(self, asked: Json) -> str:
        system, user = (message["content"] for message in asked["messages"])
        rubric = json.loads(system[system.index("\n[") :])
        said = self.server.script.advise(rubric, json.loads(user))
        return said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)

    def _decoded(self, body: bytes) -> Json:
        kind = self.headers["Content-Type"]
        if kind.startswith("application/json"):
            decoded: Json = json.loads(body)
            return decoded
        form = BytesParser().parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
        return _fields(form)

    def _send(self, status: int, reply: Json) -> None:
        self._send_bytes(status, "application/json", json.dumps(reply).encode())

    def _send_bytes(self, status: int, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Retry-After-Ms", "1")
        self.end_headers()
        self.wfile.write(data)


def _fields(form: Message) -> Json:
    fields: Json = {}
    for part in form.walk():
        name = part.get_param("name", header="content-disposition")
        if isinstance(name, str):
            payload = part.get_payload(decode=True)
            data = payload if isinstance(payload, bytes) else b""
            fields[name] = len(data) if name == "file" else data.decode()
    return fields


def _completion(asked: Json, content: str) -> Json:
    message = {"role": "assistant", "content": content, "refusal": None}
    choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 0,
        "model": asked["model"],
        "choices": [choice],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }


if __name__ == "__main__":
    server = OpenAIServer(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
    sys.stdout.write(server.url + "\n")
    sys.stdout.flush()
    try:
        server.join()
    except KeyboardInterrupt:
        server.close()
