"""Which version of the program this is, and what it speaks: the one place both ends read it from.

A station says ``PROTOCOL`` and ``VERSION`` with every request, a server with every answer which protocols it
understands. Where they do not fit each end finds the same sentence by itself, sends nothing more, and keeps
everything until one of them is updated.
"""

VERSION = "0.1.0"
"""Of the program, as ``pyproject.toml`` has it. Versions that differ in the last number share their data."""

PROTOCOL = 1
"""What this version speaks; counts up when a message changes so that the other end would misunderstand it."""
OLDEST_PROTOCOL = 1
"""The oldest that a server of this version still understands."""

STATION_PROTOCOL = "Station-Protocol"
"""A number; a station that does not say it speaks 1."""
STATION_VERSION = "Station-Version"
SERVER_PROTOCOLS = "Server-Protocols"
"""The oldest and the newest, ``1-3``."""


def misfit(station: int, oldest: int, newest: int) -> str:
    """Why a station and a server do not understand each other, and what to do; empty when they do."""
    if station > newest:
        return (
            f"the station speaks version {station} of the protocol and the server at most {newest}: "
            "update the server; the station keeps everything until then"
        )
    if station < oldest:
        return (
            f"the station speaks version {station} of the protocol and the server at least {oldest}: "
            "update the station; it keeps everything until then"
        )
    return ""


def spoken(oldest: int, newest: int) -> str:
    """What a server understands, as it travels."""
    return f"{oldest}-{newest}"


def heard(text: str) -> tuple[int, int] | None:
    """The oldest and the newest that a server understands; ``None`` where it did not say so."""
    oldest, _, newest = text.partition("-")
    return (int(oldest), int(newest)) if oldest.isdecimal() and newest.isdecimal() else None


def is_older(version: str, than: str) -> bool:
    """Whether ``version`` cannot be trusted with what ``than`` wrote; the last number does not count."""
    return _numbers(version) < _numbers(than)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) if number.isdecimal() else 0 for number in version.split(".")[:2])
