"""For pack authors: ``python -m kiosk.packs check FOLDER…`` and ``… schema [pack|rubric]``."""

import argparse
import json
import sys
from pathlib import Path

from kiosk.packs.errors import PackErrors
from kiosk.packs.load import load
from kiosk.packs.schema import json_schema, rubric_json_schema

_SCHEMAS = {"pack": json_schema, "rubric": rubric_json_schema}


def main(arguments: list[str] | None = None) -> int:
    """The exit code is 1 when a pack has mistakes."""
    parser = argparse.ArgumentParser(prog="python -m kiosk.packs", description="Check question packs.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="list every mistake in these packs")
    check.add_argument("folder", nargs="+", type=Path, help="a folder with a pack.toml")
    schema = commands.add_parser("schema", help="write the JSON Schema of pack.toml or rubric.toml")
    schema.add_argument("of", nargs="?", choices=list(_SCHEMAS), default="pack")
    chosen = parser.parse_args(arguments)
    if chosen.command == "schema":
        sys.stdout.write(json.dumps(_SCHEMAS[chosen.of](), indent=2, ensure_ascii=False) + "\n")
        return 0
    return max(_check(folder) for folder in chosen.folder)


def _check(folder: Path) -> int:
    try:
        pack = load(folder)
    except PackErrors as error:
        for problem in error.problems:
            sys.stdout.write(f"{folder}/{problem}\n")
        return 1
    sys.stdout.write(f"{folder}: good, {len(pack.questions)} questions in {', '.join(pack.languages)}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
