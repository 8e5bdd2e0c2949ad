"""A look at the recorder from outside, for the status command: starts nothing, changes nothing."""

from pathlib import Path

from capture.link import Launch
from kiosk.ports.recorder import RecorderStatus


def glance(socket: Path) -> RecorderStatus | None:
    """What the recorder behind this socket is doing; ``None`` when there is none."""
    link = Launch(socket).dial()
    if link is None:
        return None
    try:
        while (news := link.receive()) is not None:
            for item in news:
                if isinstance(item, RecorderStatus):
                    return item
        return None
    finally:
        link.close()
