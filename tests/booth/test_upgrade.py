"""A newer package: refused while somebody is interviewed, and then nothing of theirs is lost."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.booth.guest import Guest, until
from tests.booth.images import install_words
from tests.booth.machine import PACKAGES, ROOT
from tests.booth.sitting import ask, invite, somebody_at, talk

pytestmark = pytest.mark.booth

NEWER = "99.0"
START_S = 900
INSTALL_S = 3600


@pytest.fixture(scope="module")
def newer() -> Iterator[Path]:
    """A package like the one that is installed, of a later version."""
    subprocess.run([ROOT / "packaging/package.sh", NEWER], check=True)
    (made,) = PACKAGES.glob(f"interview-kiosk_{NEWER}_*.deb")
    folder = PACKAGES / "newer"
    folder.mkdir(exist_ok=True)
    yield made.rename(folder / made.name)
    shutil.rmtree(folder)


def test_an_upgrade_waits_for_the_end_of_an_interview_and_keeps_it(guest: Guest, newer: Path) -> None:
    talk(guest)
    with somebody_at(guest) as sitting:
        sitting.hands.arrive(invite(guest))
        refused = guest.attempt(install_words(newer))
        assert refused.returncode != 0
        assert "Somebody is being interviewed" in refused.stdout + refused.stderr
        sitting.hands.review()
        sitting.hands.end()
    before = ask(guest, "sessions")
    assert len(before) == 1
    guest.run(install_words(newer), INSTALL_S)
    assert guest.run("dpkg-query --show --showformat='${Version}' interview-kiosk") == NEWER
    assert ask(guest, "sessions") == before
    assert "chain OK" in guest.run("interview-kiosk journal")
    until(lambda: ask(guest, "status")["kiosk"] == "running", "the kiosk runs again", START_S)
