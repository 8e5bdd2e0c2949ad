"""What the candidate takes home from the last screen."""

import time
from collections.abc import Iterator

import cv2
import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sitting
from ui.samples import RECEIPT, StillStation, kiosks
from ui.widgets.qr_code import QrCode

SCENES = dict(kiosks())


@pytest.fixture
def at_the_end(qtbot: QtBot) -> Iterator[Sitting]:
    with sitting(qtbot, StillStation(SCENES["thanks"], time.monotonic())) as person:
        for _ in range(3):
            person.bridge.tick()
            qtbot.wait(1)
        yield person


def test_the_delete_code_and_the_date_are_in_words(at_the_end: Sitting) -> None:
    seen = " ".join(at_the_end.sees())
    assert RECEIPT.delete_code in seen
    assert "19 May 2027" in seen


def test_a_camera_reads_the_receipt_from_the_screen(at_the_end: Sitting) -> None:
    code = at_the_end.shell.findChild(QrCode)
    assert isinstance(code, QrCode)
    assert code.accessibleName()
    picture = at_the_end.shell.grab().toImage().convertToFormat(code.grab().toImage().Format.Format_RGB888)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    seen = rows[:, : picture.width() * 3].reshape(picture.height(), picture.width(), 3)
    assert cv2.QRCodeDetectorAruco().detectAndDecode(np.ascontiguousarray(seen))[0] == RECEIPT.text


def test_without_a_receipt_the_number_has_to_do(qtbot: QtBot) -> None:
    with sitting(qtbot, StillStation(SCENES["thanks-in-parts"], time.monotonic())) as person:
        person.bridge.tick()
        code = person.shell.findChild(QrCode)
        assert isinstance(code, QrCode)
        assert not code.isVisible()
        assert RECEIPT.delete_code not in " ".join(person.sees())
