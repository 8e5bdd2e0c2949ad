"""The cameras Linux knows (Video4Linux), and finding the same one again after it was unplugged."""

import errno
import fcntl
import os
import struct
from dataclasses import dataclass
from pathlib import Path

_CLASS = Path("/sys/class/video4linux")
_REQUEST_BUFFERS = 0xC014_5608
"""``VIDIOC_REQBUFS``: only the one program that takes pictures may ask for it."""
_NONE_TO_MAP = struct.pack("=5I", 0, 1, 1, 0, 0)
"""No buffers, for captured pictures, in mapped memory, and two words for the answer."""


@dataclass(frozen=True, slots=True)
class VideoNode:
    """A device file that gives pictures, the name its camera gives itself, and what tells it from others."""

    path: str
    name: str
    usb: str = ""
    """Vendor and product (``046d:0825``), empty for what is not on USB."""
    port: str = ""
    """The socket it is plugged into (``1-2.3``), empty for what is not on USB."""

    def alike(self, other: "VideoNode") -> bool:
        """Whether both are the same product."""
        return (_model(self), self.usb) == (_model(other), other.usb)


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
        unique = name if names[name] == 1 else f"{name} #{names[name]}"
        found.append(VideoNode(f"/dev/{entry.name}", unique, *_usb_of(entry)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class KnownCamera:
    """A camera found before, and the ports at which others just like it were then."""

    node: VideoNode
    twins: frozenset[str]


def known_among(node: VideoNode, nodes: tuple[VideoNode, ...]) -> KnownCamera:
    """What must be remembered of a camera to find it again, and no other."""
    twins = (other.port for other in nodes if other.alike(node) and other != node)
    return KnownCamera(node, frozenset(twins) - {""})


def find_again(known: KnownCamera, nodes: tuple[VideoNode, ...]) -> VideoNode | None:
    """That very camera, whatever its number is now: at its port, else at one where no twin of it was."""
    alike = [node for node in nodes if node.alike(known.node)]
    here = [node for node in alike if node.port == known.node.port]
    moved = [node for node in alike if node.port not in known.twins]
    named = [node for node in here if node.name == known.node.name]
    return next(iter(named or here or moved), None)


def find_node(choice: str, nodes: tuple[VideoNode, ...]) -> VideoNode | None:
    """The node for an index, a device file, a name or a part of a name; the exact name wins.

    ``VENDOR:PRODUCT`` and a port are names too.
    """
    path = f"/dev/video{choice}" if choice.isdigit() else choice
    wanted = choice.casefold()
    tests = (
        lambda node: node.path == path,
        lambda node: wanted in (node.name.casefold(), node.usb, node.port),
        lambda node: wanted in node.name.casefold(),
    )
    return next((node for test in tests for node in nodes if test(node)), None)


def is_held(path: str) -> bool:
    """Whether another program takes pictures from this device file."""
    try:
        device = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        return error.errno == errno.EBUSY
    try:
        fcntl.ioctl(device, _REQUEST_BUFFERS, _NONE_TO_MAP)
    except OSError as error:
        return error.errno == errno.EBUSY
    finally:
        os.close(device)
    return False


def _model(node: VideoNode) -> str:
    return node.name.partition(" #")[0]


def _usb_of(entry: Path) -> tuple[str, str]:
    """Vendor and product, and port: of the first device above the interface that has them."""
    for above in (entry / "device").resolve().parents:
        if vendor := _text(above / "idVendor"):
            return f"{vendor}:{_text(above / 'idProduct')}", above.name
    return "", ""


def _text(path: Path) -> str:
    try:
        return path.read_text(errors="replace").strip()
    except OSError:
        return ""
