"""Handing interviews on, and checking what was handed on."""

from pathlib import Path
from typing import Annotated

import typer

from commands.app import AsJson, app
from commands.trouble import plainly
from kiosk.console import print_json, tell

CHANGED = 1
"""Exit code when a bundle is not what its station wrote."""


@app.command()
def verify(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The folder that was exported.")],
    key: Annotated[str, typer.Option(metavar="HEX", help="The public key its station must have.")] = "",
    as_json: AsJson = False,
) -> None:
    """Check every byte of an exported folder: name what was changed, what is missing, what was added."""
    from storage.export import verify as bundles

    with plainly():
        found = bundles.verify(path, key)
    if as_json:
        print_json(found)
    else:
        for finding in found.findings:
            tell(f"{finding.flaw}: {finding.file}")
        for journal in found.journal_breaks:
            tell(f"entries do not hold together: {journal}")
        tell(f"{found.files} files listed, {len(found.findings)} not as they should be")
        tell(f"signature: {bundles.SEALS[found.seal]}")
        if found.signer:
            tell(f"signed by the station with the public key {found.signer}")
        tell("unchanged" if found.ok else "NOT what the station wrote")
    raise typer.Exit(0 if found.ok else CHANGED)
