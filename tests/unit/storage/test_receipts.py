"""The receipt: it tells what was recorded, its code works, and a telephone can read it from the screen."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
import segno
from sqlalchemy import update

from kiosk.domain.consent import Scoring
from kiosk.domain.keeping import ErasureCause
from kiosk.domain.tongue import Tongue
from kiosk.flow.staff import ErasureOrdered
from storage.checkpoints import Checkpoint
from storage.errors import NotFoundError, RefusedError
from storage.privacy.codes import DeleteCodes
from storage.privacy.paper import print_receipt, receipt_page
from storage.privacy.receipts import in_tongue, write_receipt
from storage.signing import StationKey
from storage.station import Storage
from storage.tables import SessionRow
from tests.interviews import SESSION, Interview


def test_it_tells_what_was_recorded_and_until_when_it_is_kept(storage: Storage, interview: Interview) -> None:
    interview.whole()
    receipt = write_receipt(storage, SESSION, "Booth 3")
    assert (receipt.number, receipt.length_s, receipt.sha256) == ("5e5e5e5e", 46.4, "ab" * 32)
    assert (receipt.picture, receipt.sound, len(receipt.gaps)) == (True, True, 2)
    assert receipt.kept_until == "2027-05-19"
    assert "Software scores: no" in receipt.text
    agreed = in_tongue(replace(receipt, scoring=Scoring.AI_AND_HUMAN), Tongue.ENGLISH)
    assert "Software scores: yes" in agreed.text


def test_its_code_is_the_one_that_erases(storage: Storage, interview: Interview) -> None:
    interview.whole()
    codes = DeleteCodes(StationKey.load_or_create(storage.media.data))
    assert codes.session(write_receipt(storage, SESSION, "Booth 3").delete_code, [SESSION]) == SESSION


def test_it_binds_the_journal(storage: Storage, interview: Interview) -> None:
    interview.arrive_and_ask()
    interview.answer_all()
    interview.finish()
    receipt = write_receipt(storage, SESSION, "Booth 3")
    entry = list(storage.journal.entries())[receipt.journal_seq - 1]
    assert (entry.hash, entry.kind) == (receipt.journal_hash, "RecordingFinished")
    (signed,) = storage.journal.checkpoints.all()
    taken_home = Checkpoint(
        receipt.journal_seq, receipt.journal_hash, signed.wall, receipt.station_key, receipt.signature
    )
    assert taken_home.is_genuine


def test_of_an_erased_session_there_is_none(storage: Storage, interview: Interview) -> None:
    interview.whole()
    interview.happen(ErasureOrdered(SESSION, "Sam", ErasureCause.STAFF))
    with pytest.raises(NotFoundError, match="erased"):
        write_receipt(storage, SESSION, "Booth 3")


def test_it_speaks_the_candidates_language(storage: Storage, interview: Interview) -> None:
    interview.whole()
    receipt = in_tongue(write_receipt(storage, SESSION, "Booth 3"), Tongue.GERMAN)
    assert "Aufbewahrt bis 2027-05-19" in receipt.text
    page = receipt_page(receipt)
    assert '<html lang="de" dir="ltr">' in page
    assert "Ihr Löschcode" in page
    assert "19. Mai 2027, dann wird alles gelöscht" in page
    assert "46 Sekunden Bild und Ton" in page
    assert "Kamera ausgefallen bei" in page


def test_a_language_that_papers_do_not_know_gives_way_to_the_stations(
    storage: Storage, interview: Interview
) -> None:
    interview.whole()
    with storage.database.write() as db:
        db.execute(update(SessionRow).values(language="fi"))
    assert write_receipt(storage, SESSION, "Booth 3", Tongue.SPANISH).tongue is Tongue.SPANISH


@pytest.mark.parametrize("tongue", Tongue)
def test_a_camera_reads_it_in_the_smallest_size_that_is_shown(
    tongue: Tongue, storage: Storage, interview: Interview
) -> None:
    interview.whole()
    text = in_tongue(write_receipt(storage, SESSION, "Booth 3 on the second floor"), tongue).text
    code = segno.make_qr(text, error="m", boost_error=False, encoding="utf-8")
    dots = np.array([list(row) for row in code.matrix_iter(border=4)], np.uint8)
    picture = np.kron(1 - dots, np.ones((3, 3), np.uint8)) * 255
    assert cv2.QRCodeDetectorAruco().detectAndDecode(picture)[0] == text


def test_it_is_printed_as_a_page_that_loads_nothing(
    storage: Storage, interview: Interview, tmp_path: Path
) -> None:
    interview.whole()
    receipt = write_receipt(storage, SESSION, "<b>Booth</b>")
    page = receipt_page(receipt)
    assert "&lt;b&gt;Booth" in page
    assert "http" not in page.replace("http-equiv", "").replace("http://www.w3.org/2000/svg", "")
    print_receipt(receipt, tmp_path / "receipt.html")
    assert receipt.delete_code in (tmp_path / "receipt.html").read_text("utf-8")
    with pytest.raises(RefusedError, match="pdf"):
        print_receipt(receipt, tmp_path / "receipt.docx")


@pytest.mark.slow
def test_it_is_printed_as_pdf(storage: Storage, interview: Interview, tmp_path: Path) -> None:
    interview.whole()
    print_receipt(write_receipt(storage, SESSION, "Booth 3"), tmp_path / "receipt.pdf")
    assert (tmp_path / "receipt.pdf").read_bytes().startswith(b"%PDF")
