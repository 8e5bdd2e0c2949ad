"""The application log: JSON lines in the data folder, no personal data, kept small."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

import structlog

MAX_BYTES = 5 * 1024 * 1024
KEPT_FILES = 5


def set_up_log(file: Path, *, verbose: bool = False) -> None:
    """Write to ``file``, rotating; warnings also to the terminal. Raises ``OSError``."""
    file.parent.mkdir(parents=True, exist_ok=True)
    to_file = RotatingFileHandler(file, maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8")
    to_file.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ]
        )
    )
    to_terminal = logging.StreamHandler(sys.stderr)
    to_terminal.setLevel(logging.INFO if verbose else logging.WARNING)
    to_terminal.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processor=structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
        )
    )
    logging.basicConfig(level=logging.INFO, handlers=[to_file, to_terminal], force=True)
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
