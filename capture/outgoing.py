"""Recordings as the server is offered them, while they grow and when they are finished."""

from collections.abc import Callable, Sequence
from pathlib import Path

from capture.folder import SessionFolder
from capture.pieces import Piece, list_path, pieces_of, read_pieces
from kiosk.domain.ids import SessionId
from kiosk.domain.recording import Recording


class SegmentCutter:
    """Implements ``kiosk.ports.sync.Cutter``. Any thread may call."""

    def __init__(self, folder_of: Callable[[SessionId], Path]) -> None:
        self._folder_of = folder_of

    def growing(self, session: SessionId) -> Sequence[tuple[str, Piece]]:
        """See ``Cutter``."""
        place = SessionFolder(self._folder_of(session))
        return [
            (str(segment.relative_to(place.path)), piece)
            for segment in map(place.segment, place.segments())
            for piece in read_pieces(list_path(segment))
        ]

    def finished(self, session: SessionId, recording: Recording) -> Sequence[Piece]:
        """See ``Cutter``."""
        return pieces_of(SessionFolder(self._folder_of(session)), recording)
