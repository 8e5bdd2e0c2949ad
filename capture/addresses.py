"""Where a chosen camera is to be opened now."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from capture.errors import DeviceMissingError
from capture.v4l2 import KnownCamera, find_again, find_node, known_among, list_nodes

_SCHEMES = ("http://", "https://", "rtsp://")


class AddressKind(StrEnum):
    """How a picture source is reached."""

    NODE = "node"
    """A Video4Linux device file."""
    STREAM = "stream"
    """An address on the network."""
    FILM = "film"
    """A file, played in real time and again from its start."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to open a picture source, what to call it, and how the same one is found again."""

    kind: AddressKind
    path: str
    name: str
    camera: KnownCamera | None = None


def locate(choice: str, before: Address | None = None) -> Address:
    """Find a camera. Raises ``DeviceMissingError`` when none answers to the choice.

    With its address ``before``, another camera with the same number or name now is not taken for it.
    """
    if choice.startswith(_SCHEMES):
        return Address(AddressKind.STREAM, choice, choice)
    if Path(choice).is_file():
        return Address(AddressKind.FILM, choice, choice)
    nodes = list_nodes()
    known = before.camera if before else None
    node = find_again(known, nodes) if known else find_node(choice, nodes)
    if node is None:
        connected = ", ".join(other.name for other in nodes) or "none"
        raise DeviceMissingError(f"no camera answers to “{choice}” (connected: {connected})")
    return Address(AddressKind.NODE, node.path, node.name, known or known_among(node, nodes))
