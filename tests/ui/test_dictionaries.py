"""Every word the screen says is in every dictionary, and nothing is said past them."""

import ast
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.tongue import Tongue
from tests import wordings
from ui.screens.consent import NOTICE_VERSION
from ui.tongue.collect import of_tongue, written
from ui.tongue.dictionary import file_of, read_entries
from ui.tongue.said import UI, everything, said_in
from ui.tongue.spoken import STAFFS

SAYINGS = everything()
FOREIGN = [tongue for tongue in Tongue if tongue is not Tongue.ENGLISH]
PLACEHOLDER = re.compile(r"\{[^}]*\}|%n")

SHOWN_TO_NOBODY = {
    "gallery.py",  # for people who develop
    "pictures.py",
    "desk_pictures.py",
    "staff_pictures.py",
    "samples.py",
    "still.py",
    "still_board.py",
    "still_dossier.py",
    "scripted.py",
    "virtual_display.py",
    "checks.py",  # the self-test speaks English, as the command line does
    "names.py",  # every language in its own words
    "dialects.py",  # programming languages
    "fonts.py",  # typefaces
    "drawing.py",  # mistakes in a picture file
    "said.py",  # names of contexts
    "collect.py",  # a program for developers
    "spoken.py",  # how dates are written
}
STAFFS_FILES = {
    *("act_form", "pin_pad", "place", "staff_acts", "staff_entry", "staff_panel", "staff_tongue"),
    *("staff_window", "status"),
}
UNSPOKEN = ("setObjectName", "findChild", "findChildren", "getattr", "error", "warning", "info")


@pytest.mark.parametrize("tongue", FOREIGN)
def test_every_string_is_translated(tongue: Tongue) -> None:
    entries = read_entries(file_of(tongue))
    assert [s for s in of_tongue(SAYINGS, tongue) if not all(entries.get((s.context, s.source), ("",)))] == []


@pytest.mark.parametrize("tongue", Tongue)
def test_a_dictionary_holds_what_is_said_and_nothing_else(tongue: Tongue) -> None:
    file = file_of(tongue)
    assert file.read_text("utf-8") == written(tongue, of_tongue(SAYINGS, tongue), read_entries(file)), (
        "run: make words"
    )


@pytest.mark.parametrize("tongue", FOREIGN)
def test_a_translation_keeps_what_is_filled_in(tongue: Tongue) -> None:
    for (context, source), forms in read_entries(file_of(tongue)).items():
        for form in forms:
            assert sorted(PLACEHOLDER.findall(form)) == sorted(PLACEHOLDER.findall(source)), (context, source)


@pytest.mark.parametrize("tongue", Tongue)
def test_what_is_counted_has_a_form_for_one_and_one_for_many(tongue: Tongue) -> None:
    entries = read_entries(file_of(tongue))
    counted = [entries[saying.context, saying.source] for saying in SAYINGS if saying.counted]
    assert counted
    assert all(len(set(forms)) == 2 for forms in counted)


def test_nothing_is_said_outside_the_dictionaries() -> None:
    found = [place for file in sorted(UI.rglob("*.py")) for place in unspoken_for(file)]
    assert found == []


def test_the_contexts_that_are_said_to_staff_are_those_of_their_files() -> None:
    """What staff read must not follow the candidate's language, nor what candidates read the staff's."""
    theirs: set[str] = set()
    others: set[str] = set()
    for file in sorted(UI.rglob("*.py")):
        contexts = {saying.context for saying in said_in(ast.parse(file.read_text("utf-8")))}
        (theirs if file.stem in STAFFS_FILES else others).update(contexts)
    assert theirs - {"ToCandidate"} == STAFFS
    assert not theirs & others


def test_words_outside_the_dictionaries_are_seen() -> None:
    said = 'class A:\n    def f(self):\n        return Text("Good day"), self.tr("Good night"), {"Late": 1}'
    assert [word for _, word in wordings.in_module(ast.parse(said), translates)] == ["Good day", "Late"]


def unspoken_for(file: Path) -> Iterator[str]:
    if file.name not in SHOWN_TO_NOBODY:
        for line, words in wordings.in_module(ast.parse(file.read_text("utf-8")), translates):
            yield f"{file.relative_to(UI)}:{line}: {words!r}"


def translates(name: str) -> bool:
    return name in {"tr", "translate", "_words", "_count", "_fault", "_to_candidate", *UNSPOKEN}


def test_other_words_in_the_notice_are_another_version() -> None:
    """Whoever changes them in any language names a new version, and writes down here what it reads."""
    words = [f"{s.source}" for s in SAYINGS if s.context == "ConsentScreen"]
    for tongue in FOREIGN:
        entries = read_entries(file_of(tongue))
        words += [entries["ConsentScreen", s.source][0] for s in SAYINGS if s.context == "ConsentScreen"]
    read = hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]
    assert (NOTICE_VERSION, read) == ("2026-11-c", "d28b3eeaaf1958d6")
