"""What a candidate takes home: what was recorded, for how long it is kept, and the means to end that."""

from dataclasses import dataclass

from kiosk.domain.consent import Scoring
from kiosk.domain.ids import SessionId, short
from kiosk.domain.recording import Gap
from kiosk.domain.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Receipt:
    """It names nobody: whoever holds it may ask about the session and have it erased."""

    session: SessionId
    station: str
    began_wall: str
    picture: bool
    sound: bool
    length_s: float
    """Of the recording; 0 where there is none."""
    sha256: str
    """Of the recording; empty where there is none."""
    gaps: tuple[Gap, ...]
    scoring: Scoring | None
    """Who looks at the answers first; ``None`` where nothing was agreed to."""
    kept_until: str
    """A date, ``2027-05-19``."""
    delete_code: str
    journal_seq: int
    """The journal had this entry when the receipt was made, with ``journal_hash``."""
    journal_hash: str
    station_key: str
    """The station's public key, base64."""
    signature: str
    """The station's for the journal so far, base64 (``storage.checkpoints``)."""
    tongue: Tongue
    """The candidate's."""
    text: str
    """A line for each fact in that language, for a QR code: read by any telephone, without a network."""

    @property
    def number(self) -> str:
        """What people call the session."""
        return short(self.session)
