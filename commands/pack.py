"""Question packs: checked, built, listened to, approved."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from commands.app import BOOTH, AsJson, Data, app, folders_of
from commands.shelves import library_of
from commands.trouble import plainly
from kiosk.config.folders import Folders
from kiosk.config.settings import read_settings
from kiosk.console import print_facts, print_json, refuse, tell
from kiosk.domain.staff import Duty, PinProblem, PinRefused, StaffMember

FAULTY = 1
"""Exit code when a pack has mistakes or may not be asked."""
pack = typer.Typer(help="Question packs: check, build, listen to and approve them.", no_args_is_help=True)
app.add_typer(pack, name="pack", rich_help_panel=BOOTH)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The pack's id: the name of its folder.")]


def demand_right(folders: Folders, name: str, pin: str) -> None:
    """Refuse unless this is the PIN of this person, who may approve questions."""
    from kiosk.runtime.clock import SystemClock, moment
    from storage.station import open_station

    storage = open_station(folders.data)
    try:
        answer = storage.staff.check(name, pin, moment(SystemClock()))
    finally:
        storage.close()
    match answer:
        case StaffMember() if answer.may(Duty.QUESTIONS):
            return
        case StaffMember():
            refuse(f"{name} is {answer.role} here; questions are approved by HR.")
        case PinRefused(problem=PinProblem.WAIT, wait_s=wait_s):
            refuse(f"After so many wrong PINs no other is looked at for {wait_s:.0f} seconds.")
        case PinRefused(problem=PinProblem.LOCKED):
            refuse("After so many wrong PINs this one is locked; main.py staff gives a new one.")
        case PinRefused():
            refuse("This is not the PIN of a member of staff with this name.")


@contextmanager
def shown_progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar for whoever waits, on standard error; to be told how many are done, of how many."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what)
        yield lambda done, of: bar.update(task, completed=done, total=of)


@pack.command("list")
def list_packs(data: Data = None, as_json: AsJson = False) -> None:
    """List the packs of this station and whether they may be asked."""
    with plainly():
        folders = folders_of(data)
        library = library_of(folders, read_settings(folders.data))
        found = [library.standing(name) for name in library.names()]
    if as_json:
        print_json(found)
    else:
        print_facts({one.pack: f"{one.standing}{': ' if one.why else ''}{one.why}" for one in found})


@pack.command()
def validate(
    folder: Annotated[list[Path], typer.Argument(metavar="FOLDER…", help="Folders with a pack.toml.")],
    as_json: AsJson = False,
) -> None:
    """Name every mistake in these packs, each with its file and line."""
    from kiosk.packs.errors import PackErrors
    from kiosk.packs.load import load

    faulty = False
    report = []
    for one in folder:
        try:
            good = load(one)
        except PackErrors as error:
            faulty = True
            report.append({"folder": str(one), "good": False, "mistakes": error.problems})
            text = "\n".join(f"{one}/{mistake}" for mistake in error.problems)
        else:
            report.append({"folder": str(one), "good": True, "mistakes": []})
            text = f"{one}: good, {len(good.questions)} questions in {', '.join(good.languages)}"
        if not as_json:
            tell(text)
    if as_json:
        print_json(report)
    raise typer.Exit(FAULTY if faulty else 0)


@pack.command("import")
def import_questions(
    file: Annotated[Path, typer.Argument(metavar="LIST", help="Questions in a .csv or .md file.")],
    name: Annotated[str, typer.Option("--id", help="What the pack is to be called.")],
    into: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where; otherwise the station's first folder of packs.")
    ] = None,
    language: Annotated[str, typer.Option(help="The language of settings that name none.")] = "en",
    title: Annotated[str, typer.Option(help="What candidates read; otherwise from the list.")] = "",
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Make a pack from a list of questions in CSV or Markdown; every mistake is named with its line."""
    from kiosk.packs.importing import import_list
    from kiosk.packs.load import load
    from kiosk.packs.question_list import Wish

    with plainly():
        where = into or next(iter(read_settings(folders_of(data).data).packs), None)
        if where is None:
            refuse("This station has no folder of packs of its own: name one with --into DIR.")
        folder = import_list(file.absolute(), Wish(name, language, title), where)
        made = load(folder)
    if as_json:
        print_json({"folder": str(folder), "questions": len(made.questions), "languages": made.languages})
    else:
        tell(f"{folder}: {len(made.questions)} questions in {', '.join(made.languages)}")


@pack.command()
def build(name: Name, data: Data = None, as_json: AsJson = False) -> None:
    """Render the voice of a pack once and list every file with its hash."""
    with plainly():
        folders = folders_of(data)
        library = library_of(folders, read_settings(folders.data))
        with shown_progress("speaking") as progress:
            built = library.build(name, progress)
        where = library.folder(name).path
    facts = {
        "pack": built.pack,
        "version": built.version,
        "files": len(built.sources),
        "sounds": len(built.sounds),
        "voices": sorted({f"{one.avatar}: {one.voice}" for one in built.sayings}),
        "manifest_sha256": built.sha256,
        "folder": str(where),
    }
    print_json(facts) if as_json else print_facts(facts)


@pack.command()
def preview(
    name: Name,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where; otherwise beside the station's builds.")
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Write a page on which HR reads and hears every question, with durations, rubric and problems."""
    from kiosk.library.preview import write_preview

    with plainly():
        folders = folders_of(data)
        library = library_of(folders, read_settings(folders.data))
        page = write_preview(library, name, out or folders.data / "previews" / name)
    print_json({"page": str(page)}) if as_json else tell(str(page))


@pack.command()
def approve(
    name: Name,
    by: Annotated[str, typer.Option(help="Who approves: somebody from HR with a PIN of their own.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Approve a pack as it is built: from then on it is asked like this or not at all."""
    pin = typer.prompt("PIN", hide_input=True, err=True)
    with plainly():
        folders = folders_of(data)
        library = library_of(folders, read_settings(folders.data))
        demand_right(folders, by, pin)
        given = library.approve(name, by)
    if as_json:
        print_json({"pack": name, "approval": given})
    else:
        tell(f"{by} approved “{name}” as it is now.\nSHA-256 of its manifest: {given.manifest_sha256}")
