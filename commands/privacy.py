"""How long sessions are kept, and how they are erased."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from commands.app import KEEPING, AsJson, Data, Language, app
from commands.ledger import Ledger, at_rest
from commands.trouble import plainly
from kiosk.console import print_facts, print_json, refuse, tell
from kiosk.domain.ids import SessionId, short
from kiosk.domain.keeping import ErasureCause

if TYPE_CHECKING:
    from storage.privacy.keeping import SqlKeeping
    from storage.station import Storage

By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who orders it; kept in the journal.")]


@app.command(rich_help_panel=KEEPING)
def erase(
    session: Annotated[str, typer.Argument(metavar="[ID]", help="The session, or its beginning.")] = "",
    code: Annotated[str, typer.Option(help="The delete code from the candidate's receipt.")] = "",
    due: Annotated[bool, typer.Option("--due", help="Everything that is past its days.")] = False,
    pending: Annotated[bool, typer.Option("--pending", help="What was ordered and refused before.")] = False,
    by: By = "",
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Erase sessions: recording, voice, words, programs, scores, key. A signed proof is kept."""
    if [bool(session), bool(code), due, pending].count(True) != 1:
        refuse("please give one of: a session, --code, --due, --pending")
    if session and not by:
        refuse("please say who orders it: --by NAME")
    with at_rest(data) as ledger:
        keeping = _keeping(ledger)
        if code:
            _order(ledger, _of_code(ledger.storage, code), "", ErasureCause.CANDIDATE)
        elif session:
            _order(ledger, ledger.storage.sessions.session(session).summary.id, by, ErasureCause.STAFF)
        for old in keeping.past_their_days() if due else ():
            _order(ledger, old, by, ErasureCause.RETENTION)
        proofs = [_carry_out(ledger, keeping, ordered) for ordered in keeping.ordered()]
    if as_json:
        print_json(proofs)
    elif not proofs:
        tell("There was nothing to erase.")
    for proof in proofs if not as_json else ():
        stores = ", ".join(f"{store} {removed}" for store, removed in proof["stores"].items())
        tell(f"{short(proof['session'])} is erased ({stores}); proof: {proof['file']}")


@app.command(rich_help_panel=KEEPING)
def keep(
    session: Annotated[str, typer.Argument(metavar="ID", help="The session, or its beginning.")],
    by: By,
    reason: Annotated[str, typer.Option(help="Why it must not be erased, for example a dispute.")] = "",
    release: Annotated[bool, typer.Option("--release", help="Let its date count again.")] = False,
    data: Data = None,
) -> None:
    """Keep a session beyond its date, or let the date count again."""
    from kiosk.flow.staff import RetentionLocked, RetentionReleased

    with at_rest(data) as ledger:
        found = ledger.storage.sessions.session(session).summary.id
        if release:
            ledger.write(RetentionReleased(found, by))
        elif not reason:
            refuse("please say why: --reason TEXT")
        else:
            ledger.write(RetentionLocked(found, by, reason))
    tell(f"{short(found)} is {'erased when its days are over' if release else 'kept until it is released'}.")


@app.command(rich_help_panel=KEEPING)
def retention(
    session: Annotated[str, typer.Argument(metavar="ID", help="The session, or its beginning.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Show until when a session is kept, and what became of it."""
    from commands.parts import reading
    from storage.privacy.retention import kept

    with reading(data) as storage:
        facts: dict[str, Any] = kept(storage.database, storage.sessions.session(session).summary.id)
    print_json(facts) if as_json else print_facts(facts)


@app.command(rich_help_panel=KEEPING)
def receipt(
    session: Annotated[str, typer.Argument(metavar="ID", help="The session, or its beginning.")],
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write it as .html or .pdf, to be printed.")
    ] = None,
    language: Language = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Write the candidate's receipt again: what was recorded, until when it is kept, the delete code."""
    from commands.parts import reading
    from kiosk.config.settings import read_settings
    from storage.privacy.paper import print_receipt
    from storage.privacy.receipts import in_tongue, write_receipt

    with reading(data) as storage:
        found = storage.sessions.session(session).summary.id
        settings = read_settings(storage.media.data)
        written = write_receipt(storage, found, settings.name, settings.language)
        if language is not None:
            written = in_tongue(written, language)
        if out is not None:
            print_receipt(written, out)
    if as_json:
        print_json(written)
    else:
        tell(str(out) if out else written.text)


@app.command(rich_help_panel=KEEPING)
def access(
    code: Annotated[str, typer.Option(help="The delete code from the candidate’s receipt proves who asks.")],
    to: Annotated[Path, typer.Option(metavar="DIR", help="An empty folder, for example on their stick.")],
    language: Language = None,
    data: Data = None,
) -> None:
    """Hand a candidate everything the station has of their session, readable by people and by programs."""
    from commands.parts import reading
    from kiosk.config.settings import read_settings
    from storage.privacy.access import write_access_copy

    with reading(data) as storage:
        session = _of_code(storage, code)
        page = write_access_copy(storage, session, to, read_settings(storage.media.data).name, language)
    tell(f"Everything of {short(session)} is in {to}; open {page}")


@app.command("reader", rich_help_panel=KEEPING)
def make_reader(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="A new file, best on a stick of HR’s.")],
    unlocked: Annotated[bool, typer.Option("--unlocked", help="Without a passphrase.")] = False,
) -> None:
    """Make a key for somebody who may read sealed sessions; its public half goes into station.toml."""
    from storage.privacy.readers import new_reader

    passphrase = ""
    if not unlocked:
        passphrase = str(typer.prompt("Passphrase", hide_input=True, confirmation_prompt=True))
    with plainly():
        public = new_reader(out, passphrase)
    tell(f"The private key is in {out}. Who loses it cannot read what was sealed for it: keep a second one.")
    tell(f'station.toml: seal_to = ["{public}"]')


@app.command(rich_help_panel=KEEPING)
def unseal(
    sessions: Annotated[list[str], typer.Argument(metavar="ID…", help="The sessions, or their beginnings.")],
    key: Annotated[Path, typer.Option("--key", metavar="FILE", help="The reader’s private key.")],
    into: Annotated[
        Path,
        typer.Option("--into", metavar="DIR", help="An empty folder: in memory, or on HR’s disk."),
    ],
    data: Data = None,
) -> None:
    """Open sealed sessions into a folder that other commands read with --data DIR."""
    from commands.parts import reading
    from storage.privacy.opening import open_into
    from storage.privacy.readers import read_identity

    with reading(data) as storage:
        identity = read_identity(key, lambda: str(typer.prompt("Passphrase", hide_input=True)))
        found = [storage.sessions.session(session).summary.id for session in sessions]
        open_into(storage, found, identity, into)
    tell(
        f"Open for reading: main.py show ID --data {into}. It lies there readably until main.py wipe {into}."
    )


@app.command(rich_help_panel=KEEPING)
def wipe(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="What main.py unseal made.")],
) -> None:
    """Remove an opened folder so that nothing of it stays on the disk."""
    from storage.privacy.opening import close, is_opened

    if not is_opened(folder):
        refuse(f"{folder} was not made by main.py unseal; nothing was removed.")
    with plainly():
        close(folder)
    tell(f"{folder} is gone.")


def _of_code(storage: "Storage", code: str) -> SessionId:
    from storage.privacy.codes import DeleteCodes
    from storage.signing import StationKey

    codes = DeleteCodes(StationKey.load_or_create(storage.media.data))
    found = codes.session(code, [one.id for one in storage.sessions.list_sessions()])
    if found is None:
        refuse("No session on this station has this delete code.")
    return found


def _order(ledger: Ledger, session: SessionId, by: str, cause: ErasureCause) -> None:
    from kiosk.flow.staff import ErasureOrdered
    from storage.privacy.retention import kept, may_erase

    problem = may_erase(ledger.storage.database, session)
    if problem:
        refuse(problem)
    if not kept(ledger.storage.database, session)["erasure_ordered"]:
        ledger.write(ErasureOrdered(session, by, cause))


def _keeping(ledger: Ledger) -> "SqlKeeping":
    from storage.privacy.keeping import SealPolicy, SqlKeeping

    return SqlKeeping(ledger.storage.database, ledger.storage.media, SealPolicy())


def _carry_out(ledger: Ledger, keeping: "SqlKeeping", session: SessionId) -> dict[str, Any]:
    from kiosk.flow.events import SessionErased
    from kiosk.ports.keeping import KeepingError
    from storage.privacy.proof import keep_proof, proof_of_erasure
    from storage.signing import StationKey

    try:
        ledger.write(SessionErased(session, keeping.erase(session)))
    except KeepingError as error:
        refuse(
            f"{short(session)} is NOT erased yet: {error}."
            " It stays ordered; main.py erase --pending tries again."
        )
    media = ledger.storage.media
    proof = proof_of_erasure(session, ledger.storage.database, StationKey.load_or_create(media.data))
    return {**proof, "file": str(keep_proof(proof, media))}
