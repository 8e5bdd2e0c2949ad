"""Opens the test interview with its code, lets a person do the rest, and leaves when they are through."""

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton

from kiosk.domain.faults import Fault
from kiosk.flow.states import EnteringCode, Welcome
from ui.shell import Shell
from ui.widgets.code_field import CodeField

LOOK_MS = 200
PATIENCE_S = 60.0
"""How long a booth that cannot begin may take to mend itself, or staff to unlock it."""


class TrialVisit:
    """Types ``code`` on the code screen. What it cannot begin it gives up, with exit code 1."""

    def __init__(self, code: str) -> None:
        self._code, self._typed, self._begun = code, False, False
        self.faults: tuple[Fault, ...] = ()
        """What was wrong in the end."""

    def sit_down(self, shell: Shell, leave: Callable[[int], None]) -> None:
        """Begin on this window."""
        self._shell, self._leave = shell, leave
        shell.let_close()
        self._give_up_s = time.monotonic() + PATIENCE_S
        self._clock = QTimer(shell, interval=LOOK_MS)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def _look(self) -> None:
        scene = self._shell.kiosk.scene
        if isinstance(scene, Welcome):
            if self._begun:
                self._end(0)
            elif time.monotonic() > self._give_up_s:
                self._end(1)
            else:
                self._press("begin")
            return
        if isinstance(scene, EnteringCode) and not self._typed:
            field = self._shell.findChild(CodeField)
            if isinstance(field, CodeField):
                field.show_code(self._code)
                self._typed = self._press("continue")
        self._begun = True

    def _press(self, name: str) -> bool:
        screen = self._shell.screen_now
        button = screen.findChild(QAbstractButton, name) if screen else None
        if not isinstance(button, QAbstractButton) or not button.isEnabled():
            return False
        button.click()
        return True

    def _end(self, code: int) -> None:
        self._clock.stop()
        self.faults = self._shell.kiosk.faults
        self._leave(code)
