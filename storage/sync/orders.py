"""What the server wants of this station: fetched, carried out, reported; until then it is told again."""

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog
from sqlalchemy import select

from kiosk.domain.ids import SessionId
from kiosk.domain.keeping import ErasureCause
from kiosk.domain.masks import STAFF_REASONS, Device, MaskReason
from kiosk.domain.standing import OVER
from kiosk.flow.events import Event
from kiosk.flow.staff import (
    EndRequested,
    ErasureOrdered,
    HelpAnswered,
    MaskRequested,
    MessageSent,
    PauseRequested,
    ResumeRequested,
    StartRecordingRequested,
    StopRecordingRequested,
)
from kiosk.ports.packs import PackRefusedError, PackShelf
from kiosk.ports.sync import AwayError, Booth
from kiosk.ports.sync import RefusedError as ServerRefusesError
from kiosk.wire import orders as wire
from kiosk.wire.orders import CommandKind, Order, Orders, Outcome, Report
from storage.errors import RefusedError, StorageError
from storage.station import Storage
from storage.sync.commands import Commands
from storage.sync.line import Line
from storage.tables import KeepingRow, SessionRow
from storage.times import instant

log = structlog.get_logger()


def _mask_reason(told: str) -> MaskReason:
    """The one that was chosen; a server that is older or newer may tell none that is known here."""
    return MaskReason(told) if told in STAFF_REASONS else MaskReason.OTHER


_EVENTS: dict[CommandKind, Callable[[str, str], Event]] = {
    CommandKind.START_RECORDING: lambda by, _: StartRecordingRequested(by),
    CommandKind.STOP_RECORDING: StopRecordingRequested,
    CommandKind.CAMERA_ON: lambda by, _: MaskRequested(Device.CAMERA, None, by),
    CommandKind.CAMERA_OFF: lambda by, why: MaskRequested(Device.CAMERA, _mask_reason(why), by),
    CommandKind.MICROPHONE_ON: lambda by, _: MaskRequested(Device.MICROPHONE, None, by),
    CommandKind.MICROPHONE_OFF: lambda by, why: MaskRequested(Device.MICROPHONE, _mask_reason(why), by),
    CommandKind.PAUSE: PauseRequested,
    CommandKind.RESUME: lambda by, _: ResumeRequested(by),
    CommandKind.MESSAGE: lambda by, text: MessageSent(by, aloud=False, text=text),
    CommandKind.ANSWER_HELP: lambda by, _: HelpAnswered(by),
    CommandKind.END: EndRequested,
}


class ServerOrders:
    """Implements ``kiosk.ports.live.OrderDesk``."""

    def __init__(self, storage: Storage, line: Line, booth: Booth, shelf: PackShelf) -> None:
        self._storage, self._line, self._booth, self._shelf = storage, line, booth, shelf
        self._commands = Commands(storage.database)

    def attend(self) -> None:
        """See ``OrderDesk``."""
        told = self._line.ask("GET", "/orders", Orders)
        self._line.hear_time(told.time)
        for order in told.orders:
            try:
                report = self._carried_out(order)
            except StorageError as error:
                raise AwayError(f"the station cannot do what was ordered: {error}") from error
            if report is not None:
                self._line.tell("POST", f"/orders/{order.id}", report)

    def close(self) -> None:
        """See ``OrderDesk``."""
        self._line.close()

    def skew_s(self) -> float:
        """How far the server's clock is ahead. Any thread."""
        return self._line.skew_s

    def _carried_out(self, order: Order) -> Report | None:
        """What became of it; ``None`` while it is not done yet."""
        log.info("an order of the server", kind=order.task.kind)
        if isinstance(order.task, wire.Command):
            return self._once(order.id, order.task)
        try:
            match order.task:
                case wire.Invite() as task:
                    self._invite(task)
                case wire.WithdrawInvitation(invitation_id=invitation):
                    self._storage.invitations.withdraw(invitation)
                case wire.SetStaff(name=name, pin_hash=str(pin_hash)):
                    self._storage.staff.admit(name, pin_hash)
                case wire.SetStaff(name=name):
                    self._storage.staff.dismiss(name)
                case wire.Erase(candidate_id=candidate):
                    return Report(outcome=Outcome.DONE) if self._erased(candidate) else None
                case wire.OfferPack() | wire.WithdrawPack() if self._booth.session() is not None:
                    return None  # whoever is here is asked what they were asked before
                case wire.OfferPack() as task:
                    self._fetch(task)
                case wire.WithdrawPack(pack_id=pack):
                    self._shelf.withdraw(pack)
        except (RefusedError, PackRefusedError, ServerRefusesError) as error:
            return _refused(str(error))
        except OSError as error:
            raise AwayError(f"the station cannot keep what was ordered: {error.strerror}") from error
        return Report(outcome=Outcome.DONE)

    def _invite(self, task: wire.Invite) -> None:
        self._storage.invitations.take(
            task.invitation_id,
            (task.candidate_id, task.candidate_name),
            task.code_sha256,
            task.pack_id,
            (task.valid_from, task.valid_until),
        )

    def _fetch(self, task: wire.OfferPack) -> None:
        if self._shelf.has(task.pack_id, task.sha256):
            return
        with tempfile.TemporaryDirectory(prefix="pack-") as folder:
            archive = Path(folder) / "pack.zip"
            if self._line.fetch(f"/packs/{task.sha256}", archive, task.size_bytes) != task.sha256:
                raise AwayError("a pack was damaged on its way")
            self._shelf.put(task.pack_id, task.sha256, archive)

    def _erased(self, candidate: str) -> bool:
        """Order what is left of a person; whether every store is clear.

        What runs, or is kept by somebody here, is ordered when it is over or released; until then the
        server is not answered.
        """
        chosen = (
            select(
                SessionRow.id,
                SessionRow.status,
                KeepingRow.kept_by,
                KeepingRow.ordered_wall,
                KeepingRow.erased_wall,
            )
            .outerjoin(KeepingRow, KeepingRow.session_id == SessionRow.id)
            .where(SessionRow.candidate_id == candidate)
        )
        with self._storage.database.read() as db:
            found = list(db.execute(chosen))
        for session, status, kept_by, ordered, _ in found:
            if ordered is None and kept_by is None and status in OVER:
                self._booth.note(ErasureOrdered(SessionId(session), "", ErasureCause.SERVER))
        if any(erased is None for *_, erased in found):
            return False
        self._storage.invitations.forget(candidate)
        return True

    def _once(self, order: str, task: wire.Command) -> Report:
        """Written down before it is done: a command that was begun is never begun again."""
        if (report := self._commands.report(order)) is not None:
            return report
        self._commands.keep(order, _INTERRUPTED)
        report = self._commanded(task)
        self._commands.keep(order, report)
        return report

    def _commanded(self, task: wire.Command) -> Report:
        if datetime.now(UTC) + timedelta(seconds=self._line.skew_s) > instant(task.expires):
            return Report(outcome=Outcome.EXPIRED)
        if task.session_id is not None and task.session_id != self._booth.session():
            return _refused("another interview is running, or none")
        if not self._booth.act(_EVENTS[task.command](task.by, task.reason)):
            return _refused("this cannot be done now")
        return Report(outcome=Outcome.DONE)


_INTERRUPTED = Report(outcome=Outcome.FAILED, detail="the station stopped meanwhile; its journal knows")


def _refused(why: str) -> Report:
    return Report(outcome=Outcome.REFUSED, detail=why)
