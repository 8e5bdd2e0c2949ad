from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kiosk.ports.voice import Voice, VoiceError
from kiosk.voice.rendered import RenderedVoice
from kiosk.voice.style import VoiceStyle

TEXTS = ["Good morning.", "Please sit down."]


def test_it_fits_the_port(tmp_path: Path) -> None:
    voice: Voice = RenderedVoice(tmp_path)
    assert voice.utterance("never rendered", "en") is None


def test_rendered_texts_are_found_and_others_are_not(tmp_path: Path) -> None:
    voice = RenderedVoice(tmp_path)
    told: list[tuple[int, int]] = []
    voice.render([*TEXTS, TEXTS[0]], "en", lambda done, of: told.append((done, of)))
    for text in TEXTS:
        utterance = voice.utterance(text, "en")
        assert utterance is not None
        assert utterance.sound.is_file()
    assert voice.utterance(TEXTS[0], "de") is None
    assert told == [(1, 2), (2, 2)]


def test_another_start_finds_the_same_utterance_without_an_engine(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    cache = tmp_path / "cache"
    before = RenderedVoice(cache)
    before.render(TEXTS, "en")
    request.getfixturevalue("no_engine")
    after = RenderedVoice(cache)
    after.render(TEXTS, "en")
    assert after.utterance(TEXTS[0], "en") == before.utterance(TEXTS[0], "en")


def flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:100])


@pytest.mark.parametrize("suffix", ["wav", "json"])
@pytest.mark.parametrize("damage", [flip, cut, Path.unlink])
def test_a_damaged_entry_is_not_played_and_rendered_anew(
    tmp_path: Path, damage: Callable[[Path], object], suffix: str
) -> None:
    RenderedVoice(tmp_path).render(TEXTS[:1], "en")
    whole = RenderedVoice(tmp_path).utterance(TEXTS[0], "en")
    assert whole is not None
    damage(next(tmp_path.glob(f"*.{suffix}")))

    voice = RenderedVoice(tmp_path)
    found = voice.utterance(TEXTS[0], "en")
    assert found is None or found == whole or suffix == "json"
    voice.render(TEXTS[:1], "en")
    healed = voice.utterance(TEXTS[0], "en")
    assert healed is not None
    assert healed.sha256 == whole.sha256


def test_two_who_render_the_same_text_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(RenderedVoice(tmp_path).render, TEXTS, "en") for _ in range(2)]:
            done.result()
    assert RenderedVoice(tmp_path).utterance(TEXTS[0], "en") is not None


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    RenderedVoice(tmp_path).render(TEXTS, "en")
    assert sorted(file.suffix for file in tmp_path.iterdir()) == [".json", ".json", ".wav", ".wav"]


def test_another_style_is_another_sound(tmp_path: Path) -> None:
    usual, slow = RenderedVoice(tmp_path), RenderedVoice(tmp_path, {"en": VoiceStyle("en-gb-x-rp+f4", 110)})
    usual.render(TEXTS[:1], "en")
    assert slow.utterance(TEXTS[0], "en") is None
    slow.render(TEXTS[:1], "en")
    first, second = usual.utterance(TEXTS[0], "en"), slow.utterance(TEXTS[0], "en")
    assert first is not None
    assert second is not None
    assert second.duration_s > first.duration_s


@pytest.mark.usefixtures("no_engine")
def test_a_missing_engine_is_told_and_nothing_is_kept(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="not installed"):
        RenderedVoice(tmp_path / "cache").render(TEXTS, "en")
    assert not list((tmp_path / "cache").iterdir())


def test_a_cache_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    with pytest.raises(VoiceError, match="cannot write"):
        RenderedVoice(tmp_path / "cache").render(TEXTS, "en")
