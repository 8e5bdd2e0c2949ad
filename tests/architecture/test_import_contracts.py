"""Every import contract of pyproject.toml, seen to fail on a small house with one forbidden import in it."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
NAMES = {contract["id"]: contract["name"] for contract in CONFIG["contracts"]}

HOUSE = [
    "commands",
    "capture",
    "storage",
    "ui",
    "kiosk",
    "kiosk/domain",
    "kiosk/flow",
    "kiosk/ports",
    "kiosk/runtime",
    "kiosk/voice",
    "kiosk/assessment",
    "kiosk/assessment/engines",
    "kiosk/wire",
    "server",
]

ALLOWED = {
    "commands/parts": "import capture.camera\nimport storage.tables\nimport kiosk.runtime.engine",
    "ui/screen": "import PySide6\nimport kiosk.domain.value\nimport kiosk.ports.recorder",
    "capture/camera": "import cv2\nimport kiosk.flow.facts",
    "storage/tables": "import sqlalchemy\nimport kiosk.domain.value",
    "kiosk/wire/orders": "import pydantic\nimport kiosk.wire.message",
    "kiosk/wire/message": "import pydantic",
    "server/app": "import fastapi\nimport sqlalchemy\nimport kiosk.wire.orders",
    "kiosk/domain/value": "import dataclasses",
    "kiosk/flow/facts": "import kiosk.domain.value",
    "kiosk/ports/recorder": "import kiosk.flow.facts\nimport pathlib",
    "kiosk/runtime/engine": "import kiosk.ports.recorder\nimport threading",
    "kiosk/voice/speak": "import pyttsx3\nimport openai",
    "kiosk/voice/recorded": "import soundfile",
    "kiosk/assessment/engines/server": "import openai",
    "kiosk/assessment/engines/whisper": "import faster_whisper\nimport kiosk.assessment.engines.server",
    "kiosk/assessment/gate": "import kiosk.assessment.engines.server",
}

FORBIDDEN = [
    ("houses", "ui/wrong", "import commands.parts"),
    ("houses", "kiosk/runtime/wrong", "import commands.parts"),
    ("houses", "ui/wrong", "import capture.camera"),
    ("houses", "capture/wrong", "import storage.tables"),
    ("houses", "storage/wrong", "import ui.screen"),
    ("houses", "kiosk/runtime/wrong", "import storage.tables"),
    ("borders", "ui/wrong", "import kiosk.runtime.engine"),
    ("borders", "capture/wrong", "import kiosk.runtime.engine"),
    ("borders", "storage/wrong", "import kiosk.voice.speak"),
    ("domain", "kiosk/domain/wrong", "import kiosk.runtime.engine"),
    ("flow", "kiosk/flow/wrong", "import kiosk.ports.recorder"),
    ("ports", "kiosk/ports/wrong", "import kiosk.runtime.engine"),
    ("pure", "kiosk/domain/wrong", "import time"),
    ("pure", "kiosk/flow/wrong", "from pathlib import Path"),
    ("pure", "kiosk/flow/wrong", "import logging"),
    ("qt", "kiosk/runtime/wrong", "from PySide6.QtCore import QTimer"),
    ("media", "ui/wrong", "import cv2"),
    ("media", "kiosk/runtime/wrong", "import sounddevice"),
    ("sql", "ui/wrong", "from sqlalchemy.orm import Session"),
    ("tts", "kiosk/runtime/wrong", "import pyttsx3"),
    ("openai", "storage/wrong", "import openai"),
    ("openai", "kiosk/assessment/wrong", "import openai"),
    ("openai", "kiosk/assessment/gate", "import openai"),
    ("openai", "kiosk/runtime/wrong", "import pocketsphinx"),
    ("gate", "kiosk/assessment/wrong", "import kiosk.assessment.engines.server"),
    ("gate", "kiosk/runtime/wrong", "from kiosk.assessment.engines import server"),
    ("houses", "server/wrong", "import storage.tables"),
    ("borders", "ui/wrong", "import kiosk.wire.orders"),
    ("server", "server/wrong", "import kiosk.domain.value"),
    ("wire", "kiosk/wire/wrong", "import kiosk.domain.value"),
    ("web", "storage/wrong", "import boto3"),
    ("web", "kiosk/wire/wrong", "from fastapi import FastAPI"),
    ("qt", "server/wrong", "import PySide6"),
    ("main", "ui/wrong", "import main"),
    ("cycles", "ui/wrong", "import ui.other"),
]


def build(folder: Path, modules: dict[str, str]) -> None:
    shutil.copy(ROOT / "pyproject.toml", folder)
    for package in HOUSE:
        (folder / package).mkdir(parents=True, exist_ok=True)
        (folder / package / "__init__.py").touch()
    for module, text in modules.items():
        (folder / f"{module}.py").write_text(text, "utf-8")


def broken_contracts(folder: Path) -> set[str]:
    """Lint the house in ``folder`` and give the ids of the contracts that do not hold."""
    lint_imports = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run(
        [lint_imports, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    broken = {id_ for id_, name in NAMES.items() if f"{name} BROKEN" in run.stdout}
    assert run.returncode == (1 if broken else 0), run.stdout
    return broken


def test_a_house_that_keeps_the_rules_passes(tmp_path: Path) -> None:
    build(tmp_path, ALLOWED)
    assert broken_contracts(tmp_path) == set()


@pytest.mark.parametrize(("contract", "module", "text"), FORBIDDEN)
def test_one_forbidden_import_breaks_its_contract(
    contract: str, module: str, text: str, tmp_path: Path
) -> None:
    build(tmp_path, ALLOWED | {"ui/other": "import ui.wrong", module: text})
    assert contract in broken_contracts(tmp_path)


def test_every_contract_is_seen_to_fail() -> None:
    assert {contract for contract, _, _ in FORBIDDEN} == set(NAMES)


def test_every_package_of_the_project_stands_under_the_contracts() -> None:
    packages = {init.parent.name for init in ROOT.glob("*/__init__.py")}
    assert packages <= set(CONFIG["root_packages"])
