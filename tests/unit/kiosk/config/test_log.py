"""The application log is written for programs and read by people in trouble."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from kiosk.config.log import set_up_log


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """A log of its own; afterwards logging is as it was."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    root.handlers[:] = []
    yield tmp_path / "log" / "kiosk.log"
    for handler in root.handlers:
        handler.close()
    root.handlers[:] = before
    root.setLevel(level)
    structlog.reset_defaults()


def test_a_line_is_one_json_value_with_its_time_and_its_cause(file: Path) -> None:
    set_up_log(file)
    log = structlog.stdlib.get_logger()
    log.info("camera found", camera="Logitech C920")
    try:
        raise ValueError("no such pack")
    except ValueError:
        log.exception("pack has mistakes")
    first, second = map(json.loads, file.read_text("utf-8").splitlines())
    assert (first["event"], first["camera"], first["level"]) == ("camera found", "Logitech C920", "info")
    assert first["timestamp"].endswith("Z")
    assert "ValueError: no such pack" in second["exception"]


def test_only_what_matters_reaches_the_terminal(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_log(file)
    log = structlog.stdlib.get_logger()
    log.info("all is well")
    log.warning("the disk is nearly full")
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "nearly full" in shown.err
    assert "all is well" not in shown.err
