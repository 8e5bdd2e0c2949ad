"""What a candidate takes home: what was recorded, for how long it is kept, and the means to end that."""

from dataclasses import dataclass

from kiosk.domain.consent import Scoring
from kiosk.domain.ids import SessionId, short
from kiosk.domain.recording import Gap


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

    @property
    def number(self) -> str:
        """What people call the session."""
        return short(self.session)

    def as_text(self) -> str:
        """A line for each fact, for a QR code: read by any telephone, without a network."""
        minutes, seconds = divmod(round(self.length_s), 60)
        ai = "yes" if self.scoring is Scoring.AI_AND_HUMAN else "no"
        lost_s = sum(gap.length_s for gap in self.gaps)
        lines = (
            f"Interview receipt {self.number}",
            f"Station {self.station}, {self.began_wall[:16].replace('T', ' ')} UTC",
            f"Recorded {minutes}:{seconds:02d} ({self._what()}), gaps {len(self.gaps)} ({lost_s:.0f} s)",
            f"Software scores: {ai}",
            f"Kept until {self.kept_until}",
            f"Delete code {self.delete_code}",
            f"SHA-256 {self.sha256 or '-'}",
            f"Journal {self.journal_seq} {self.journal_hash}",
            f"Signed {self.signature}",
        )
        return "\n".join(lines)

    def _what(self) -> str:
        parts = [name for name, there in (("picture", self.picture), ("sound", self.sound)) if there]
        return " and ".join(parts) if parts and self.length_s else "nothing"
