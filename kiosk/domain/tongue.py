"""The languages that a station's screens and papers speak."""

from enum import StrEnum

from kiosk.domain.pack import Language


class Tongue(StrEnum):
    """A language the station knows; the value is its tag. Packs may ask their questions in others as well."""

    ENGLISH = "en"
    GERMAN = "de"
    SPANISH = "es"


def tongue_for(language: Language) -> Tongue | None:
    """The tongue for a pack's language (``de-AT`` is German); ``None`` where the station has none for it."""
    return next((tongue for tongue in Tongue if language.split("-")[0] == tongue), None)
