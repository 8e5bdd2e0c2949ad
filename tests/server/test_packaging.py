"""What a server is installed with: it parses, and it names settings that there are."""

import re
from configparser import RawConfigParser
from pathlib import Path
from typing import Any

import yaml

from server.settings import ServerSettings

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "packaging/server"
PREFIX = "KIOSK_SERVER_"
SERVERS = ("server-a", "server-b")


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((FOLDER / "compose.yaml").read_text())
    return found


def unit() -> dict[str, list[str]]:
    """Keys and all their values, whatever the section."""
    found: dict[str, list[str]] = {}
    for line in (FOLDER / "kiosk-server.service").read_text().splitlines():
        if "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            found.setdefault(name, []).append(value)
    return found


def settings_named(text: str) -> set[str]:
    return {name.lower() for name in re.findall(rf"{PREFIX}([A-Z0-9_]*[A-Z0-9])", text)}


def test_every_setting_that_is_named_exists() -> None:
    texts = [path.read_text() for path in FOLDER.iterdir() if path.is_file()]
    texts.append((ROOT / "docs/operator/server.md").read_text())
    named = set[str]().union(*map(settings_named, texts))
    assert {"database", "key", "proxies", "public_url"} <= named
    assert named <= set(ServerSettings.model_fields)


def test_the_guide_explains_every_setting() -> None:
    table = (ROOT / "docs/operator/server.md").read_text().split("## Settings")[1].split("\n## ")[0]
    assert set(re.findall(r"`(\w+)`", table)) >= set(ServerSettings.model_fields)


def test_the_copies_differ_in_nothing_but_their_data() -> None:
    one, other = (dict(compose()["services"][name]) for name in SERVERS)
    for copy in (one, other):
        del copy["depends_on"], copy["volumes"]
    assert one == other
    environment = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in one["environment"].items()
        if name.startswith(PREFIX)
    }
    given = {name: re.sub(r"\${\w+:\?}", "x", value) for name, value in environment.items()}
    ServerSettings(**given | {"port": int(given["port"])})  # type: ignore[arg-type]


def test_no_secret_has_a_value() -> None:
    example = (FOLDER / "server.env.example").read_text()
    empty = {line.removesuffix("=") for line in example.splitlines() if line and not line.startswith("#")}
    assert all("=" not in name for name in empty)
    assert set(re.findall(r"\${(\w+):\?}", (FOLDER / "compose.yaml").read_text())) == empty
    for name, value in compose()["services"]["server-a"]["environment"].items():
        if re.search("KEY|SECRET|PASSWORD", name):
            assert value.startswith("${"), name


def test_servers_have_no_rights_and_databases_no_door() -> None:
    services = compose()["services"]
    for name in SERVERS:
        assert services[name]["cap_drop"] == ["ALL"]
        assert services[name]["read_only"] is True
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]
    assert [services[name]["networks"] for name in ("database", "objects")] == [["back"], ["back"]]
    assert compose()["networks"]["back"]["internal"] is True
    subnet = compose()["networks"]["front"]["ipam"]["config"][0]["subnet"]
    assert services["server-a"]["environment"][PREFIX + "PROXIES"] == subnet
    assert "USER kiosk" in (FOLDER / "Containerfile").read_text()


def test_the_proxy_has_deadlines_and_knows_every_copy() -> None:
    text = (FOLDER / "nginx.conf").read_text()
    deadlines = ("client_header", "client_body", "send", "proxy_connect", "proxy_send", "proxy_read")
    for name in deadlines:
        assert re.search(rf"^\s*{name}_timeout \d+s;", text, re.MULTILINE), name
    assert set(re.findall(r"server (\S+):8765", text)) == set(SERVERS)
    assert "X-Forwarded-For $remote_addr;" in text


def test_the_unit_starts_what_there_is_and_may_do_little() -> None:
    file = RawConfigParser(strict=False)
    file.read(FOLDER / "kiosk-server.service")
    assert file.sections() == ["Unit", "Service", "Install"]
    found = unit()
    assert found["ExecStart"][0].endswith("main.py serve --data /var/lib/kiosk-server")
    assert found["User"] == ["kiosk-server"]
    assert found["CapabilityBoundingSet"] == [""]
    yes = ("NoNewPrivileges", "ProtectHome", "PrivateTmp", "PrivateDevices", "RestrictNamespaces")
    assert all(found[name] == ["yes"] for name in yes)
    assert found["ProtectSystem"] == ["strict"]


def test_the_image_takes_what_runs_and_nothing_else() -> None:
    taken = (FOLDER / "Containerfile.dockerignore").read_text().splitlines()
    assert "*" in taken
    for line in taken:
        if line.startswith("!"):
            assert (ROOT / line[1:]).exists(), line
