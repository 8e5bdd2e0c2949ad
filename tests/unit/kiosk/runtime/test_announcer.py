"""What staff write is spoken, and nothing of it stays."""

from pathlib import Path

from kiosk.runtime.announcer import Announcer
from kiosk.voice.rendered import RenderedVoice
from tests.fakes import FakeVoice

TEXT = "Please speak a little louder."


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_message_is_spoken_and_wiped(tmp_path: Path) -> None:
    announcer = Announcer(tmp_path / "messages", RenderedVoice)
    utterance = announcer.utterance(TEXT, "en")
    assert utterance is not None
    assert utterance.sound.is_file()
    announcer.wipe()
    assert files(tmp_path) == []


def test_what_a_power_cut_left_is_removed_at_the_next_start(tmp_path: Path) -> None:
    Announcer(tmp_path / "messages", RenderedVoice).utterance(TEXT, "en")
    Announcer(tmp_path / "messages", RenderedVoice)
    assert files(tmp_path) == []


def test_without_a_voice_a_message_is_only_read(tmp_path: Path) -> None:
    voice = FakeVoice()
    voice.silent = True
    assert Announcer(tmp_path / "messages", lambda _: voice).utterance(TEXT, "en") is None
