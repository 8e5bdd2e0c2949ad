"""The application log: one JSON value a line, kept small, and nothing personal in it.

Every line says when (``timestamp``, UTC), how grave (``level``), what (``event``) and where from: ``process``
and ``station``, ``session`` while an interview goes on, ``request`` where a server answers one. The recorder
writes the same lines without this library, which takes longer to load than a recorder may take to come back:
``capture.log``.
"""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

import structlog
from structlog.typing import EventDict, Processor

from kiosk.domain.bugs import told

MAX_BYTES = 5 * 1024 * 1024
KEPT_FILES = 5
_QUIET = ("alembic", "fontTools", "httpcore2", "httpx2", "weasyprint")
"""Libraries that tell of everything they do."""

_everywhere: dict[str, str] = {}
"""What every line of this process says; there is one log in a process, as there is one ``logging``."""


def set_up_log(process: str, file: Path | None = None, station: str = "") -> None:
    """Have this process's log written to ``file``, rotating; warnings also to the terminal.

    ``process`` names it: ``kiosk``, ``server``. Raises ``OSError``.
    """
    _everywhere.clear()
    _everywhere.update({"process": process, **({"station": station} if station else {})})
    handlers: list[logging.Handler] = [_to_terminal()]
    if file is not None:
        handlers.append(_to_file(file))
    logging.basicConfig(level=logging.INFO, handlers=handlers, force=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def name_session(session: str) -> None:
    """From now on every line is about this session, unless it names another; empty for none."""
    if session:
        _everywhere["session"] = session
    else:
        _everywhere.pop("session", None)


def _origin(_logger: object, _method: str, line: EventDict) -> EventDict:
    for name, value in _everywhere.copy().items():
        line.setdefault(name, value)
    return line


def _library(_logger: object, _method: str, line: EventDict) -> EventDict:
    line["library"] = line["_record"].name
    return line


def _plain_exception(_logger: object, _method: str, line: EventDict) -> EventDict:
    """An exception as ``kiosk.domain.bugs`` tells it."""
    error = line.pop("exc_info", None)
    if isinstance(error, tuple):
        error = error[1]
    if error and not isinstance(error, BaseException):
        error = sys.exc_info()[1]
    if error:
        line["exception"] = told(error)
    return line


_SHARED: tuple[Processor, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    _origin,
    _plain_exception,
)


def _to_file(file: Path) -> logging.Handler:
    file.parent.mkdir(parents=True, exist_ok=True)
    to_file = RotatingFileHandler(file, maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8")
    to_file.setFormatter(_formatter(structlog.processors.JSONRenderer()))
    return to_file


def _to_terminal() -> logging.Handler:
    to_terminal = logging.StreamHandler(sys.stderr)
    to_terminal.setLevel(logging.WARNING)
    to_terminal.setFormatter(_formatter(structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())))
    return to_terminal


def _formatter(last: Processor) -> logging.Formatter:
    """For our lines and for those of libraries that write to ``logging``."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=(_library, *_SHARED),
        use_get_message=False,  # a library's sentence, without what it fills in: that may be somebody's
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
    )
