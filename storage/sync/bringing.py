"""Bringing one piece: to the server, or into its object store itself where the server says so."""

import structlog

from kiosk.ports.sync import AwayError, RefusedError, SentPiece
from kiosk.wire.pieces import Place, Wanted
from storage.sync.line import Line

log = structlog.get_logger()


class Bringer:
    """Owned by one thread; raises ``SyncError``."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._direct = True

    def begin_round(self) -> None:
        """Ask anew where pieces are to go."""
        self._direct = True

    def bring(self, session: str, piece: SentPiece, data: bytes) -> None:
        """The server has it when this returns. A store out of reach is left alone for this round."""
        if self._direct and self._put(session, piece, data):
            return
        try:
            self._line.bring(f"/sessions/{session}/pieces/{piece.sha256}", data)
        except RefusedError as error:
            if error.code == "damaged":  # what left here was sound: it was hashed just now
                raise AwayError("a piece was damaged on its way") from error
            raise

    def _put(self, session: str, piece: SentPiece, data: bytes) -> bool:
        """Whether it went straight into the store."""
        wanted = Wanted(sha256=piece.sha256, length=piece.length)
        url = self._line.ask("POST", f"/sessions/{session}/pieces/place", Place, wanted).url
        self._direct = url is not None
        if url is None:
            return False
        try:
            self._line.put_elsewhere(url, data)
            self._line.tell("POST", f"/sessions/{session}/pieces/brought", wanted)
        except (AwayError, RefusedError) as error:
            log.warning("the object store cannot be reached from here", reason=str(error))
            self._direct = False
        return self._direct
