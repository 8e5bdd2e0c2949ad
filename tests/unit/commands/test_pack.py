"""What the author of a pack, HR and a technician do with it on the command line."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from commands import pack, people  # noqa: F401 - importing them adds the commands
from commands.app import app
from kiosk.domain.staff import Role
from storage.station import open_station

DEMO = Path(__file__).parents[3] / "assets/packs/demo"
PIN = "482911"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A station with one person of staff and a pack “short” of its own."""
    data = tmp_path / "data"
    storage = open_station(data)
    storage.staff.add("Kim", PIN, Role.HR)
    storage.staff.add("Alex", PIN, Role.TECHNICIAN)
    storage.close()
    shutil.copytree(DEMO, tmp_path / "packs/short")
    toml = (
        (DEMO / "pack.toml")
        .read_text()
        .replace('id = "demo"', 'id = "short"')
        .replace('["en", "de"]', '["en"]')
    )
    (tmp_path / "packs/short/pack.toml").write_text(re.sub(r"(?m)^(text\.)?de = .*\n", "", toml))
    rubric = tmp_path / "packs/short/rubric.toml"
    rubric.write_text(re.sub(r"(?m)^(title|anchors|terms)\.de = .*\n", "", rubric.read_text()))
    monkeypatch.setenv("KIOSK_PACKS", json.dumps([str(tmp_path / "packs")]))
    return data


def run(data: Path, *words: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, [*words, "--data", str(data)], input=typed, catch_exceptions=False)


def asked(data: Path, *words: str, typed: str = "") -> Any:
    result = run(data, *words, "--json", typed=typed)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def standing(data: Path) -> str:
    return next(str(one["standing"]) for one in asked(data, "pack", "list") if one["pack"] == "short")


def test_a_pack_is_built_listened_to_approved_and_then_refused_when_it_changes(
    data: Path, tmp_path: Path
) -> None:
    assert standing(data) == "new"
    built = asked(data, "pack", "build", "short")
    assert (built["files"], built["sounds"]) == (2, 8)
    assert standing(data) == "built"
    page = Path(asked(data, "pack", "preview", "short", "--out", str(tmp_path / "out"))["page"])
    assert built["manifest_sha256"] in page.read_text()
    approval = asked(data, "pack", "approve", "short", "--by", "Kim", typed=f"{PIN}\n")["approval"]
    assert (approval["by"], approval["manifest_sha256"]) == ("Kim", built["manifest_sha256"])
    assert standing(data) == "approved"
    assert run(data, "invite", "--name", "A", "--pack", "short").exit_code == 0

    toml = tmp_path / "packs/short/pack.toml"
    toml.write_text(toml.read_text().replace("answer_limit_s = 20", "answer_limit_s = 30"))
    assert standing(data) == "changed"
    refused = run(data, "invite", "--name", "A", "--pack", "short")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "“short” has changed since it was built (pack.toml)" in refused.stderr


def test_only_hr_approves_and_only_with_a_pin_of_their_own(data: Path) -> None:
    def approve(by: str, pin: str) -> str:
        refused = run(data, "pack", "approve", "short", "--by", by, typed=f"{pin}\n")
        assert refused.exit_code == 2
        return str(refused.stderr)

    assert "not the PIN of a member of staff" in approve("Nobody", PIN)
    assert "Alex is technician here; questions are approved by HR." in approve("Alex", PIN)
    for _ in range(5):
        assert "not the PIN" in approve("Kim", "111111")
    assert "no other is looked at for 15 seconds" in approve("Kim", PIN)


def test_mistakes_are_named_for_people_and_for_programs(data: Path, tmp_path: Path) -> None:
    def validate(*words: str) -> Result:
        return CliRunner().invoke(app, ["pack", "validate", *words], catch_exceptions=False)

    good, bad = str(DEMO), str(tmp_path)
    result = validate(good, bad)
    assert result.exit_code == 1
    assert f"{good}: good, 2 questions in en, de" in result.stdout
    assert f"{bad}/pack.toml line 1: cannot be read" in result.stdout
    told = json.loads(validate(bad, "--json").stdout)
    assert told[0]["mistakes"][0]["file"] == "pack.toml"
    assert validate(good).exit_code == 0


def test_an_unknown_pack_is_a_sentence(data: Path) -> None:
    for command in ("build", "preview", "approve"):
        by = ("--by", "Kim") if command == "approve" else ()
        refused = run(data, "pack", command, "nope", *by, typed=f"{PIN}\n")
        assert refused.exit_code == 2
        assert "No question pack of this name" in refused.stderr


def test_a_list_of_questions_becomes_a_pack_of_this_station(data: Path, tmp_path: Path) -> None:
    (tmp_path / "list.md").write_text("# Night shift\n\n1. Why at night?\n2. Since when?\n")
    made = asked(data, "pack", "import", str(tmp_path / "list.md"), "--id", "night")
    assert (made["questions"], made["languages"]) == (2, ["en"])
    assert Path(made["folder"]) == tmp_path / "packs/night"
    assert any(one["pack"] == "night" for one in asked(data, "pack", "list"))
    refused = run(data, "pack", "import", str(tmp_path / "list.md"), "--id", "night")
    assert refused.exit_code == 2
    assert "list.md line 1: cannot become “night”" in refused.stderr


def test_without_a_voice_people_are_told_and_programs_still_read_json(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_VOICE", "piper")
    monkeypatch.setenv("KIOSK_VOICE_PROGRAM", str(tmp_path / "nowhere"))
    monkeypatch.setenv("KIOSK_VOICE_MODELS", '{"en": "/none.onnx"}')
    result = run(data, "invite", "--name", "A", "--pack", "short", "--json")
    assert json.loads(result.stdout)["pack"] == "short"
    assert "The questions will be read, not heard. The voice program" in result.stderr
    refused = run(data, "pack", "build", "short")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "cannot be run: No such file" in refused.stderr
