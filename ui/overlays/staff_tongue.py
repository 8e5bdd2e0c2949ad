"""The language that staff are spoken to in: theirs, whatever the candidate chose."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from kiosk.domain.tongue import Tongue
from ui.layout import Column
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.tongue.names import language_name
from ui.tongue.spoken import speak_to_staff, spoken_to_staff
from ui.widgets.button import Button, QuietButton, wide
from ui.widgets.text import Text


def tongue_button(wanted: Callable[[], None]) -> QuietButton:
    """Names the language spoken now, in its own words; ``wanted`` is called when somebody wants another."""
    name = language_name(spoken_to_staff())
    button = QuietButton(name, Icon.GLOBE)
    button.setObjectName("language")
    button.setAccessibleName(_words("Language: {name}").format(name=name))
    button.clicked.connect(wanted)
    return button


class TongueChoice(Column):
    """A button a language; touching one is all it takes, and whoever speaks to staff hears of it from Qt."""

    def __init__(self, done: Callable[[], None]) -> None:
        """``done`` is called when nobody wants another language after all."""
        super().__init__(gap=1)
        self.add(Text(_words("Which language would you like?"), Type.LEAD))
        for tongue in Tongue:
            self.add(self._button(tongue, done))

    def _button(self, tongue: Tongue, done: Callable[[], None]) -> Button:
        present = tongue is spoken_to_staff()
        button = QuietButton(language_name(tongue), Icon.CHECK if present else None)
        button.setObjectName(f"speak-{tongue}")
        button.clicked.connect(done if present else lambda: speak_to_staff(tongue))
        return wide(button)


def _words(source: str) -> str:
    return QCoreApplication.translate("StaffTongue", source)
