"""The kiosk's own arithmetic as the server's fairness board."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from commands.desk_tools import GROUPS, groups_in
from kiosk.assessment.fairness import board
from kiosk.domain.fairness import Held, Met, Pair, Pool
from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.plain import as_mapping
from kiosk.domain.standing import FinalStatus
from server.fairness.service import Counter, Facts


def counter_of(folder: Path) -> Counter:
    """Counts with the groups of people who chose to say, from ``groups.csv`` in the server's folder."""

    def count(facts: Facts) -> Mapping[str, Any]:
        groups = groups_in(folder / GROUPS)
        return as_mapping(board(_pool(facts, groups)))

    return count


def _pool(facts: Facts, groups: Mapping[SessionId, Mapping[str, str]]) -> Pool:
    return Pool(
        held=tuple(
            Held(SessionId(session), FinalStatus(decision), overall, groups.get(SessionId(session), {}))
            for session, decision, overall in facts.held
        ),
        met=tuple(Met(QuestionId(one.question), one.said_again, one.skipped, one.score) for one in facts.met),
        pairs=tuple(Pair(QuestionId(question), level, rules) for question, level, rules in facts.pairs),
        texts={QuestionId(one.question): one.text for one in facts.met},
    )
