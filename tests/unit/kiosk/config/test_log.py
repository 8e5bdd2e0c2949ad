"""The application log is written for programs and read by people in trouble."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from kiosk.config.log import name_session, set_up_log
from storage.errors import DamagedError
from tests.logs import lines_of, log_in


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    with log_in(tmp_path / "log" / "kiosk.log") as file:
        yield file


def test_a_line_is_one_json_value_that_says_where_it_comes_from(file: Path) -> None:
    structlog.get_logger().info("camera found", reason="Logitech C920")
    logging.getLogger("uvicorn.error").info("Started server process [%d]", 7)
    ours, theirs = lines_of(file)
    assert (ours["event"], ours["reason"], ours["level"]) == ("camera found", "Logitech C920", "info")
    assert (ours["process"], ours["station"]) == ("kiosk", "Booth 7")
    assert ours["timestamp"].endswith("Z")
    assert ours.keys() - {"reason"} == theirs.keys() - {"library"}, "what a library says has the same shape"
    assert (theirs["library"], theirs["event"]) == ("uvicorn.error", "Started server process [%d]")


def test_what_is_said_during_an_interview_names_its_session(file: Path) -> None:
    log = structlog.get_logger()
    name_session("5e" * 16)
    log.info("the disk is slow")
    log.info("a session was sealed", session="07" * 16)
    name_session("")
    log.info("all is well")
    assert [line.get("session") for line in lines_of(file)] == ["5e" * 16, "07" * 16, None]


def test_of_a_foreign_exception_the_kind_and_the_places_are_told_and_not_its_words(file: Path) -> None:
    try:
        try:
            {"Anna": 1}["Berta"]
        except KeyError as error:
            raise DamagedError("the tables are damaged") from error
    except DamagedError:
        structlog.get_logger().exception("no session can be listed")
        logging.getLogger("asyncio").exception("a callback failed")
    for line in lines_of(file):
        told = line["exception"]
        assert "KeyError\n" in told
        assert "DamagedError: the tables are damaged" in told
        assert "test_log.py:" in told
        assert "Berta" not in json.dumps(line)


def test_only_what_matters_reaches_the_terminal(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    log = structlog.get_logger()
    log.info("all is well")
    log.warning("the disk is nearly full")
    shown = capsys.readouterr()
    assert shown.out == "", "there programs read what was asked for"
    assert "nearly full" in shown.err
    assert "all is well" not in shown.err


def test_without_a_file_the_terminal_alone_is_told(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    set_up_log("command")
    structlog.get_logger().warning("journal caught up from its copies")
    assert "caught up" in capsys.readouterr().err
    assert file.read_text("utf-8") == ""
