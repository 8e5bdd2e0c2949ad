"""Questions from a text in Markdown.

``# …`` is the title. A question begins with ``## name`` and its words below, or is a line of a numbered list.
``- think time: 30`` below it is a setting of it. What stands before the first question is passed over.
"""

import re

from kiosk.packs.errors import PackErrors, PackProblem
from kiosk.packs.question_list import Row, setting_name, slug

_TITLE = re.compile(r"#\s+(.+?)\s*#*$")
_HEADING = re.compile(r"##+\s+(.+?)\s*#*$")
_NUMBERED = re.compile(r"\d{1,3}[.)]\s+(.+)$")
_BULLET = re.compile(r"\s*[-*+]\s+(?:([^:]{1,40}):)?\s*(.*)$")


def read_markdown(text: str, source: str, language: str) -> tuple[str, list[Row]]:
    """The title, or nothing, and the rows; raises ``PackErrors`` with what cannot be understood."""
    reading = _Reading(source, language)
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        reading.take(number, line.rstrip())
    if reading.mistakes:
        raise PackErrors(reading.mistakes)
    return reading.title, reading.rows


class _Reading:
    def __init__(self, source: str, language: str) -> None:
        self.title = ""
        self.rows: list[Row] = []
        self.mistakes: list[PackProblem] = []
        self._source, self._language = source, language

    def take(self, number: int, line: str) -> None:
        if not line:
            return
        if heading := _HEADING.match(line):
            self.rows.append(Row(number, {"id": (number, slug(heading[1]))}))
        elif title := _TITLE.match(line):
            self.title = self.title or title[1]
        elif numbered := _NUMBERED.match(line):
            self.rows.append(Row(number))
            self._say(number, numbered[1])
        elif not self.rows:
            return
        elif bullet := _BULLET.match(line):
            self._set(number, bullet[1] or "", bullet[2])
        else:
            self._say(number, line.strip())

    def _say(self, number: int, words: str) -> None:
        settings = self.rows[-1].settings
        name = f"text.{self._language}"
        begun, before = settings.get(name, (number, ""))
        settings[name] = (begun, f"{before} {words}".strip())

    def _set(self, number: int, written: str, value: str) -> None:
        name = setting_name(written, self._language)
        if name is None:
            shown = (
                f"“{written[:40]}” is no setting"
                if written
                else "a point must be a setting, like “kind: general”"
            )
            self.mistakes.append(PackProblem(self._source, number, shown))
        elif name in self.rows[-1].settings and name != "id":
            self.mistakes.append(PackProblem(self._source, number, f"{name} is there already"))
        else:
            self.rows[-1].settings[name] = (number, value)
