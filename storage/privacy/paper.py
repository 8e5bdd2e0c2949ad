"""A receipt to print or to save: one page, HTML or PDF, that loads nothing."""

from pathlib import Path

import segno
from markupsafe import Markup

from kiosk.domain.consent import Scoring
from kiosk.domain.receipt import Receipt
from storage.errors import RefusedError, plain_errors
from storage.export.page import templates
from storage.export.paper import write_pdf
from storage.export.tongue import speaking
from storage.privacy.receipts import what_of

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
    """The page in the receipt's language; its style is inside it."""
    code = segno.make_qr(receipt.text, error="m", encoding="utf-8").svg_inline(border=4, omitsize=True)
    with speaking(receipt.tongue):
        return (
            templates(ASSETS)
            .get_template("receipt.html.j2")
            .render(
                receipt=receipt,
                what=what_of(receipt),
                code=Markup(code),  # noqa: S704 - drawn by the library from dots
                software_scores=receipt.scoring is Scoring.AI_AND_HUMAN,
            )
        )
