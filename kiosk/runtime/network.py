"""Which network links the station has now, from the kernel."""

from pathlib import Path

from kiosk.domain.surroundings import NetworkLink

INTERFACES = Path("/sys/class/net")


def links(interfaces: Path = INTERFACES) -> tuple[NetworkLink, ...]:
    """Every interface that is up, but the loopback; none where the kernel does not tell."""
    try:
        names = sorted(entry.name for entry in interfaces.iterdir() if entry.name != "lo")
    except OSError:
        return ()
    return tuple(
        NetworkLink(name, _mbps(interfaces / name))
        for name in names
        if _read(interfaces / name / "operstate") == "up"
    )


def _mbps(interface: Path) -> int | None:
    speed = _read(interface / "speed")
    return int(speed) if speed.isdigit() else None


def _read(path: Path) -> str:
    try:
        return path.read_text().strip()
    except OSError:
        return ""
