"""The command line itself, and what every command takes."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.config.folders import Folders, default_data
from kiosk.domain.tongue import Tongue

ROOT = Path(__file__).resolve().parent.parent
MAIN = ROOT / "main.py"
ASSETS = ROOT / "assets"

app = typer.Typer(
    help="An open interview station: it asks, records and keeps. A good first command: main.py selftest",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)

BOOTH, RESULTS, KEEPING = "At the booth", "Results, for HR", "Keeping, sealing and erasing"
CENTRE, TOOLS = "The central server", "Tools for technicians"
"""The headings under which ``--help`` lists the commands."""

Language = Annotated[
    Tongue | None, typer.Option(help="Of the document; without it the station's, or the candidate's own.")
]
Data = Annotated[Path | None, typer.Option("--data", metavar="DIR", help="Everything the station keeps.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def folders_of(data: Path | None) -> Folders:
    """The folders of the station that was asked for."""
    return Folders((data or default_data()).expanduser().absolute())
