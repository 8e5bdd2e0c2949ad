"""The sound of one answer lies on the disk only while it is being heard."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from kiosk.assessment.gate import Gate
from kiosk.domain.consent import Consent, Scoring
from kiosk.domain.pack import Language
from kiosk.domain.transcript import Origin, Version, Word
from kiosk.ports.backlog import Stretch
from kiosk.ports.transcriber import TranscriberError
from kiosk.runtime.scribe import Scribe

STRETCHES = (Stretch(Path("/none"), 0.0, 1.0),)


class Listener:
    """Hears what lies in the file it is given, unless it is broken."""

    name = "listener"

    def __init__(self, *, broken: bool = False) -> None:
        self.broken = broken

    def transcribe(self, sound: Path, language: Language) -> Version:
        if self.broken:
            raise TranscriberError("nothing is understood")
        return Version(Origin.RECOGNISED, self.name, language, (Word(sound.read_text(), 0.0, 0.5, 0.9),))

    def close(self) -> None:
        """Nothing is held."""


def speak(_stretches: Sequence[Stretch], out: Path) -> None:
    out.write_text("Hello.")


@pytest.mark.parametrize("broken", [False, True])
def test_nothing_of_an_answer_stays_once_it_was_heard(broken: bool, tmp_path: Path) -> None:
    folder = tmp_path / "hearing"
    scribe = Scribe(Gate(Listener(broken=broken)), speak, folder)
    consent = Consent(Scoring.AI_AND_HUMAN, "1")
    if broken:
        with pytest.raises(TranscriberError):
            scribe.write(STRETCHES, "en", consent)
    else:
        written = scribe.write(STRETCHES, "en", consent)
        assert written is not None
        assert written.text == "Hello."
    assert list(folder.iterdir()) == []


def test_what_a_power_cut_left_is_removed_at_the_next_start(tmp_path: Path) -> None:
    folder = tmp_path / "hearing"
    (folder / "cut-off").mkdir(parents=True)
    (folder / "cut-off" / "answer.wav").write_text("Hello.")
    Scribe(Gate(None), speak, folder)
    assert not folder.exists()
