from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.ids import SessionId
from kiosk.domain.recording import AUDIO, HD
from storage.errors import UnwritableError
from storage.media import RESERVE_BYTES, MediaStore, hours_of_recording
from tests.interviews import SESSION


@pytest.fixture
def media(tmp_path: Path) -> MediaStore:
    store = MediaStore(tmp_path / "data")
    store.prepare()
    return store


def test_the_layout_is_fixed_and_private(media: MediaStore) -> None:
    folder = media.session_folder(SESSION)
    assert folder == media.data / "media/interview_recordings" / SESSION
    assert {path.name for path in folder.iterdir()} == {"video_files", "audio_files", "screen_recordings"}
    folders = [path for path in media.data.rglob("*") if path.is_dir()]
    assert {path.stat().st_mode & 0o777 for path in (media.data, *folders)} == {0o700}


def test_preparing_twice_is_harmless(media: MediaStore) -> None:
    media.prepare()


def test_a_file_where_a_folder_should_be_is_one_sentence(media: MediaStore) -> None:
    (media.data / "log").rmdir()
    (media.data / "log").write_text("")
    with pytest.raises(UnwritableError):
        media.prepare()


@pytest.mark.parametrize("session", ["", "..", "5E" * 16, "5e" * 15, "5e" * 16 + "/..", "robin"])
def test_only_ids_name_folders(media: MediaStore, session: str) -> None:
    with pytest.raises(ValueError, match="not a session id"):
        media.session_folder(SessionId(session))


def test_files_are_found_inside_their_session(media: MediaStore) -> None:
    assert media.file(SESSION, "video_files/a.mp4") == media.recordings / SESSION / "video_files/a.mp4"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(st.text(st.sampled_from("./\\~ab\0:%"), max_size=12) | st.text(max_size=12))
def test_no_name_leads_out_of_its_session(media: MediaStore, name: str) -> None:
    root = media.recordings / SESSION
    try:
        found = media.file(SESSION, name)
    except ValueError:
        return
    assert root in found.parents


def test_a_link_does_not_lead_out_of_its_session(media: MediaStore, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("")
    (media.session_folder(SESSION) / "video_files/a.mp4").symlink_to(tmp_path / "secret")
    with pytest.raises(ValueError, match="leads out"):
        media.file(SESSION, "video_files/a.mp4")


def test_temporaries_go_except_where_somebody_may_be_writing(media: MediaStore) -> None:
    other = SessionId("a" * 32)
    mine, theirs = (media.session_folder(session) / "video_files" for session in (SESSION, other))
    for folder in (mine, theirs):
        for name in ("a.mp4", "a.mp4.part", "b.tmp"):
            (folder / name).write_text("")
    assert media.remove_temporaries(keep=[other]) == 2
    assert [path.name for path in mine.iterdir()] == ["a.mp4"]
    assert len(list(theirs.iterdir())) == 3


def test_space_is_told_in_hours_of_recording(media: MediaStore) -> None:
    assert media.space().free_bytes > 0
    assert hours_of_recording(RESERVE_BYTES, HD) == 0.0
    assert hours_of_recording(0, HD) == 0.0
    ten_hours = RESERVE_BYTES + 10 * 3600 * (2628 * 2 + 768) * 125
    assert hours_of_recording(ten_hours, HD) == pytest.approx(10.0)
    assert hours_of_recording(ten_hours, AUDIO) > 50
