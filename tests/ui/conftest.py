"""What holds for every test of the screen: the next one finds it speaking English."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.domain.tongue import Tongue
from ui.tongue.spoken import speak, speak_to_staff


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    """Speak English again, whatever a test has spoken."""
    yield
    if isinstance(QApplication.instance(), QApplication):
        speak(Tongue.ENGLISH)
        speak_to_staff(Tongue.ENGLISH)
