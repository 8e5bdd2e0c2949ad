"""Speak one sentence into a file, then end: ``python -m kiosk.voice.speak``.

A process of its own for each sentence, because the engine keeps state between sentences and may
hang or crash. It reads one JSON object on standard input (``text``, ``voice``, ``rate_wpm``,
``pitch``, ``sound``: the file to write) and answers with one on standard output: ``engine`` and
``phonemes`` (pairs of seconds and IPA name, an empty name for a pause), or ``error``.

Three traps of pyttsx3 2.99 shape this file. ``runAndWait`` returns before a long sentence is
saved, so we wait for the library's last event. A second ``Initialize`` starts a second thread in
the library and tears the sound, so the one that asks for phoneme events comes first and the
driver is told that it has happened. The driver prints, so standard output is kept out of its reach.
"""

import contextlib
import ctypes
import json
import sys
import threading
from typing import Any

DRIVER = "espeak"
"""Of pyttsx3; it loads libespeak-ng. Nothing of the project is imported here: every start counts."""
PHONEME_EVENTS_IN_IPA = 3
PHONEME_EVENT = 7
BUFFER_MS = 1000
FINISHED_WITHIN_S = 20.0


def main() -> int:
    """Answer the request on standard input; the exit code is 0 when the sentence was spoken."""
    request = json.load(sys.stdin)
    with contextlib.redirect_stdout(sys.stderr):
        answer = _answer(request)
    json.dump(answer, sys.stdout)
    return 1 if "error" in answer else 0


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    try:
        from pyttsx3.drivers import _espeak as library
    except (ImportError, RuntimeError):
        return {"error": "The voice engine espeak-ng is not installed."}
    try:
        engine = _engine(library, request["voice"])
    except ValueError:
        return {"error": f"The voice engine has no voice “{request['voice']}”."}
    listener = _Listener(library)
    if not _save(engine, request, listener):
        return {"error": "The voice engine did not finish the sentence."}
    return {"engine": f"espeak-ng {_version(library)}", "phonemes": listener.phonemes}


def _engine(library: Any, voice: str) -> Any:
    """The pyttsx3 engine speaking with ``voice``; raises ``ValueError`` when there is no such voice."""
    import pyttsx3
    from pyttsx3.drivers.espeak import EspeakDriver

    library.Initialize(library.AUDIO_OUTPUT_RETRIEVAL, BUFFER_MS, None, PHONEME_EVENTS_IN_IPA)
    EspeakDriver._moduleInitialized = True
    EspeakDriver._defaultVoice = voice
    return pyttsx3.init(DRIVER)


class _Listener:
    """Listens in on the driver's callback, on the library's thread, until the sentence is over."""

    def __init__(self, library: Any) -> None:
        self.phonemes: list[tuple[float, str]] = []
        self.over = threading.Event()
        self._library = library
        self._driver = library.SynthCallback
        library.SetSynthCallback(self._hear)

    def _hear(self, samples: Any, count: int, events: Any) -> int:
        kinds: list[int] = []
        while (event := events[len(kinds)]).type != self._library.EVENT_LIST_TERMINATED:
            kinds.append(event.type)
            if event.type == PHONEME_EVENT:
                self.phonemes.append((event.audio_position / 1000, _name(event.id)))
        answer = self._driver(samples, count, events)
        if self._library.EVENT_MSG_TERMINATED in kinds:
            self.over.set()
        return int(answer)


def _name(union: Any) -> str:
    """The phoneme's name: up to eight bytes of UTF-8 in the place of a number or pointer."""
    return (
        ctypes.string_at(ctypes.addressof(union), ctypes.sizeof(union))
        .split(b"\0")[0]
        .decode(errors="ignore")
    )


def _save(engine: Any, request: dict[str, Any], listener: _Listener) -> bool:
    """Whether the whole sentence was saved: the driver says so only after closing the file."""
    endings: list[dict[str, Any]] = []
    engine.connect("finished-utterance", lambda **details: endings.append(details))
    engine.setProperty("rate", request["rate_wpm"])
    engine.setProperty("pitch", request["pitch"])
    engine.save_to_file(request["text"], request["sound"])
    engine.runAndWait()
    return listener.over.wait(FINISHED_WITHIN_S) and bool(endings)


def _version(library: Any) -> str:
    return str(library.Info(None).decode().split()[0])


if __name__ == "__main__":
    raise SystemExit(main())
