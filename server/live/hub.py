"""The stations that are connected to this copy of the server, and what they said last.

Whatever the number of stations, the tables see one statement a second for all states and one for all orders.
"""

import asyncio
from dataclasses import dataclass, field

import structlog
from fastapi.concurrency import run_in_threadpool

from kiosk.wire.live import LiveState
from server.live.service import Live
from server.orders.service import StationOrders

log = structlog.get_logger()

FLUSH_S = 1.0


@dataclass(slots=True, eq=False)
class Line:
    """One station's connection. Event loop only."""

    station_id: str
    state: LiveState | None = None
    """Not yet in the table."""
    preview: bytes | None = None
    orders: int = 0
    """How many wait for the station, as it was told last."""
    watched: bool = False
    """Whether somebody looks at its picture."""
    refused: bool = False
    """Whether the station was frozen or retired meanwhile."""
    news: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when ``orders`` grew, ``watched`` changed, or it is ``refused``."""


class Hub:
    """Owned by the event loop; only ``_flush`` works in a thread."""

    def __init__(self, live: Live, orders: StationOrders, flush_s: float = FLUSH_S) -> None:
        self._live = live
        self._orders = orders
        self._flush_s = flush_s
        self._lines: dict[str, Line] = {}

    def connect(self, station_id: str) -> Line:
        """A station is there; an older connection of it counts no more."""
        line = Line(station_id)
        self._lines[station_id] = line
        return line

    def disconnect(self, line: Line) -> None:
        """A connection ended."""
        if self._lines.get(line.station_id) is line:
            del self._lines[line.station_id]

    async def run(self) -> None:
        """Until cancelled: states to the table, orders to the stations."""
        while True:
            await asyncio.sleep(self._flush_s)
            try:
                await self.exchange()
            except Exception:
                log.exception("states of stations could not be kept")

    async def exchange(self) -> None:
        """One round."""
        lines = list(self._lines.values())
        if not lines:
            return
        states = {line.station_id: line.state for line in lines if line.state is not None}
        previews = {line.station_id: line.preview for line in lines if line.preview is not None}
        for line in lines:
            line.state = line.preview = None
        stations = [line.station_id for line in lines]
        heard = await run_in_threadpool(self._live.listened_to, stations)
        for line in lines:
            if line.station_id not in heard:
                line.refused = True
                line.news.set()
        states = {station: state for station, state in states.items() if station in heard}
        previews = {station: picture for station, picture in previews.items() if station in heard}
        waiting, watched = await run_in_threadpool(self._flush, states, previews, stations)
        for line in lines:
            count, seen = waiting.get(line.station_id, 0), line.station_id in watched
            if count > line.orders or seen != line.watched:
                line.news.set()
            line.orders, line.watched = count, seen

    def _flush(
        self, states: dict[str, LiveState], previews: dict[str, bytes], stations: list[str]
    ) -> tuple[dict[str, int], set[str]]:
        watched = self._live.keep(states, previews)
        return self._orders.waiting(stations), watched
