"""Introducing stations, recognising them, freezing them. Any thread may call; raises ``ServerError``."""

from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kiosk.wire.enrolment import Enrol, Enrolled
from kiosk.wire.journal import GENESIS
from kiosk.wire.signing import WINDOW_S, request_bytes
from kiosk.wire.version import OLDEST_PROTOCOL, PROTOCOL, misfit
from server.audit.service import record
from server.database import Database
from server.errors import (
    ConflictError,
    ForbiddenError,
    MalformedError,
    NotFoundError,
    SignedOutError,
    VersionError,
)
from server.identity.limits import Limits
from server.identity.roles import Person
from server.identity.secrets import digest, new_code, new_id, plain_code
from server.orders.service import greet
from server.signing import ServerKey, is_signed_by
from server.stations.nonces import UsedNonces
from server.tables.stations import EnrolmentCodeRow, NonceRow, StationRow, StationStatus
from server.times import later, now, seconds_between

_NONCE_LENGTH = 32
_NEW_SKEW_S = 1.0


@dataclass(frozen=True, slots=True)
class Head:
    """What a request says of itself before its body."""

    method: str
    target: str
    key: str
    time: str
    nonce: str
    digest: str
    signature: str
    protocol: int = 1
    version: str = ""
    """Not signed: what is told wrongly here, the station has only told of itself."""

    def is_signed(self) -> bool:
        """Whether the owner of the key signed exactly this."""
        said = request_bytes(self.method, self.target, self.digest, self.time, self.nonce)
        return is_signed_by(self.key, self.signature, said)


@dataclass(frozen=True, slots=True)
class Station:
    """A station that proved who it is."""

    id: str
    name: str


class Stations:
    """Who is this booth?"""

    def __init__(self, database: Database, key: ServerKey, limits: Limits) -> None:
        self._database = database
        self._key = key
        self._limits = limits
        self._read = UsedNonces()

    # --- introducing -----------------------------------------------------------------------
    def new_code(self, by: Person | str, hours: int = 24) -> str:
        """A code with which one station may introduce itself; told once and kept nowhere."""
        code = new_code()
        row = EnrolmentCodeRow(
            sha256=digest(plain_code(code)),
            created_by=by.name if isinstance(by, Person) else by,
            expires_wall=later(hours=hours),
        )
        with self._database.write() as db:
            db.add(row)
            record(db, by, "enrolment_code_made")
        return code

    def enrol(self, head: Head, asked: Enrol, address: str) -> Enrolled:
        """Let a station in by its code; one that is in already is told the same again."""
        self._limits.code(address)
        self._check(head)
        _check_version(head)
        with self._database.write() as db:
            _use(db, head)
            station = db.scalar(select(StationRow).where(StationRow.public_key == head.key))
            if station is None:
                _spend(db, asked.code)
                station = _new(head, asked)
                db.add(station)
                db.flush()
                greet(db, station.id)
                record(db, asked.name, "station_enrolled", station.id)
        return Enrolled(station_id=station.id, server_key=self._key.public, time=now())

    # --- recognising -----------------------------------------------------------------------
    def recognise(self, head: Head, *, reads: bool = False) -> Station:
        """Which station signed this request, just now and for the first time.

        One that only ``reads`` does not wait for whoever writes on SQLite: its nonce is kept in memory.
        """
        self._check(head)
        if reads and self._database.embedded:
            found = self._recognised_without_writing(head)
        else:
            with self._database.write() as db:
                row = _known(db, head)
                _use(db, head)
                _note(row, head)
                found = Station(row.id, row.name)
        _check_version(head)
        self._limits.request(found.id)
        return found

    def _recognised_without_writing(self, head: Head) -> Station:
        with self._database.read() as db:
            row = _known(db, head)
        self._read.use(head.key, head.nonce, head.time)
        if _has_news(row, head):
            with self._database.write() as db:
                _note(station_row(db, row.id), head)
        return Station(row.id, row.name)

    def _check(self, head: Head) -> None:
        if len(head.nonce) != _NONCE_LENGTH or not head.is_signed():
            raise SignedOutError("the signature does not fit the request", "signature")
        try:
            off_s = abs(seconds_between(now(), head.time))
        except ValueError as error:
            raise MalformedError("the time of the request cannot be read") from error
        if off_s > WINDOW_S:
            raise SignedOutError(
                "the request's time is too far from the server's", "clock", server_time=now()
            )

    # --- looking after ---------------------------------------------------------------------
    def stations(self) -> list[StationRow]:
        """All stations, by name."""
        with self._database.read() as db:
            return list(db.scalars(select(StationRow).order_by(StationRow.name, StationRow.id)))

    def station(self, station_id: str) -> StationRow:
        """One station."""
        with self._database.read() as db:
            return station_row(db, station_id)

    def set_status(self, by: Person, station_id: str, status: StationStatus) -> None:
        """Let a frozen station go on, or listen to one no more."""
        with self._database.write() as db:
            row = station_row(db, station_id)
            if row.status is StationStatus.RETIRED:
                raise ConflictError("a retired station is introduced anew, with a new key")
            row.status = status
            record(db, by, f"station_{status}", station_id)

    def forget_nonces(self) -> None:
        """Nonces whose requests are too old to be sent again."""
        with self._database.write() as db:
            db.execute(delete(NonceRow).where(NonceRow.expires_wall < now()))
        self._read.forget()


def station_row(db: Session, station_id: str, *, lock: bool = False) -> StationRow:
    """A station; locked, nobody else sends in its name meanwhile. Raises ``NotFoundError``."""
    row = db.get(StationRow, station_id, with_for_update=lock, populate_existing=lock)
    if row is None:
        raise NotFoundError("there is no such station")
    return row


def _check_version(head: Head) -> None:
    if why := misfit(head.protocol, OLDEST_PROTOCOL, PROTOCOL):
        raise VersionError(why, oldest=OLDEST_PROTOCOL, newest=PROTOCOL)


def _known(db: Session, head: Head) -> StationRow:
    """The station that has this key, if it is listened to."""
    row = db.scalar(select(StationRow).where(StationRow.public_key == head.key))
    if row is None or row.status is StationStatus.RETIRED:
        raise SignedOutError("this station is not known", "station_unknown")
    if row.status is StationStatus.FROZEN:
        raise ForbiddenError("this station is frozen: two computers use its key", "frozen")
    return row


def _skew_s(head: Head) -> float:
    return round(seconds_between(now(), head.time), 1)


def _has_news(row: StationRow, head: Head) -> bool:
    """Whether the station is something else than what is written of it."""
    version = head.version or row.version
    same = (row.protocol, row.version) == (head.protocol, version)
    return not same or abs(_skew_s(head) - row.skew_s) >= _NEW_SKEW_S


def _note(row: StationRow, head: Head) -> None:
    """What the station is now; written only when it is something else than before."""
    if abs((skew_s := _skew_s(head)) - row.skew_s) >= _NEW_SKEW_S:
        row.skew_s = skew_s
    if row.protocol != head.protocol:
        row.protocol = head.protocol
    if head.version and row.version != head.version:
        row.version = head.version


def _new(head: Head, asked: Enrol) -> StationRow:
    return StationRow(
        id=new_id(),
        public_key=head.key,
        protocol=head.protocol,
        name=asked.name,
        version=asked.version,
        status=StationStatus.ACTIVE,
        enrolled_wall=now(),
        journal_hash=GENESIS,
    )


def _use(db: Session, head: Head) -> None:
    """A nonce counts once."""
    row = NonceRow(public_key=head.key, nonce=head.nonce, expires_wall=later(seconds=2 * WINDOW_S))
    try:
        with db.begin_nested():
            db.add(row)
    except IntegrityError as error:
        raise SignedOutError("this request was sent before", "replayed") from error


def _spend(db: Session, code: str) -> None:
    spent = (
        update(EnrolmentCodeRow)
        .where(
            EnrolmentCodeRow.sha256 == digest(plain_code(code)),
            EnrolmentCodeRow.used_wall.is_(None),
            EnrolmentCodeRow.expires_wall > now(),
        )
        .values(used_wall=now())
        .returning(EnrolmentCodeRow.sha256)
    )
    if db.execute(spent).first() is None:
        raise ForbiddenError("the code is wrong, used or too old", "code")
