"""What the fairness board is made of, from the tables; the arithmetic is others'."""

from collections.abc import Mapping

from sqlalchemy import text
from sqlalchemy.orm import Session

from kiosk.domain.fairness import Held, Met, Pair, Pool
from kiosk.domain.ids import PackId, QuestionId, SessionId
from kiosk.domain.standing import FinalStatus

Groups = Mapping[SessionId, Mapping[str, str]]
"""Categories by attribute, of sessions whose candidates have said."""

_OVER = "s.status = 'completed' AND (:pack IS NULL OR s.pack_id = :pack)"
_HELD = text(
    f"""SELECT s.id, s.final_status, a.overall_score FROM sessions s
    LEFT JOIN assessments a ON a.session_id = s.id WHERE {_OVER} ORDER BY s.seq"""  # noqa: S608 - ours
)
_MET = text(
    f"""SELECT q.question_id,
        (SELECT count(*) FROM messages m WHERE m.session_id = s.id AND m.question_id = q.question_id
            AND m.speaker = 'interviewer') > 1,
        EXISTS (SELECT 1 FROM answers x WHERE x.session_id = s.id AND x.question_id = q.question_id
            AND x.outcome = 'skipped'),
        json_extract(e.value, '$.score')
    FROM sessions s JOIN questions q ON q.session_id = s.id AND q.asked_wall IS NOT NULL
    LEFT JOIN assessments a ON a.session_id = s.id
    LEFT JOIN json_each(a.assessment, '$.answers') e ON json_extract(e.value, '$.question') = q.question_id
    WHERE {_OVER}"""  # noqa: S608 - ours
)
_PAIRS = text(
    f"""SELECT r.question_id, r.level, r.rules_level FROM ratings r JOIN sessions s ON s.id = r.session_id
    WHERE r.rules_level IS NOT NULL AND {_OVER}"""  # noqa: S608 - ours
)
_TEXTS = text(
    f"""SELECT q.question_id, max(q.text), min(q.number)
    FROM questions q JOIN sessions s ON s.id = q.session_id
    WHERE {_OVER} GROUP BY q.question_id ORDER BY 3, 1"""  # noqa: S608 - ours
)


def pool_of(db: Session, pack: PackId | None, groups: Groups) -> Pool:
    """Every interview that is over, of one pack or of all."""
    only = {"pack": pack}
    return Pool(
        held=tuple(
            Held(SessionId(session), FinalStatus(decision), overall, groups.get(SessionId(session), {}))
            for session, decision, overall in db.execute(_HELD, only)
        ),
        met=tuple(
            Met(QuestionId(question), bool(again), bool(skipped), score)
            for question, again, skipped, score in db.execute(_MET, only)
        ),
        pairs=tuple(
            Pair(QuestionId(question), level, rules) for question, level, rules in db.execute(_PAIRS, only)
        ),
        texts={QuestionId(question): words for question, words, _ in db.execute(_TEXTS, only)},
    )
