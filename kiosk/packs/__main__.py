"""For editors: ``python -m kiosk.packs pack|rubric`` writes the JSON Schema of one of a pack's files."""

import argparse
import json
import sys

from kiosk.packs.schema import json_schema, rubric_json_schema

_SCHEMAS = {"pack": json_schema, "rubric": rubric_json_schema}


def main() -> None:
    """Write one schema to standard output."""
    parser = argparse.ArgumentParser(prog="python -m kiosk.packs", description="Write a JSON Schema.")
    parser.add_argument("of", choices=list(_SCHEMAS))
    sys.stdout.write(json.dumps(_SCHEMAS[parser.parse_args().of](), indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
