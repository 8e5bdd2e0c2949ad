"""Candidates are asked the same questions, byte for byte, or none."""

import shutil
from pathlib import Path
from typing import Protocol

import pytest

from kiosk.domain.checks import Verdict
from kiosk.library import manifest
from kiosk.library.checks import check_packs
from kiosk.library.library import Library, Standing
from kiosk.packs.errors import PackChangedError, PackErrors, PackMissingError
from kiosk.ports.voice import Pace, VoiceError


class Engine(Protocol):
    edition: int
    silent: bool
    said: list[str]


class Station(Protocol):
    folder: Path
    engine: Engine

    def library(self) -> Library: ...
    def edit(self, file: str, old: str, new: str) -> None: ...
    def sounds(self, name: str) -> list[Path]: ...


QUESTION = 'text.en = "How are you?"'
OTHER = 'text.en = "How do you do?"'


def opened(library: Library, name: str = "ours") -> manifest.Manifest:
    built = library.open(name).built
    assert built is not None
    return built


def test_a_pack_is_built_at_first_use_and_never_again(station: Station) -> None:
    first = opened(station.library())
    said = len(station.engine.said)
    assert opened(station.library()) == first
    assert len(station.engine.said) == said == 6


def test_everything_the_avatar_says_is_listed_with_its_sounds_and_mouth(station: Station) -> None:
    built = opened(station.library())
    assert {(one.question, one.followup, one.language) for one in built.sayings} == {
        (*which, language)
        for which in (("", ""), ("first", ""), ("first", "more"))
        for language in ("en", "de")
    }
    for saying in built.sayings:
        assert set(saying.sounds) == set(Pace)
        assert saying.mouth
        assert saying.voice == f"hum 1 mira-{saying.language}, 150 words a minute"
    assert len(station.sounds("ours")) == len({sound.sha256 for sound in built.sounds}) == 12
    assert list(built.sources) == ["pack.toml"]


def test_two_stations_that_build_the_same_pack_have_the_same_manifest(
    station: Station, tmp_path: Path
) -> None:
    here = opened(station.library())
    shutil.rmtree(tmp_path / "built")
    shutil.rmtree(tmp_path / "cache")
    there = opened(station.library())
    assert there.sha256 == here.sha256
    assert manifest.read(tmp_path / "built" / "ours") == there


def test_what_was_built_is_known_to_the_voice_of_a_station_that_starts(station: Station) -> None:
    opened(station.library())
    again = station.library()
    again.recall()
    utterance = again._voice.utterance("How are you?", "en", Pace.SLOW)
    assert utterance is not None
    assert utterance.sound in station.sounds("ours")
    assert utterance.mouth[-1].at_s <= utterance.duration_s


def test_where_packs_say_the_same_words_each_candidate_hears_their_own(station: Station) -> None:
    def heard(library: Library) -> Path:
        utterance = library._voice.utterance("How are you?", "en")
        assert utterance is not None
        return utterance.sound.parent.parent

    library = station.library()
    ours, theirs = opened(library), opened(library, "theirs")
    assert heard(library).name == theirs.pack
    assert opened(library).pack == heard(library).name == ours.pack
    library.prepare("theirs")
    assert heard(library).name == ours.pack
    for name in (ours.pack, theirs.pack):
        again = station.library()
        again.recall(going_on=name)
        assert heard(again).name == name


def test_a_station_that_starts_drops_what_no_build_uses(station: Station) -> None:
    opened(station.library())
    station.edit("own/ours/pack.toml", QUESTION, OTHER)
    station.library().build("ours")
    assert len(station.sounds("ours")) == 14
    station.library().recall()
    assert len(station.sounds("ours")) == 12


def test_a_pack_that_changed_since_it_was_built_is_refused_until_somebody_builds_it(station: Station) -> None:
    library = station.library()
    before = opened(library)
    station.edit("own/ours/pack.toml", QUESTION, OTHER)
    with pytest.raises(PackChangedError, match=r"“ours” has changed since it was built \(pack\.toml\): run"):
        library.open("ours")
    assert library.standing(library.names()[0]).standing is Standing.CHANGED
    library.build("ours")
    assert opened(library).sha256 != before.sha256
    assert library.standing(library.names()[0]).standing is Standing.BUILT


@pytest.mark.parametrize("file", ["rubric.toml", "problems/x.en.md", "audio"])
def test_any_file_that_counts_changes_a_pack(station: Station, file: str, tmp_path: Path) -> None:
    library = station.library()
    opened(library)
    new = tmp_path / "own/ours" / file
    if file == "audio":
        sound = station.sounds("ours")[0]
        new.mkdir()
        shutil.copyfile(sound, new / "first.en.wav")
    else:
        new.parent.mkdir(exist_ok=True)
        criterion = (
            '[[criteria]]\nid = "a"\nquestions = ["first"]\ndimension = "values"\nmeasure = "detail"\n'
        )
        new.write_text(criterion + 'title.en = "A"\ntitle.de = "A"\n')
    with pytest.raises(PackChangedError, match="has changed since it was built"):
        library.open("ours")


def test_a_pack_that_came_with_a_new_program_is_built_again_by_itself(station: Station) -> None:
    before = opened(station.library(), "theirs")
    station.edit("shipped/theirs/pack.toml", QUESTION, OTHER)
    assert opened(station.library(), "theirs").sha256 != before.sha256


def test_a_pack_that_hr_sent_anew_is_built_again_and_goes_before_a_shipped_one(station: Station) -> None:
    shipped = opened(station.library(), "theirs")
    shutil.copytree(station.folder / "shipped" / "theirs", station.folder / "received" / "theirs")
    station.edit("received/theirs/pack.toml", QUESTION, OTHER)
    sent = opened(station.library(), "theirs")
    assert sent.sha256 != shipped.sha256
    shutil.rmtree(station.folder / "received" / "theirs")
    assert opened(station.library(), "theirs").sources == shipped.sources


def test_after_an_approval_even_a_shipped_pack_changes_only_with_another(station: Station) -> None:
    library = station.library()
    opened(library, "theirs")
    assert library.approve("theirs", "Kim").manifest_sha256 == opened(library, "theirs").sha256
    assert library.open("theirs").approved_by == "Kim"
    station.edit("shipped/theirs/pack.toml", QUESTION, OTHER)
    with pytest.raises(PackChangedError, match="changed since it was built"):
        library.open("theirs")
    library.build("theirs")
    with pytest.raises(PackChangedError, match="is not the one that Kim approved: listen to it"):
        library.open("theirs")
    assert library.to_approve("theirs").approved_by == ""
    library.approve("theirs", "Alex")
    assert library.open("theirs").approved_by == "Alex"


def test_a_removed_manifest_does_not_undo_an_approval(station: Station, tmp_path: Path) -> None:
    library = station.library()
    opened(library)
    library.approve("ours", "Kim")
    (tmp_path / "built/ours/manifest.json").unlink()
    with pytest.raises(PackChangedError):
        library.open("ours")


def test_a_damaged_approval_approves_nothing(station: Station, tmp_path: Path) -> None:
    library = station.library()
    opened(library)
    library.approve("ours", "Kim")
    (tmp_path / "built/ours/approvals.jsonl").write_text('{"type": "Approval"}\n')
    with pytest.raises(PackChangedError, match="approved"):
        library.open("ours")


def test_nothing_is_approved_that_is_not_built_or_has_changed(station: Station, tmp_path: Path) -> None:
    library = station.library()
    with pytest.raises(PackChangedError, match="not built yet"):
        library.approve("ours", "Kim")
    opened(library)
    station.sounds("ours")[0].unlink()
    with pytest.raises(PackChangedError, match="damaged or gone"):
        library.approve("ours", "Kim")
    station.edit("own/ours/pack.toml", QUESTION, OTHER)
    with pytest.raises(PackChangedError, match="changed"):
        library.approve("ours", "Kim")
    assert not (tmp_path / "built/ours/approvals.jsonl").exists()


@pytest.mark.parametrize("cache_is_gone", [False, True])
def test_a_sound_that_got_lost_is_made_again_byte_for_byte(
    station: Station, tmp_path: Path, cache_is_gone: bool
) -> None:
    opened(station.library())
    lost = station.sounds("ours")[3]
    whole = lost.read_bytes()
    lost.unlink()
    lost.write_bytes(whole[:-1])
    if cache_is_gone:
        shutil.rmtree(tmp_path / "cache")
    opened(station.library())
    assert lost.read_bytes() == whole


def test_a_sound_that_would_be_another_one_today_is_refused(station: Station, tmp_path: Path) -> None:
    opened(station.library())
    shutil.rmtree(tmp_path / "cache")
    station.sounds("ours")[3].unlink()
    station.engine.edition = 2
    with pytest.raises(PackChangedError, match="damaged or gone"):
        station.library().open("ours")
    station.library().build("ours")
    opened(station.library())


def test_an_update_of_the_engine_changes_nothing_that_was_built(station: Station) -> None:
    before = opened(station.library())
    station.engine.edition = 2
    assert opened(station.library()) == before


def test_without_a_voice_a_new_pack_is_only_read_and_a_built_one_is_heard(station: Station) -> None:
    opened(station.library())
    station.engine.silent = True
    assert opened(station.library()).sayings
    shutil.rmtree(station.folder / "cache")
    mute = station.library().open("theirs")
    assert (mute.built, mute.voices, mute.trouble) == (None, {}, "Nobody hums.")
    with pytest.raises(VoiceError):
        station.library().build("theirs")


def test_a_recording_takes_the_place_of_the_engine(station: Station, tmp_path: Path) -> None:
    opened(station.library())
    somebody = station.sounds("ours")[0]
    (tmp_path / "own/ours/audio").mkdir()
    for name in ("first.en", "first.more.de"):
        shutil.copyfile(somebody, tmp_path / f"own/ours/audio/{name}.wav")
    station.library().build("ours")
    voices = {
        (one.followup, one.language): one.voice for one in opened(station.library()).sayings if one.question
    }
    assert voices == {
        ("", "en"): "recorded",
        ("more", "de"): "recorded",
        ("", "de"): "hum 1 mira-de, 150 words a minute",
        ("more", "en"): "hum 1 mira-en, 150 words a minute",
    }


def test_missing_and_mistaken_packs_are_told_apart(station: Station) -> None:
    with pytest.raises(PackMissingError):
        station.library().open("../ours")
    station.edit("own/ours/pack.toml", "60", "6")
    with pytest.raises(PackErrors):
        station.library().open("ours")
    assert [one.standing for one in map(station.library().standing, station.library().names())] == [
        Standing.FAULTY,
        Standing.NEW,
    ]


def test_the_self_test_names_the_packs_that_would_be_refused(station: Station) -> None:
    library = station.library()
    assert (check_packs(library).verdict, check_packs(library).finding) == (
        Verdict.GOOD,
        "2 may be asked, 0 of them approved",
    )
    opened(library)
    library.approve("ours", "Kim")
    assert "1 of them approved" in check_packs(library).finding
    station.edit("own/ours/pack.toml", QUESTION, OTHER)
    station.edit("shipped/theirs/pack.toml", "60", "6")
    told = check_packs(library)
    assert told.verdict is Verdict.WARNING
    assert told.finding.endswith("not ours (changed), theirs (faulty)")


def test_a_hidden_file_is_no_part_of_a_pack(station: Station, tmp_path: Path) -> None:
    opened(station.library())
    (tmp_path / "own/ours/problems").mkdir()
    (tmp_path / "own/ours/problems/.thumbnails").touch()
    (tmp_path / "own/ours/pack.toml~").touch()
    opened(station.library())
