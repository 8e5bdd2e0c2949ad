"""The first page of a support bundle: what is wrong, at a glance, and where the rest stands."""

from collections.abc import Iterator, Sequence
from html import escape

from kiosk.domain.checks import Verdict
from kiosk.support.section import Answers

CHECKS = "self-test"
"""The section whose answers are lines of the self-test."""
_WORDS = {Verdict.GOOD: "good", Verdict.WARNING: "look", Verdict.BAD: "bad"}
_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2430}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #d5dae0}
.bad{color:#a11a1a;font-weight:600}.warning{color:#8a5a00;font-weight:600}.good{color:#1d6b3a}
small,.quiet{color:#5a6472}pre{white-space:pre-wrap;font-size:.85rem}
"""


def summary_page(
    station: str, version: str, made: str, answers: Sequence[Answers], files: Sequence[str]
) -> str:
    """The page, complete in itself."""
    name = escape(station)
    return "".join(
        (
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">',
            f"<title>Support bundle of {name}</title><style>{_STYLE}</style></head><body>",
            f"<h1>Support bundle of {name}</h1><p>Version {escape(version)}, made {escape(made)}. ",
            "It names no candidate and holds no answer, recording, PIN or key.</p>",
            *_checks(answers),
            *_troubles(answers),
            "<h2>In this bundle</h2><ul>",
            *(f'<li><a href="{escape(file)}">{escape(file)}</a></li>' for file in files),
            "</ul></body></html>\n",
        )
    )


def _checks(answers: Sequence[Answers]) -> Iterator[str]:
    lines = [line for one in answers if one.section.name == CHECKS for line in one.facts.values()]
    found = [line for line in lines if isinstance(line, dict) and "verdict" in line]
    gravest_first = sorted(found, key=lambda line: list(_WORDS)[::-1].index(Verdict(line["verdict"])))
    yield "<h2>Self-test</h2><table>"
    for line in gravest_first:
        verdict = Verdict(line["verdict"])
        to_do = f"<br><small>{escape(line['to_do'])}</small>" if line["to_do"] else ""
        yield f'<tr><td class="{verdict}">{_WORDS[verdict]}</td><th scope="row">{escape(line["name"])}</th>'
        yield f"<td>{escape(line['finding'])}{to_do}</td></tr>"
    yield "</table>"


def _troubles(answers: Sequence[Answers]) -> Iterator[str]:
    """What has the same cause stands in one line."""
    asked: dict[str, list[str]] = {}
    for one in answers:
        for name, why in one.troubles.items():
            asked.setdefault(why.splitlines()[-1], []).append(f"{one.section.title}: {name}")
    if not asked:
        return
    yield "<h2>What could not be found out</h2><table>"
    for why, names in asked.items():
        yield f"<tr><td>{escape(why)}<br><small>{escape(', '.join(names))}</small></td></tr>"
    yield "</table>"
