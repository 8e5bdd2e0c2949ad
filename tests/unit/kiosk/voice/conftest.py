"""A machine without a voice engine."""

from pathlib import Path

import pytest


@pytest.fixture
def no_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The loader finds a broken library first, as after a torn installation."""
    libraries = tmp_path / "libraries"
    libraries.mkdir()
    for name in ("libespeak-ng.so.1", "libespeak.so.1"):
        (libraries / name).write_bytes(b"not a library")
    monkeypatch.setenv("LD_LIBRARY_PATH", str(libraries))
