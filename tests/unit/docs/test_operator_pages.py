"""The operator's pages say what the program says."""

import re

from docs.operator.render import PAGE, page, title
from docs.operator.steps import STEPS
from kiosk.domain.faults import CATALOGUE, FaultCode


def test_the_troubleshooting_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: make docs"


def test_every_fault_has_its_section() -> None:
    headings = re.findall(r"^## (.+)$", page(), re.MULTILINE)
    assert headings == [title(code) for code in CATALOGUE]
    assert set(CATALOGUE) == set(FaultCode) == set(STEPS)


def test_a_section_that_a_fault_points_at_exists() -> None:
    pointed_at = {
        name
        for entry in CATALOGUE.values()
        for name in re.findall(r"“([^”]+)” in the operator.s guide", entry.texts.what_to_do)
    }
    assert pointed_at <= {title(code) for code in CATALOGUE}
    assert pointed_at
