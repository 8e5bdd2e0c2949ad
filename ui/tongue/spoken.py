"""What the application speaks now, kept with the application like its theme. Qt thread only.

It speaks two tongues: one to candidates, which every sentence is in unless it is said to staff, and one to
staff. Who is spoken to shows in a string's context, so that both may stand on screens side by side.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from kiosk.domain.tongue import Tongue
from ui.tongue.dictionary import Dictionary, file_of, read_entries

LOCALES = {Tongue.ENGLISH: "en_GB", Tongue.GERMAN: "de_DE", Tongue.SPANISH: "es_ES"}
"""How each tongue writes numbers, dates and times."""

STAFFS = frozenset(
    {
        *("ActForm", "PinPad", "StaffActs", "StaffEntry", "StaffPanel", "StaffPlace", "StaffTongue"),
        *("StaffWindow", "StatusList"),
    }
)
"""The contexts that staff alone read. What they share with candidates is said within :func:`to_staff`."""

_DICTIONARY, _TONGUE = "dictionary", "tongue"


class _ToStaff(QTranslator):
    """Asked before the candidates' dictionary; silent unless staff are spoken to."""

    def __init__(self) -> None:
        super().__init__()
        self.tongue = Tongue.ENGLISH
        self.dictionary: Dictionary | None = None
        self.listening = False
        """Whether all that is said now is said to staff."""

    def isEmpty(self) -> bool:
        """It knows what the staff's dictionary knows."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """What the staff's dictionary says; the source stands where it has nothing, not another tongue."""
        if context not in STAFFS and not self.listening:
            return None
        dictionary = self.dictionary
        found = dictionary.translate(context, source, disambiguation, n) if dictionary else None
        return source if found is None else found


_to_staff = _ToStaff()


def speak(tongue: Tongue) -> None:
    """Words, numbers and dates in this tongue from now on; what is on the screen has to be made anew."""
    locale = QLocale(LOCALES[tongue])
    QLocale.setDefault(locale)
    _application().setProperty(_TONGUE, str(tongue))
    wear(dictionary_of(tongue), locale.textDirection())


def spoken() -> Tongue:
    """What is spoken now."""
    return Tongue(_application().property(_TONGUE) or Tongue.ENGLISH)


def speak_to_staff(tongue: Tongue) -> None:
    """Staff are spoken to in this tongue from now on; their windows hear of it as of any other language."""
    _to_staff.tongue = tongue
    wear_for_staff(dictionary_of(tongue))


def spoken_to_staff() -> Tongue:
    """What is spoken to staff now."""
    return _to_staff.tongue


@contextmanager
def to_staff() -> Iterator[None]:
    """Whatever is said inside is said to staff: shared sentences, numbers and dates as well."""
    locale, before = QLocale(), _to_staff.listening
    _to_staff.listening = True
    QLocale.setDefault(QLocale(LOCALES[spoken_to_staff()]))
    try:
        yield
    finally:
        _to_staff.listening = before
        QLocale.setDefault(locale)


def wear_for_staff(dictionary: Dictionary) -> None:
    """Ask this dictionary for staff."""
    _to_staff.dictionary = dictionary
    _put_on_top(_application())


def wear(dictionary: Dictionary, direction: Qt.LayoutDirection) -> None:
    """Ask this dictionary and no other, and let lines begin where its readers begin."""
    app = _application()
    app.setLayoutDirection(direction)
    before = app.property(_DICTIONARY)
    if before is dictionary:
        return
    app.setProperty(_DICTIONARY, dictionary)
    app.installTranslator(dictionary)
    if isinstance(before, Dictionary):
        app.removeTranslator(before)
    _put_on_top(app)


def _put_on_top(app: QApplication) -> None:
    """Qt asks whoever was installed last first."""
    app.removeTranslator(_to_staff)
    app.installTranslator(_to_staff)


@cache
def dictionary_of(tongue: Tongue) -> Dictionary:
    """A tongue's dictionary, read once. Any thread."""
    return Dictionary(read_entries(file_of(tongue)))


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
