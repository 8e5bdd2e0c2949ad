"""Rules of the house that no linter knows: each finds its breaches, and is seen to find one."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOT_OURS = re.compile(r"^(\.git|\.venv|\..*_cache|\.hypothesis|__pycache__|build|dist|var)$")
LONGEST_FILE = 500

PURE_LIBRARY = {
    "__future__",
    "abc",
    "collections",
    "dataclasses",
    "enum",
    "functools",
    "hashlib",
    "itertools",
}
PURE_LIBRARY |= {"json", "math", "re", "string", "types", "typing"}

Rule = Callable[[str], list[str]]


def files(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir()):
        if NOT_OURS.match(entry.name):
            continue
        if entry.is_dir():
            yield from files(entry)
        else:
            yield entry


def sources() -> list[Path]:
    packages = [init.parent for init in ROOT.glob("*/__init__.py")]
    found = [path for package in packages for path in files(package) if path.suffix == ".py"]
    return [*found, *ROOT.glob("main.py")]


def texts() -> Iterator[tuple[Path, str]]:
    for path in files(ROOT):
        try:
            yield path, path.read_text("utf-8")
        except UnicodeDecodeError:
            continue


def imported(source: str) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append(node.module or "")
    return [name.partition(".")[0] for name in found]


def impure_imports(source: str) -> list[str]:
    return [name for name in imported(source) if name not in PURE_LIBRARY | {"kiosk"}]


def missing_docstring(source: str) -> list[str]:
    return [] if ast.get_docstring(ast.parse(source)) else ["no docstring"]


def statements_besides_the_docstring(source: str) -> list[str]:
    return [ast.unparse(node) for node in ast.parse(source).body[1:]]


def too_many_lines(source: str) -> list[str]:
    count = len(source.splitlines())
    return [f"{count} lines"] if count > LONGEST_FILE else []


def mocks(source: str) -> list[str]:
    return re.findall(r"unittest\.mock|Magic[M]ock|\bmocker\b|import[ ]mock\b", source)


def registry_hosts(text: str) -> list[str]:
    return re.findall(r"py[p]i\.org|python[h]osted\.org|npm[j]s\.(?:com|org)|[a-z]+\.debi[a]n\.org", text)


def breaches(rule: Rule, found: list[tuple[Path, str]]) -> dict[str, list[str]]:
    """What ``rule`` finds in each of the files, for those where it finds something."""
    return {str(path.relative_to(ROOT)): bad for path, text in found if (bad := rule(text))}


def read(paths: list[Path]) -> list[tuple[Path, str]]:
    return [(path, path.read_text("utf-8")) for path in paths]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (impure_imports, "from time import sleep"),
        (impure_imports, "import pydantic.fields"),
        (missing_docstring, "x = 1"),
        (statements_besides_the_docstring, '"""Doc."""\nfrom kiosk.domain.ids import short'),
        (too_many_lines, "x = 1\n" * (LONGEST_FILE + 1)),
        (mocks, "from unittest" + ".mock import patch"),
        (registry_hosts, "--index-url files.python" + "hosted.org"),
    ],
)
def test_a_rule_finds_its_breach(rule: Rule, text: str) -> None:
    assert rule(text)


def test_the_domain_and_the_flow_import_nothing_that_touches_the_world() -> None:
    pure = [path for path in sources() if path.is_relative_to(ROOT / "kiosk/domain")]
    pure += [path for path in sources() if path.is_relative_to(ROOT / "kiosk/flow")]
    assert breaches(impure_imports, read(pure)) == {}


def test_every_module_says_what_it_is_for() -> None:
    assert breaches(missing_docstring, read(sources())) == {}


def test_a_package_exports_nothing() -> None:
    inits = [path for path in sources() if path.name == "__init__.py"]
    assert breaches(statements_besides_the_docstring, read(inits)) == {}


def test_no_source_file_is_longer_than_one_idea() -> None:
    assert breaches(too_many_lines, read(sources())) == {}


def test_tests_use_no_mocks() -> None:
    tests = [path for path in files(ROOT / "tests") if path.suffix == ".py"]
    assert breaches(mocks, read(tests)) == {}


def test_no_file_names_a_registry_host() -> None:
    assert breaches(registry_hosts, list(texts())) == {}


def test_nothing_shadows_the_library_packaging() -> None:
    assert not (ROOT / "packaging/__init__.py").exists()


def test_requirements_are_pinned_by_hash_without_addresses() -> None:
    locks = {"uv.lock", "poetry.lock", "Pipfile.lock", "package-lock.json", "yarn.lock", "pnpm-lock.yaml"}
    assert [path for path in files(ROOT) if path.name in locks] == []
    for name in ("runtime", "dev", "bundle", "audit"):
        lines = (ROOT / f"requirements/{name}.txt").read_text("utf-8").splitlines()
        assert all(
            re.match(r"\S+==\S+( ;.+)? \\$|    --hash=sha256:[0-9a-f]{64}( \\)?$", line) for line in lines
        )


def test_the_tests_run_with_the_versions_a_station_gets() -> None:
    runtime, dev = (
        {line for line in (ROOT / f"requirements/{name}.txt").read_text("utf-8").splitlines() if "==" in line}
        for name in ("runtime", "dev")
    )
    assert runtime <= dev
