"""What people are given: an invitation that the kiosk can read."""

import threading

import numpy as np
import numpy.typing as npt

from capture.scanner import CodeScanner
from capture.sources import CameraFrame
from commands.people import qr_code

CODE = "K7QF-2MXP-9RTD"
DOT = 6
LONG_S = 20.0


def shown_to_a_camera(code: str) -> CameraFrame:
    """A 1280x720 picture, held up against something grey."""
    dots = np.array([list(row) for row in qr_code(code).matrix_iter(border=4)], np.uint8)
    paper = np.kron(1 - dots, np.ones((DOT, DOT), np.uint8)) * 255
    planes: npt.NDArray[np.uint8] = np.full((1080, 1280), 128, np.uint8)
    planes[200 : 200 + len(paper), 300 : 300 + len(paper)] = paper
    return CameraFrame(planes, captured_ns=0, sequence=1)


def test_the_camera_reads_the_qr_code_of_an_invitation() -> None:
    seen: list[str] = []
    told = threading.Event()

    def hear(code: str) -> None:
        seen.append(code)
        told.set()

    scanner = CodeScanner(lambda: shown_to_a_camera(CODE), hear)
    scanner.switch(True)
    told.wait(LONG_S)
    scanner.switch(False)
    assert seen[0] == CODE
