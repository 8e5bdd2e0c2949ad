"""The page of a session as a PDF document."""

import logging
from typing import Any

from fastapi.responses import Response

from server.review.service import Review
from server.times import now
from server.web.dossier import Dossier
from server.web.pages import HEADERS, STATIC, render


def pdf(dossier: Dossier, review: Review) -> Response:
    """The report; it loads nothing, and says who may read what as the page does."""
    style = (STATIC / "page.css").read_text("utf-8")
    html = render("report.html", dossier=dossier, review=review, style=style, made_wall=now())
    name = f"interview_{dossier.view.row.session_id[:8]}.pdf"
    headers = HEADERS | {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(_laid_out(html), headers=headers, media_type="application/pdf")


def _laid_out(html: str) -> bytes:
    """The library is loaded only here: it is large, and few ask for paper."""
    import weasyprint

    # It tells of every line of style that only browsers understand.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    document: bytes = weasyprint.HTML(string=html, url_fetcher=_nothing).write_pdf(pdf_variant="pdf/ua-1")
    return document


def _nothing(url: str, *_: Any, **__: Any) -> dict[str, Any]:
    raise ValueError(f"a report loads nothing, not even {url[:40]!r}")
