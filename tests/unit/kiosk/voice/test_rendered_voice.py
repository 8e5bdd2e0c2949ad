from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kiosk.ports.voice import Pace, Voice, VoiceError
from kiosk.voice.rendered import RenderedVoice
from kiosk.voice.sentence import Sentence

TEXTS = ["Good morning.", "Please sit down."]


def test_it_fits_the_port(tmp_path: Path) -> None:
    voice: Voice = RenderedVoice(tmp_path)
    assert voice.utterance("never rendered", "en") is None


def test_rendered_texts_are_found_and_others_are_not(tmp_path: Path) -> None:
    voice = RenderedVoice(tmp_path)
    told: list[tuple[int, int]] = []
    voice.render([*TEXTS, TEXTS[0]], "en")
    voice.say([Sentence(text, "en") for text in TEXTS], lambda done, of: told.append((done, of)))
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
    (tmp_path / "mira.toml").write_text('espeak.en = "en-gb-x-rp+f4"\nrates_wpm.en = 110\n')
    voice = RenderedVoice(tmp_path / "cache", characters=tmp_path)
    nobody, mira = voice.say([Sentence(TEXTS[0], "en"), Sentence(TEXTS[0], "en", "mira")])
    assert mira.utterance.sha256 != nobody.utterance.sha256
    assert mira.utterance.duration_s > nobody.utterance.duration_s


def test_a_mistaken_character_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "mira.toml").write_text("pitch = 100\n")
    with pytest.raises(VoiceError, match=r"mira\.toml: pitch"):
        RenderedVoice(tmp_path / "cache", characters=tmp_path).say([Sentence(TEXTS[0], "en", "mira")])


def test_a_slower_pace_is_the_same_sound_stretched_and_its_mouth_with_it(tmp_path: Path) -> None:
    voice = RenderedVoice(tmp_path)
    usual, slow = (
        entry.utterance
        for entry in voice.say([Sentence(TEXTS[0], "en", pace=pace) for pace in (Pace.USUAL, Pace.SLOW)])
    )
    assert slow.duration_s == pytest.approx(usual.duration_s / 0.8, abs=0.001)
    assert [cue.shape for cue in slow.mouth] == [cue.shape for cue in usual.mouth]
    assert slow.mouth[-1].at_s == pytest.approx(usual.mouth[-1].at_s / 0.8, abs=0.001)


@pytest.mark.usefixtures("no_engine")
def test_a_missing_engine_is_told_and_nothing_is_kept(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="not installed"):
        RenderedVoice(tmp_path / "cache").render(TEXTS, "en")
    assert not list((tmp_path / "cache").iterdir())


def test_a_cache_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    with pytest.raises(VoiceError, match="cannot write"):
        RenderedVoice(tmp_path / "cache").render(TEXTS, "en")
