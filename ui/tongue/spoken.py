"""What the application speaks now, kept with the application like its theme. Qt thread only."""

from functools import cache

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from kiosk.domain.tongue import Tongue
from ui.tongue.dictionary import Dictionary, file_of, read_entries

LOCALES = {Tongue.ENGLISH: "en_GB", Tongue.GERMAN: "de_DE", Tongue.SPANISH: "es_ES"}
"""How each tongue writes numbers, dates and times."""

_DICTIONARY, _TONGUE = "dictionary", "tongue"


def speak(tongue: Tongue) -> None:
    """Words, numbers and dates in this tongue from now on; what is on the screen has to be made anew."""
    locale = QLocale(LOCALES[tongue])
    QLocale.setDefault(locale)
    _application().setProperty(_TONGUE, str(tongue))
    wear(dictionary_of(tongue), locale.textDirection())


def spoken() -> Tongue:
    """What is spoken now."""
    return Tongue(_application().property(_TONGUE) or Tongue.ENGLISH)


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


@cache
def dictionary_of(tongue: Tongue) -> Dictionary:
    """A tongue's dictionary, read once. Any thread."""
    return Dictionary(read_entries(file_of(tongue)))


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
