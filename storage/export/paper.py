"""The results page on paper: the same document, laid out as PDF without a browser."""

import logging
from pathlib import Path
from typing import Any


def write_pdf(page: str, path: Path) -> None:
    """Print the HTML of a results page; it may load nothing. Raises ``OSError``.

    The library is loaded only here: loading it takes longer than opening a station.
    """
    import weasyprint

    # It tells of every line of style that only browsers understand.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    weasyprint.HTML(string=page, url_fetcher=_nothing).write_pdf(path, pdf_variant="pdf/ua-1")


def _nothing(url: str, *_: Any, **__: Any) -> dict[str, Any]:
    raise ValueError(f"a results page brings everything along and loads nothing, not even {url[:40]!r}")
