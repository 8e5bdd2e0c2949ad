"""An archive with finished sessions, for tests of what leaves the station."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.domain.copies import CopyForm, CopyOutcome
from kiosk.domain.export import Drive, ExportOrder
from kiosk.domain.ids import SessionId
from kiosk.domain.pack import Pack
from kiosk.domain.recording import Recording
from kiosk.domain.tongue import Tongue
from kiosk.flow.events import NewInterviewRequested
from storage.backlog import SqlBacklog
from storage.export.bundle import Archive, Bundle, lay_out
from storage.export.watch import Watch
from storage.signing import StationKey
from storage.station import Storage
from storage.tables import CandidateRow
from tests import judged
from tests.answers import CONFLICT, MISTAKE
from tests.interviews import PACK, SESSION, Interview

OTHER = SessionId("0f" * 16)
FILM = b"a film with a face in it " * 4000
NAME = "Zinnia Quillfeather"
SAID = "My name is Zinnia. " + CONFLICT


class Filmed(Interview):
    """An interview whose recording lies where it should."""

    film = FILM

    def recording(self) -> Recording:
        sha256 = hashlib.sha256(self.film).hexdigest()
        return replace(super().recording(), sha256=sha256, size_bytes=len(self.film))


@dataclass
class FakeCopy:
    """Writes the form's name instead of a film."""

    source: Path
    target: Path
    form: CopyForm
    progress: float = 0.0
    cancelled: bool = False

    def run(self) -> CopyOutcome:
        if self.cancelled:
            return CopyOutcome.CANCELLED
        self.target.write_bytes(b"copy as " + self.form.encode())
        return CopyOutcome.DONE

    def cancel(self) -> None:
        self.cancelled = True


class FolderDrives:
    """Sticks that are folders."""

    def __init__(self, *folders: Path) -> None:
        self.folders = list(folders)
        self.let_go_of: list[str] = []

    def sticks(self) -> tuple[Drive, ...]:
        return tuple(
            Drive(str(folder), folder.name, 64 << 30, "exfat", read_only=False) for folder in self.folders
        )

    def mount(self, drive: Drive) -> Path:
        return Path(drive.device)

    def unmount(self, drive: Drive) -> bool:
        self.let_go_of.append(drive.device)
        return True


def archive(storage: Storage, tongue: Tongue = Tongue.ENGLISH) -> Archive:
    key = StationKey.load_or_create(storage.media.data)
    return Archive(storage.sessions, storage.journal, storage.media, key, FakeCopy, tongue)


def filmed(storage: Storage, session: SessionId, pack: Pack = PACK) -> Filmed:
    interview = Filmed(storage.journal, session, boot=f"boot-{session[:2]}", pack=pack)
    folder = storage.media.session_folder(session)
    (folder / interview.recording().file).write_bytes(interview.film)
    return interview


def judged_interview(storage: Storage) -> SessionId:
    """A named candidate's interview with code, transcripts and scores."""
    interview = filmed(storage, SESSION, judged.PACK)
    judged.interviewed(interview)
    interview.happen(NewInterviewRequested())
    judged.written_down(interview, conflict=SAID, mistake=MISTAKE)
    judged.judged(interview, SqlBacklog(storage.database, storage.media).to_assess()[0])
    with storage.database.write() as db:
        db.merge(CandidateRow(id="candidate-1", name=NAME))
    return SESSION


def plain_interview(storage: Storage, session: SessionId = OTHER) -> SessionId:
    """Two answers that nobody has written down."""
    filmed(storage, session).whole()
    return session


def ordered(*sessions: SessionId, **wanted: object) -> ExportOrder:
    return replace(ExportOrder(sessions or (SESSION,)), **wanted)  # type: ignore[arg-type]


def laid_out(storage: Storage, order: ExportOrder, folder: Path, tongue: Tongue = Tongue.ENGLISH) -> Bundle:
    folder.mkdir(parents=True)
    return lay_out(archive(storage, tongue), order, folder, Watch())


def placed(bundle: Bundle, root: Path) -> Path:
    """The bundle as a folder, without any care."""
    for item in bundle.items:
        target = root / item.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(item.source.read_bytes())
    return root
