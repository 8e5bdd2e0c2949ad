"""A small pack on disk that has no mistakes, for tests that put one in."""

from collections.abc import Callable
from pathlib import Path

import pytest

GOOD = """\
id = "small"
version = "1.0"
languages = ["en", "de"]

[title]
en = "Small"
de = "Klein"

[[questions]]
id = "first"
kind = "general"
avatar = "mira"
answer_limit_s = 60
text.en = "How are you?"
text.de = "Wie geht es Ihnen?"

[[questions]]
id = "second"
kind = "coding"
avatar = "jonas"
answer_limit_s = 300
problem = "riddle"
[questions.text]
en = "Solve the riddle."
de = "Lösen Sie das Rätsel."
"""

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a ``pack.toml`` beside the riddle's statements and returns the pack's folder."""

    def into_folder(toml: str) -> Path:
        folder = tmp_path / "small"
        (folder / "problems").mkdir(parents=True, exist_ok=True)
        for language in ("en", "de"):
            (folder / "problems" / f"riddle.{language}.md").write_text(f"# Riddle ({language})\n")
        (folder / "pack.toml").write_text(toml)
        return folder

    return into_folder


@pytest.fixture
def good() -> str:
    """The text of a pack without mistakes."""
    return GOOD
