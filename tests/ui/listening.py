"""Ears at the window: what a screen reader says as somebody goes through an interview with keys alone."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from ui.shell import Shell

ROLES = {
    QAccessible.Role.Button: "button",
    QAccessible.Role.CheckBox: "tick box",
    QAccessible.Role.RadioButton: "choice",
    QAccessible.Role.EditableText: "field",
    QAccessible.Role.ComboBox: "list to choose from",
    QAccessible.Role.Slider: "slider",
}


class Ears:
    """Everything that was announced, and the thing that has the focus after each step."""

    def __init__(self, shell: Shell) -> None:
        self.lines: list[str] = []
        shell.announcer.said.connect(self._hear)

    def step(self, done: str) -> None:
        """What was done, and where the keyboard is now."""
        self.lines.append(f"> {done}")

    def focus(self) -> None:
        """Where the keyboard is, as it is told."""
        now = QApplication.focusWidget()
        if now is not None:
            self.lines.append(f"  [{told(now)}]")

    def _hear(self, words: str) -> None:
        self.lines.extend(f"  {line}" for line in words.splitlines())


def told(widget: QWidget) -> str:
    """Name, role, states and description of a widget, as assistive technology gets them."""
    known = QAccessible.queryAccessibleInterface(widget)
    state = known.state()
    parts = [known.text(QAccessible.Text.Name), ROLES.get(known.role(), "")]
    if known.role() in {QAccessible.Role.CheckBox, QAccessible.Role.RadioButton} or state.checkable:
        parts.append("chosen" if state.checked else "not chosen")
    if state.disabled:
        parts.append("not available")
    parts.append(known.text(QAccessible.Text.Description))
    return ", ".join(part for part in parts if part)
