"""Putting a station together, and taking it apart again."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from commands.app import folders_of
from commands.desk_tools import desk_of
from commands.models import gate_of, speech_check
from commands.shelves import engine_of, library_of, pack_roots, rehearsing_voice, shelves_of, voice_of
from commands.trouble import plainly
from kiosk.config.folders import Folders
from kiosk.config.settings import StationSettings
from kiosk.domain.checks import CheckResult
from kiosk.domain.ids import SessionId
from kiosk.domain.moment import Moment
from kiosk.domain.recording import RecordingOrder
from kiosk.wire.version import VERSION

ENCODER = Path("run") / "encoder.json"
"""In the data folder: what the self-test chose for the pictures."""

if TYPE_CHECKING:
    from capture.client import RecorderClient
    from kiosk.domain.receipt import Receipt
    from kiosk.library.library import Library
    from kiosk.ports.backlog import Stretch
    from kiosk.ports.copies import Finished
    from kiosk.ports.station import Snapshot
    from kiosk.runtime.announcer import Announcer
    from kiosk.runtime.keepsakes import Keepsakes
    from kiosk.runtime.rehearsal import Rehearsal
    from kiosk.runtime.station import LocalStation
    from storage.export.exporter import StickExporter
    from storage.privacy.keeping import SqlKeeping
    from storage.station import Storage


@dataclass(frozen=True, slots=True)
class Parts:
    """A station that can run: its memory, its recorder, and the engine behind the screen's door."""

    storage: "Storage"
    recorder: "RecorderClient"
    station: "LocalStation"
    library: "Library"
    exporter: "StickExporter"
    filmed: "Filmed"


@contextmanager
def put_together(folders: Folders, settings: StationSettings) -> Iterator[Parts]:
    """Build and start one station, and take it apart again. Raises what ``plainly`` understands."""
    from capture.client import RecorderClient
    from capture.devices import resolve_auto
    from capture.encoders import recalled
    from capture.exports import Export
    from capture.link import Launch
    from kiosk.coding.local import LocalJudge
    from kiosk.library.library import Library
    from kiosk.ports.station import StationFacts
    from kiosk.runtime.clock import SystemClock
    from kiosk.runtime.handlers import Equipment
    from kiosk.runtime.station import LocalStation
    from storage.backlog import SqlBacklog
    from storage.export.exporter import StickExporter
    from storage.export.outfit import archive_of, local_drives
    from storage.media import bytes_per_hour
    from storage.station import open_station
    from storage.times import now_wall

    with ExitStack() as last:
        last.enter_context(in_charge(folders, settings))
        storage = open_station(folders.data)
        last.callback(storage.close)
        storage.media.remove_temporaries(keep=unfinished_sessions(storage))
        devices = resolve_auto(settings.devices)
        launch = Launch(folders.recorder_socket, ("--station", settings.name), folders.recorder_log)
        recorder = RecorderClient(launch)
        quality, clock, filmed = settings.preset, SystemClock(), what_to_film(settings)
        voice, rehearsal = voice_of(folders, settings), rehearsal_of(folders, settings)
        library = Library(shelves_of(folders, settings), voice)
        library.recall(unfinished_pack(storage))

        def order_for(session: SessionId) -> RecordingOrder:
            folder = str(storage.media.session_folder(session))
            chosen = recalled(quality, folders.data / ENCODER)
            return RecordingOrder(session, folder, settings.name, chosen)

        archive = archive_of(storage, Export, settings.language)
        exporter = StickExporter(archive, local_drives, settings.export_readers)
        station = LocalStation(
            StationFacts(
                settings.name,
                VERSION,
                devices.simulated,
                bytes_per_hour(quality),
                tongue=settings.language,
            ),
            storage.journal,
            Equipment(
                recorder=recorder,
                voice=voice,
                invitations=storage.invitations,
                open_pack=lambda pack: library.open(pack).kept_at_most(settings.keep_days),
                order_for=order_for,
                devices=devices,
                clock=clock,
                judge=LocalJudge(pack_roots(folders, settings)),
                display=filmed.place,
                held=settings.release_start,
                filmed=quality.video,
                microphones=microphones_there,
                announcer=announcer_of(folders, settings),
                rehearsal=rehearsal,
                write_receipt=lambda session: receipt_of(storage, session, settings),
            ),
            storage.staff,
            exporter,
        )
        station.desk = last.enter_context(desk_of(storage, settings.language))
        exporter.report_to(station.engine.post)
        last.callback(exporter.stop)
        station.watch(Attendance().see)
        station.start()
        last.callback(station.stop)
        station.prepare(storage.invitations.packs(now_wall()), library.prepare)
        lock_itself(station, settings)
        backlog = SqlBacklog(storage.database, storage.media)
        for session in backlog.to_finish():  # a disk that was full may have room now
            recorder.finish(order_for(session))
        last.enter_context(working(storage, settings, station, rehearsal))
        yield Parts(storage, recorder, station, library, exporter, filmed)


class Attendance:
    """Who is there, for the log; once they have gone, memory goes back to the system. Engine thread."""

    def __init__(self) -> None:
        self._interviewed = False

    def see(self, snapshot: "Snapshot") -> None:
        """Watch the station."""
        from capture.memory import give_back
        from kiosk.config.log import name_session
        from kiosk.flow.states import Welcome, session_of

        name_session(session_of(snapshot.kiosk.scene) or "")
        welcome = isinstance(snapshot.kiosk.scene, Welcome)
        if welcome and self._interviewed:
            give_back()
        self._interviewed = not welcome


@contextmanager
def in_charge(folders: Folders, settings: StationSettings) -> Iterator[None]:
    """Nobody else uses the data folder, and what happens is written into its log."""
    from kiosk.config.log import set_up_log
    from kiosk.runtime.instance import SingleInstance
    from storage.media import MediaStore

    MediaStore(folders.data).prepare()
    instance = SingleInstance(folders.lock)
    try:
        set_up_log("kiosk", folders.log, settings.name)
        yield
    finally:
        instance.release()


@contextmanager
def working(
    storage: "Storage", settings: StationSettings, station: "LocalStation", rehearsal: "Rehearsal"
) -> Iterator[None]:
    """What is done with answers and recordings in the background, for as long as the block lasts."""
    from capture.clip import clip
    from capture.heard import where_heard
    from kiosk.runtime.afterwards import Afterwards
    from kiosk.runtime.clock import SystemClock
    from kiosk.runtime.keeper import Keeper
    from kiosk.runtime.meanwhile import Meanwhile
    from kiosk.runtime.rewording import Rewording
    from kiosk.runtime.scribe import Scribe
    from storage.backlog import SqlBacklog
    from storage.finished import finished_recordings

    def heard(session: SessionId, began: Moment, ended: Moment) -> Sequence["Stretch"]:
        return where_heard(storage.media.session_folder(session), began, ended)

    gate = gate_of(settings)
    scribe = Scribe(gate, clip, Folders(storage.media.data).hearing)
    backlog = SqlBacklog(storage.database, storage.media)
    keepsakes = keepsakes_of(storage, settings)

    def needed(session: SessionId) -> bool:
        """To be written down, or to make pictures and copies of."""
        folder = storage.media.session_folder(session)
        of_it = (
            one for one in finished_recordings(storage.database, storage.media) if folder in one.file.parents
        )
        unwritten = backlog.to_transcribe() if gate.hears else ()
        return any(map(keepsakes.owes, of_it)) or any(one.job.session == session for one in unwritten)

    workers = (
        Afterwards(backlog, gate, scribe, station.post),
        Meanwhile(scribe, heard, SystemClock(), station.post),
        Rewording(gate, rehearsal, station.post),
        keepsakes,
        Keeper(keeping_of(storage, settings, needed), keepsakes.files, station.post),
    )
    with ExitStack() as last:
        for worker in workers:
            worker.start()
            last.callback(worker.stop)
            station.watch(worker.see)
        yield


def keepsakes_of(storage: "Storage", settings: StationSettings) -> "Keepsakes":
    """What is made of every recording after its interview."""
    from capture.exports import Export
    from capture.thumbnails import write_pictures
    from kiosk.runtime.keepsakes import Keepsakes
    from storage.finished import finished_recordings

    def finished() -> Sequence["Finished"]:
        return finished_recordings(storage.database, storage.media)

    return Keepsakes(finished, write_pictures, Export, *settings.copies)


def receipt_of(storage: "Storage", session: SessionId, settings: StationSettings) -> "Receipt | None":
    """What the candidate takes home; without it the number on the screen has to do."""
    import structlog

    from storage.errors import StorageError
    from storage.privacy.receipts import write_receipt

    try:
        return write_receipt(storage, session, settings.name, settings.language)
    except StorageError as error:
        structlog.get_logger().error("no receipt can be written", session=session, reason=str(error))
        return None


def keeping_of(
    storage: "Storage", settings: StationSettings, needed: Callable[[SessionId], bool]
) -> "SqlKeeping":
    """What becomes of sessions that are over; none is sealed while it is still needed."""
    from storage.privacy.keeping import SealPolicy, SqlKeeping
    from storage.privacy.sealing import check_readers

    check_readers(settings.seal_to)

    policy = SealPolicy(settings.seal_to, timedelta(hours=settings.seal_after_hours), needed)
    return SqlKeeping(storage.database, storage.media, policy)


def room_lacking(settings: StationSettings, storage: "Storage") -> Callable[[], str]:
    """What the disk lacks for the longest installed interview twice; nothing while there is room."""
    from storage.checks import TOO_FEW_HOURS
    from storage.errors import StorageError

    @cache
    def wanted_h() -> float:  # reading every pack takes a while, and nobody waits for the first look
        return max(TOO_FEW_HOURS, longest_interview_s(Folders(storage.media.data), settings) / 3600)

    def lacking() -> str:
        try:
            hours = storage.media.space(settings.preset).hours
        except StorageError as error:
            return str(error)
        wanted = wanted_h()
        return "" if hours >= wanted else f"room for {hours:.1f} hours, {wanted:.1f} are wanted"

    return lacking


def longest_interview_s(folders: Folders, settings: StationSettings) -> float:
    """Of the packs that are installed and without mistakes."""
    from kiosk.packs.errors import PackError
    from kiosk.packs.shelf import available, find

    roots, longest_s = pack_roots(folders, settings), 0.0
    for name in available(roots):
        with suppress(PackError):  # the library names it when it is wanted
            longest_s = max(longest_s, find(name, roots).longest_s)
    return longest_s


@dataclass(slots=True)
class Filmed:
    """What is filmed of the kiosk: its X display; inside a Wayland compositor, which shows X nothing but
    windows, its own window. Nobody else's screen.
    """

    display: str
    windows_only: bool
    window: int = 0
    """As soon as it is known."""

    def place(self) -> str:
        """In the recorder's words; nothing where nothing can or shall be filmed."""
        if not self.windows_only:
            return self.display
        return f"{self.display}#{self.window}" if self.display and self.window else ""


def what_to_film(settings: StationSettings) -> Filmed:
    """The display the kiosk draws on, if it does and may be filmed."""
    on_wayland = bool(os.environ.get("WAYLAND_DISPLAY"))
    drawn_with = os.environ.get("QT_QPA_PLATFORM") or ("wayland" if on_wayland else "xcb")
    may = drawn_with == "xcb" and settings.film_screen and settings.preset.video
    return Filmed(os.environ.get("DISPLAY", "") if may else "", on_wayland)


def microphones_there() -> dict[str, str]:
    """What staff may choose a spare microphone from: how it is named in settings, and its title."""
    from capture.devices import list_microphones

    return {entry.choice: entry.title for entry in list_microphones()}


def announcer_of(folders: Folders, settings: StationSettings) -> "Announcer":
    """Who says what staff write."""
    from kiosk.runtime.announcer import Announcer
    from kiosk.voice.rendered import RenderedVoice

    engine = engine_of(settings)
    return Announcer(folders.messages, lambda folder: RenderedVoice(folder, engine))


def rehearsal_of(folders: Folders, settings: StationSettings) -> "Rehearsal":
    """Where questions are rendered that are worded during an interview."""
    from kiosk.runtime.rehearsal import Rehearsal

    return Rehearsal(folders.follow_ups, lambda folder: rehearsing_voice(folder, settings))


def lock_itself(station: "LocalStation", settings: StationSettings) -> None:
    """Where the settings say so, nobody begins before staff have opened the booth."""
    from kiosk.runtime.lock import LockBetween

    if settings.lock_between:
        station.watch(LockBetween(station.engine.post).see)


def unfinished_sessions(storage: "Storage") -> tuple[SessionId, ...]:
    """The session somebody is in the middle of, if any: its recorder may be alive."""
    from kiosk.flow.recovery import replay
    from kiosk.flow.states import session_of

    session = session_of(replay(storage.journal.unfinished()).scene)
    return (session,) if session else ()


def unfinished_pack(storage: "Storage") -> str:
    """The pack of that session; empty where there is none."""
    from kiosk.flow.recovery import replay
    from kiosk.flow.states import run_of

    run = run_of(replay(storage.journal.unfinished()).scene)
    return run.pack.id if run else ""


@contextmanager
def reading(data: Path | None) -> Iterator["Storage"]:
    """A station's memory, for looking only."""
    from storage.station import open_station

    with plainly():
        storage = open_station(folders_of(data).data, writable=False)
        try:
            yield storage
        finally:
            storage.close()


def self_test(folders: Folders, settings: StationSettings, storage: "Storage") -> tuple[CheckResult, ...]:
    """Every check of every part, in the order a technician would go."""
    from storage.checks import check_all

    return (*check_all(storage, settings.preset), *equipment_test(folders, settings, storage))


def equipment_test(
    folders: Folders, settings: StationSettings, storage: "Storage"
) -> tuple[CheckResult, ...]:
    """Of everything but the station's memory: a second or two that cost the disk nothing."""
    from capture.checks import check_devices, check_encoder, check_ffmpeg
    from capture.devices import StationDevices, resolve_auto
    from kiosk.library.checks import check_packs
    from kiosk.voice.checks import check_voice
    from storage.privacy.checks import check_retention, check_sealing
    from storage.sync.checks import check_server
    from ui.checks import check_display

    return (
        *check_devices(StationDevices(), resolve_auto(settings.devices), settings.preset),
        check_ffmpeg(),
        check_encoder(settings.preset, storage.media.data / ENCODER),
        check_packs(library_of(folders, settings)),
        check_voice(engine_of(settings)),
        speech_check(settings),
        check_display(),
        check_sealing(storage, settings.seal_to),
        check_retention(storage),
        check_server(storage),
    )
