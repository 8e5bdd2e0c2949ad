"""Where the pictures lie: the ``assets`` folder beside the packages, in a checkout and when installed."""

from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "assets"
