from storage.finished import finished_recordings
from storage.station import Storage
from tests.interviews import SESSION, Interview


def test_a_recording_is_found_with_the_places_of_what_is_made_of_it(
    storage: Storage, interview: Interview
) -> None:
    interview.whole()
    assert finished_recordings(storage.database, storage.media) == []
    folder = storage.media.session_folder(SESSION)
    (folder / interview.recording().file).touch()
    (found,) = finished_recordings(storage.database, storage.media)
    assert (found.pictures, found.copies) == (folder / "pictures", folder / "copies")
    assert found.has_picture
    assert not found.pictured
