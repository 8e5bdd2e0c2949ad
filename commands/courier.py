"""Putting together who brings the central server what it lacks."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from commands.shelves import pack_roots
from kiosk.console import tell

if TYPE_CHECKING:
    from commands.parts import Parts
    from kiosk.config.folders import Folders
    from kiosk.config.settings import StationSettings
    from kiosk.runtime.beacon import Beacon
    from kiosk.runtime.courier import Courier
    from kiosk.runtime.errands import Errands
    from storage.station import Storage
    from storage.sync.memory import Enrolment


def sync_facts(storage: "Storage") -> dict[str, object]:
    """The line and the queue, for people and programs."""
    from storage.sync.memory import Uploads, enrolment_of, line_state
    from storage.sync.work import work_in

    enrolment = enrolment_of(storage.media.data)
    if enrolment is None:
        return {"server": None}
    state, work = line_state(storage.media.data), work_in(storage.database, Uploads(storage.database).all())
    size_bytes = sum(one.size_bytes for one in work if not one.brought)
    return {
        "server": enrolment.url,
        "station_id": enrolment.station_id,
        "last_contact": state.contact_wall or None,
        "clock_skew_s": state.skew_s,
        "journal_confirmed": state.head_seq,
        "sessions_waiting": sum(one.owed for one in work),
        "bytes_waiting": size_bytes,
        "bytes_per_s": state.bytes_per_s,
        "seconds_left": round(size_bytes / state.bytes_per_s) if state.bytes_per_s else None,
        "confirmed": sum(bool(one.upload.receipt) and not one.owed for one in work),
        "anchored": sum(bool(one.upload.receipt and one.upload.receipt.anchored) for one in work),
        "refused": {one.session: one.upload.parked for one in work if one.upload.parked},
        "trouble": state.trouble or None,
    }


@contextmanager
def sending(parts: "Parts", folders: "Folders", settings: "StationSettings") -> Iterator[None]:
    """The central server is brought what it lacks, and heard, for as long as the block lasts."""
    from storage.export.sending import Outbox
    from storage.sync.memory import enrolment_of

    station, enrolment = parts.station, enrolment_of(folders.data)
    if enrolment is None:
        yield
        return
    courier = courier_of(parts, settings, enrolment)
    errands, beacon = in_touch(parts, folders, settings, enrolment)
    station.sync_with(courier.queue)
    station.watch(courier.see)
    parts.exporter.send_with(Outbox(parts.storage.database, courier))
    with ExitStack() as last:
        last.callback(parts.exporter.send_with, None)
        for worker in (courier, errands, beacon):
            worker.start()
            last.callback(worker.stop)
        yield
    tell_what_is_left(folders)


def tell_what_is_left(folders: "Folders") -> None:
    """Whoever closes a station hears what the server has not got yet: it is only here."""
    from storage.sync.checks import waiting
    from storage.sync.memory import line_state

    state = line_state(folders.data)
    if state.sessions:
        tell(f"Central server: {waiting(state)}. It goes on when the kiosk runs again.")


def courier_of(parts: "Parts", settings: "StationSettings", enrolment: "Enrolment") -> "Courier":
    """Who brings the server what it lacks."""
    from capture.outgoing import SegmentCutter
    from kiosk.runtime.courier import Courier
    from storage.sync.exchange import SendingRules, ServerExchange

    rules = SendingRules(settings.upload_mbit_s * 125_000, *settings.upload_hours)
    cutter = SegmentCutter(parts.storage.media.session_folder)
    exchange = ServerExchange(parts.storage, cutter, enrolment, rules)
    return Courier(exchange, parts.station.engine.post)


def in_touch(
    parts: "Parts", folders: "Folders", settings: "StationSettings", enrolment: "Enrolment"
) -> tuple["Errands", "Beacon"]:
    """Who does what the server orders, and who tells it how the station is."""
    from capture.preview import small_jpeg
    from kiosk.domain.ids import PackId
    from kiosk.packs.received import ReceivedPacks
    from kiosk.runtime.beacon import Beacon
    from kiosk.runtime.errands import Errands
    from kiosk.runtime.remote import RemoteBooth
    from storage.signing import StationKey
    from storage.sync.line import Line, Pace
    from storage.sync.live import LiveSocket
    from storage.sync.orders import ServerOrders

    def prepare(pack: str) -> None:
        station.prepare([PackId(pack)], parts.library.prepare)

    station, key = parts.station, StationKey.load_or_create(folders.data)
    others = [root for root in pack_roots(folders, settings) if root != folders.packs]
    shelf = ReceivedPacks(folders.packs, others, prepare)
    line = Line(enrolment.url, key, Pace(0.0))
    desk = ServerOrders(parts.storage, line, RemoteBooth(station.engine), shelf)
    errands = Errands(desk)
    live = LiveSocket(enrolment.url, key, desk.skew_s)
    return errands, Beacon(live, station, small_jpeg if settings.live_picture else None, errands.notice)
