"""Everything of one running server, built once and handed to the endpoints."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request
from starlette.requests import HTTPConnection

from kiosk.wire.version import VERSION
from server.access.service import Access
from server.analysis.service import Analysis, Analyst
from server.audit.service import Audit
from server.blobs.folder import FolderBlobs
from server.blobs.s3 import S3Blobs
from server.blobs.store import BlobError, Blobs
from server.compat.service import Conducting
from server.database import Database
from server.errors import SetupError
from server.fairness.service import Counter, Fairness
from server.figures.service import Statistics
from server.files.assembly import Assembly
from server.files.pieces import Pieces
from server.identity.limits import Limits
from server.invitations.service import Invitations
from server.jobs.in_process import InProcessJobs
from server.jobs.on_postgresql import PostgreSQLJobs
from server.jobs.queue import Job, JobKind, Jobs, Work
from server.keeping.service import Keeping
from server.live.hub import Hub
from server.live.service import Live
from server.metrics.service import Metrics
from server.orders.service import StationOrders
from server.packs.service import Packs
from server.partners.service import AssessmentOrders
from server.recordings.service import Uploads
from server.review.service import Reviews
from server.sessions.documents import Documents
from server.sessions.service import Sessions
from server.settings import ServerSettings
from server.signing import ServerKey
from server.sso.service import SingleSignOn
from server.stations.journal import Journals
from server.stations.service import Stations
from server.stations.staff import Staff


@dataclass(frozen=True, slots=True)
class House:
    """The services, and what they stand on."""

    settings: ServerSettings
    database: Database
    blobs: Blobs
    jobs: Jobs
    limits: Limits
    access: Access
    audit: Audit
    stations: Stations
    journals: Journals
    documents: Documents
    pieces: Pieces
    assembly: Assembly
    orders: StationOrders
    live: Live
    hub: Hub
    sessions: Sessions
    invitations: Invitations
    packs: Packs
    staff: Staff
    conducting: Conducting
    uploads: Uploads
    analysis: Analysis
    reviews: Reviews
    keeping: Keeping
    statistics: Statistics
    fairness: Fairness
    assessment_orders: AssessmentOrders
    sso: SingleSignOn
    metrics: Metrics

    def work(self) -> Work:
        """How jobs are done here."""
        work: Work = {
            JobKind.ASSEMBLE: lambda job: self.assembly.assemble(job.subject, job.detail),
            JobKind.MERGE: lambda job: self.uploads.merge(job.subject),
            JobKind.ANALYSE: lambda job: self.analysis.analyse(job.subject),
            JobKind.TELL: lambda job: self.assessment_orders.tell(job.subject),
            JobKind.SWEEP: lambda _: self._sweep(),
            JobKind.SCRUB: lambda _: self._scrub(),
        }
        return {kind: self.metrics.counted(kind, done) for kind, done in work.items()}

    def _sweep(self) -> None:
        self.stations.forget_nonces()
        self.orders.expire_commands()
        self.live.forget_previews()
        if self.settings.s3_direct:
            self.pieces.remove_strays()
        self.keeping.erase_due()
        self.database.scrub()
        for session_id, name in self.assembly.unfinished():
            self.jobs.enqueue(Job(JobKind.ASSEMBLE, session_id, name))
        for session_id in self.uploads.unfinished():
            self.jobs.enqueue(Job(JobKind.MERGE, session_id))
        for session_id in self.analysis.unfinished():
            self.jobs.enqueue(Job(JobKind.ANALYSE, session_id))
        for order_id in self.assessment_orders.due():
            self.jobs.enqueue(Job(JobKind.TELL, order_id))

    def _scrub(self) -> None:
        self.assembly.drop_failed()
        self.assembly.scrub()

    def close(self) -> None:
        """Let go of everything."""
        self.jobs.stop()
        self.blobs.close()
        self.database.close()


def build(
    settings: ServerSettings, data: Path, analyst: Analyst | None = None, counter: Counter | None = None
) -> House:
    """Build a server that keeps its things in ``data``. Raises ``SetupError`` and ``OSError``."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = ServerKey.read(settings.key.get_secret_value()) if settings.key.get_secret_value() else None
    key = key or ServerKey.load_or_create(data)
    database = Database(settings.database or f"sqlite://{data / 'server.db'}")
    try:
        blobs = _blobs(settings, data)
    except BaseException:
        database.close()
        raise
    jobs: Jobs = InProcessJobs() if database.embedded else PostgreSQLJobs(settings.database, database.writer)
    limits = Limits(settings.requests_per_minute, settings.logins_per_minute)
    access = Access(database, limits, settings.login_hours)
    orders, live = StationOrders(database), Live(database)
    sessions = Sessions(database, blobs)
    return House(
        settings=settings,
        database=database,
        blobs=blobs,
        jobs=jobs,
        limits=limits,
        access=access,
        audit=Audit(database),
        stations=Stations(database, key, limits),
        journals=Journals(database, key),
        documents=Documents(database),
        pieces=Pieces(database, blobs, jobs, key, settings.backup_days),
        assembly=Assembly(database, blobs),
        orders=orders,
        live=live,
        hub=Hub(live, orders),
        sessions=sessions,
        invitations=Invitations(database),
        packs=Packs(database, blobs),
        staff=Staff(database),
        conducting=Conducting(database, jobs, limits),
        uploads=Uploads(database, blobs, jobs, settings.most_recording_bytes),
        analysis=Analysis(database, analyst),
        reviews=Reviews(database),
        keeping=Keeping(database, sessions, key, settings.keep_days),
        statistics=Statistics(database),
        fairness=Fairness(database, counter),
        assessment_orders=AssessmentOrders(database, key, settings.public_url),
        sso=SingleSignOn(database, access, key, settings),
        metrics=Metrics(database, data, VERSION),
    )


def _blobs(settings: ServerSettings, data: Path) -> Blobs:
    bucket, _, prefix = settings.objects.removeprefix("s3://").partition("/")
    if settings.objects and not bucket:
        raise SetupError("objects must name a bucket: s3://bucket/prefix")
    try:
        if not settings.objects:
            return FolderBlobs(data / "objects")
        scratch = Path(settings.scratch) if settings.scratch else data
        where = settings.s3_endpoint, settings.s3_region, settings.s3_direct
        return S3Blobs(scratch, bucket, prefix, *where)
    except BlobError as error:
        raise SetupError(str(error)) from error


def house_of(connection: HTTPConnection) -> House:
    """The house that answers this request or WebSocket."""
    found: House = connection.app.state.house
    return found


def _of_request(request: Request) -> House:
    return house_of(request)


InHouse = Annotated[House, Depends(_of_request)]
"""How an endpoint asks for the services."""
