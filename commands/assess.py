"""Judging again what was judged, and holding the rules to answers whose worth people have written down."""

from pathlib import Path
from typing import Annotated

import typer

from commands.app import ASSETS, RESULTS, AsJson, Data, app, folders_of
from commands.parts import reading
from commands.shelves import pack_roots
from commands.trouble import plainly
from kiosk.config.settings import read_settings
from kiosk.console import print_facts, print_json, refuse, tell

CHANGED = 1
"""Exit code when the scores that are kept are not those that follow from what is kept with them."""


@app.command(rich_help_panel=RESULTS)
def assess(
    session: Annotated[str, typer.Argument(metavar="ID", help="The session, or the beginning of its id.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Judge a session again from its stored inputs, and say whether every byte of the scores is the same."""
    from kiosk.assessment.assess import assess as judge
    from kiosk.assessment.digest import canonical
    from storage.console import scores_line

    with reading(data) as storage:
        kept = storage.sessions.session(session).assessment
        inputs = storage.sessions.inputs(session)
    if kept is None or inputs is None:
        refuse("This session has not been judged yet; the kiosk does that while nobody is interviewed.")
    again = judge(inputs)
    same = canonical(again) == canonical(kept)
    if as_json:
        print_json({"same": same, "kept": kept, "again": again})
    else:
        tell(f"scores: {scores_line(again)}")
        tell(f"scorer: {again.scorer}, inputs SHA-256 {again.inputs_sha256}")
        tell("the same as kept, bit for bit" if same else f"NOT the same as kept: {scores_line(kept)}")
    raise typer.Exit(0 if same else CHANGED)


@app.command("eval", rich_help_panel=RESULTS)
def evaluate_rules(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="PACK.jsonl files with answers and their levels.")
    ] = ASSETS / "eval",
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Hold the scoring rules to answers whose worth people have written down."""
    from kiosk.assessment.evaluation import evaluate, rubric_scorer
    from kiosk.packs.shelf import find

    if not any(folder.glob("*.jsonl")):
        refuse(f"there are no cases (*.jsonl) in {folder}")
    with plainly():
        folders = folders_of(data)
        roots = pack_roots(folders, read_settings(folders.data))
        try:
            report = evaluate(folder, lambda name: find(name, roots), rubric_scorer)
        except (ValueError, KeyError) as error:
            refuse(f"a case in {folder} cannot be read: {error}")
    figures = {
        "answers": len(report.judged),
        "agreement_with_people": round(report.kappa, 3),
        "same_level": round(report.exact, 3),
        "at_most_one_level_apart": round(report.within_one, 3),
        "withheld_rightly": round(report.withheld_rightly, 3),
        "withheld_wrongly": round(report.withheld_wrongly, 3),
        "better_answers_score_higher": round(report.in_order, 3),
        "largest_change_by_injection": report.injection_change,
    }
    print_json(figures) if as_json else print_facts(figures)
