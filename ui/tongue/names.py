"""Every language's name in its own words."""

from kiosk.domain.pack import Language

ENDONYMS: dict[Language, str] = {
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "it": "Italiano",
    "nl": "Nederlands",
    "pl": "Polski",
    "pt": "Português",
    "tr": "Türkçe",
}


def language_name(language: Language) -> str:
    """A language in its own words; its tag where we do not know them."""
    return ENDONYMS.get(language, language)
