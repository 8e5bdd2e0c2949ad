"""What HR reads and hears before a pack is approved."""

import re
from pathlib import Path
from typing import Protocol

import pytest

from kiosk.library.library import Library
from kiosk.library.preview import write_preview
from kiosk.ports.voice import VoiceError


class Station(Protocol):
    engine: "Engine"

    def library(self) -> Library: ...
    def edit(self, file: str, old: str, new: str) -> None: ...


class Engine(Protocol):
    silent: bool


def test_every_sentence_can_be_read_and_heard_from_the_folder_alone(station: Station, tmp_path: Path) -> None:
    page = write_preview(station.library(), "ours", tmp_path / "page")
    html = page.read_text()
    for text in ("How are you?", "Wie geht es Ihnen?", "Go on.", "Und weiter?", "fewer than 5 words"):
        assert text in html
    files = set(re.findall(r'(?:href|data-slow)="(voice/[0-9a-f]{64}\.wav)"', html))
    assert len(files) == 8
    assert all((page.parent / file).is_file() for file in files)
    assert "://" not in re.sub(r'xmlns="[^"]+"', "", html)


def test_a_text_cannot_become_part_of_the_page(station: Station, tmp_path: Path) -> None:
    station.edit("own/ours/pack.toml", "How are you?", "a < b & c' \\\" > d?")
    html = write_preview(station.library(), "ours", tmp_path / "page").read_text()
    assert "a &lt; b &amp; c&#39; &#34; &gt; d?" in html
    assert "default-src 'none'" in html.replace("&#39;", "'")


def test_without_a_voice_there_is_nothing_to_listen_to(station: Station, tmp_path: Path) -> None:
    station.engine.silent = True
    with pytest.raises(VoiceError):
        write_preview(station.library(), "ours", tmp_path / "page")
