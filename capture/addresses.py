"""Where a chosen camera is to be opened now."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from capture.errors import DeviceMissingError
from capture.v4l2 import find_node, list_nodes

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
    """Where to open a picture source, and the name by which the same one is found again."""

    kind: AddressKind
    path: str
    identity: str


def locate(choice: str, identity: str = "") -> Address:
    """Find a camera. Raises ``DeviceMissingError`` when none answers to the choice.

    With the ``identity`` of an earlier address, another camera with the same number now is not taken for it.
    """
    if choice.startswith(_SCHEMES):
        return Address(AddressKind.STREAM, choice, choice)
    if Path(choice).is_file():
        return Address(AddressKind.FILM, choice, choice)
    nodes = list_nodes()
    node = find_node(choice, nodes, identity)
    if node is None:
        known = ", ".join(other.name for other in nodes) or "none"
        raise DeviceMissingError(f"no camera answers to “{choice}” (connected: {known})")
    return Address(AddressKind.NODE, node.path, node.name)
