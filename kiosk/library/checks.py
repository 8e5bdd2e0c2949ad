"""The question packs' line in the self-test."""

from kiosk.domain.checks import CheckResult, Verdict
from kiosk.library.library import Library, Standing

NAME = "Packs"
_REFUSED = (Standing.CHANGED, Standing.FAULTY)


def check_packs(library: Library) -> CheckResult:
    """How many packs may be asked, and which may not. Reads every pack, and no sound."""
    found = [library.standing(name) for name in library.names()]
    refused = [one for one in found if one.standing in _REFUSED]
    good, approved = len(found) - len(refused), sum(one.standing is Standing.APPROVED for one in found)
    finding = f"{good} may be asked, {approved} of them approved"
    if not refused:
        return CheckResult(NAME, Verdict.GOOD, finding)
    names = ", ".join(f"{one.pack} ({one.standing})" for one in refused)
    return CheckResult(NAME, Verdict.WARNING, f"{finding}; not {names}", "main.py pack list says why.")
