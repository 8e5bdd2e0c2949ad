"""Writes the operator's troubleshooting page from the catalogue of faults: ``make docs``."""

from pathlib import Path

from docs.operator.steps import STEPS
from kiosk.domain.faults import CATALOGUE, FaultCode, FaultEntry, Owner, Severity

PAGE = Path(__file__).with_name("troubleshooting.md")

_INTRODUCTION = """\
# Troubleshooting

Every fault that a station can report, by the name that the log and the journal use. The first three lines
of each are what the screen says; the steps are for staff. `main.py` stands for `.venv/bin/python main.py`.
This page is made by `make docs` from `kiosk/domain/faults.py` and `docs/operator/steps.py`.

What a fault does to an interview:

"""

_EFFECTS = {
    Severity.NOTE: "the interview goes on; the fact is kept",
    Severity.INTERRUPT: "the candidate's clock stops until the fault is cleared",
    Severity.BLOCK: "no interview starts; the clock of a running one stops until the fault is cleared",
}

_OWNERS = {
    Owner.NOBODY: "nobody: the station helps itself",
    Owner.PROCTOR: "the proctor",
    Owner.TECHNICIAN: "the technician",
}


def title(code: FaultCode) -> str:
    """The heading of a code: ``journal_damaged`` is “Journal damaged”."""
    return code.value.replace("_", " ").capitalize()


def _section(code: FaultCode, entry: FaultEntry) -> str:
    steps = "".join(f"{number}. {step}\n" for number, step in enumerate(STEPS[code], 1))
    return f"""
## {title(code)}

`{code}` · {entry.severity}: {_EFFECTS[entry.severity]} · who acts: {_OWNERS[entry.owner]}

* What happened: {entry.texts.what_happened}
* What is safe: {entry.texts.what_is_safe}
* What to do: {entry.texts.what_to_do}

{steps}"""


def page() -> str:
    """Give the whole page as Markdown."""
    effects = "".join(f"* **{severity}**: {effect}\n" for severity, effect in _EFFECTS.items())
    return _INTRODUCTION + effects + "".join(_section(code, entry) for code, entry in CATALOGUE.items())


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
