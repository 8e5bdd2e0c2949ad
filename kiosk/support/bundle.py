"""Writing a support bundle: one ZIP, a page to read first, then a file for every section and every log."""

import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.bugs import told
from kiosk.support.cover import Cover
from kiosk.support.logs import excerpt
from kiosk.support.section import Answers
from kiosk.support.summary import summary_page

SUMMARY = "00-summary.html"


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that is told of a station."""

    station: str
    version: str
    made: str
    """When, for people."""
    answers: Sequence[Answers]
    logs: Sequence[Path]


def write_bundle(case: Case, out: Path, cover: Cover) -> None:
    """Write the ZIP. Raises ``OSError``."""
    texts = dict(_texts(case))
    folder = out.stem
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        page = summary_page(case.station, case.version, case.made, case.answers, tuple(texts))
        for name, text in {SUMMARY: page, **texts}.items():
            archive.writestr(f"{folder}/{name}", cover.over(text))


def _texts(case: Case) -> list[tuple[str, str]]:
    return [
        *(
            (f"{number:02d}-{one.section.name}.json", _json(one))
            for number, one in enumerate(case.answers, 1)
        ),
        *((f"logs/{log.name}.jsonl", _log(log)) for log in case.logs),
    ]


def _json(answers: Answers) -> str:
    told = {**answers.facts, **({"trouble": answers.troubles} if answers.troubles else {})}
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _log(file: Path) -> str:
    try:
        found = excerpt(file)
    except OSError as error:
        return json.dumps({"trouble": told(error)}) + "\n"
    lines = found.lines
    if found.left_out:
        note = {"left_out": found.left_out, "because": "no lines of this program's log"}
        lines = (json.dumps(note), *lines)
    return "".join(f"{line}\n" for line in lines)
