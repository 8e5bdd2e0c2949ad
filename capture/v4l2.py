"""The cameras Linux knows (Video4Linux), and finding the same one again after it was unplugged."""

from dataclasses import dataclass
from pathlib import Path

_CLASS = Path("/sys/class/video4linux")


@dataclass(frozen=True, slots=True)
class VideoNode:
    """A device file that gives pictures, and the name its camera gives itself."""

    path: str
    name: str


def list_nodes(folder: Path = _CLASS) -> tuple[VideoNode, ...]:
    """The first node of every camera, in the order of their numbers. Further nodes carry no pictures.

    A second camera of the same name is called ``NAME #2``.
    """
    found: list[VideoNode] = []
    names: dict[str, int] = {}
    for entry in sorted(folder.glob("video*"), key=lambda path: int(path.name.removeprefix("video") or 0)):
        if _text(entry / "index") not in ("", "0"):
            continue
        name = _text(entry / "name") or entry.name
        names[name] = names.get(name, 0) + 1
        found.append(VideoNode(f"/dev/{entry.name}", name if names[name] == 1 else f"{name} #{names[name]}"))
    return tuple(found)


def find_node(choice: str, nodes: tuple[VideoNode, ...], identity: str = "") -> VideoNode | None:
    """The node for an index, a device file, a name or a part of a name; the exact name wins.

    With the ``identity`` of a camera found before (its name), only that very camera, wherever it is now.
    """
    if identity:
        return next((node for node in nodes if node.name == identity), None)
    path = f"/dev/video{choice}" if choice.isdigit() else choice
    wanted = choice.casefold()
    tests = (
        lambda node: node.path == path,
        lambda node: node.name.casefold() == wanted,
        lambda node: wanted in node.name.casefold(),
    )
    return next((node for test in tests for node in nodes if test(node)), None)


def _text(path: Path) -> str:
    try:
        return path.read_text(errors="replace").strip()
    except OSError:
        return ""
