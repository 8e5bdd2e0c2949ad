"""A receipt to print or to save: one page, HTML or PDF, that loads nothing."""

from pathlib import Path

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kiosk.domain.consent import Scoring
from kiosk.domain.receipt import Receipt
from storage.errors import RefusedError, plain_errors
from storage.export.paper import write_pdf

ASSETS = Path(__file__).parents[2] / "assets" / "receipt"


def print_receipt(receipt: Receipt, file: Path) -> None:
    """Write it as what the file's ending says. Raises ``StorageError``."""
    page = receipt_page(receipt)
    with plain_errors(file):
        match file.suffix.lower():
            case ".html":
                file.write_text(page, "utf-8")
            case ".pdf":
                write_pdf(page, file)
            case _:
                raise RefusedError("a receipt is written as .html or as .pdf")


def receipt_page(receipt: Receipt) -> str:
    """The page; its style is inside it."""
    templates = Environment(loader=FileSystemLoader(ASSETS), autoescape=True, undefined=StrictUndefined)
    code = segno.make_qr(receipt.as_text(), error="m").svg_inline(border=4, omitsize=True)
    return templates.get_template("receipt.html.j2").render(
        receipt=receipt,
        code=Markup(code),  # noqa: S704 - drawn by the library from dots
        software_scores=receipt.scoring is Scoring.AI_AND_HUMAN,
        lost_s=sum(gap.length_s for gap in receipt.gaps),
    )
