"""The documents point at things that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PROMISED = (
    [f"S{n}" for n in range(1, 106)] + [f"A{n}" for n in range(1, 31)] + [f"N{n}" for n in range(1, 17)]
)


def feature_rows() -> list[list[str]]:
    lines = (ROOT / "docs/features.md").read_text("utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return [row for row in rows if row[0] != "row"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", document.read_text("utf-8"))
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (document.parent / link).exists()] == []


def test_every_promised_feature_has_its_row() -> None:
    assert [row[0] for row in feature_rows()] == PROMISED


def test_a_proven_feature_names_where_it_lives_and_what_proves_it() -> None:
    for name, _what, where, proof in (row for row in feature_rows() if row[3] != "not yet"):
        named = re.findall(r"`([\w./-]+/[\w./-]*)", where + proof)
        assert named, f"{name} names no file"
        assert [path for path in named if not (ROOT / path).exists()] == [], name


def test_every_word_of_make_that_a_document_uses_exists() -> None:
    words = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for document in DOCUMENTS:
        used = re.findall(r"(?:`|^)make ([a-z-]+)", document.read_text("utf-8"), re.MULTILINE)
        assert set(used) <= words, document


def test_every_dependency_has_its_reason() -> None:
    reasons = (ROOT / "docs/decisions/0002-pin-requirements-by-hash.md").read_text("utf-8").lower()
    names = {
        re.split(r"[<>=!~ ;]", line)[0].lower().replace("_", "-")
        for kind in ("runtime", "dev", "bundle", "audit")
        for line in (ROOT / f"requirements/{kind}.in").read_text("utf-8").splitlines()
        if line and not line.startswith(("#", "-r"))
    }
    spelt = {
        name: name.removeprefix("types-").removesuffix("-essentials").removesuffix("-addons")
        for name in names
    }
    assert [name for name, reason in spelt.items() if reason not in reasons] == []
