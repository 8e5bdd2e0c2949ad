"""A box of an MP4 as bytes: cut into the boxes inside it, or put together."""

import struct
import sys
from array import array
from collections.abc import Iterator


def inside(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The boxes in a box: kind and content."""
    start = 0
    while start + 8 <= len(content):
        length, name = struct.unpack_from(">I4s", content, start)
        if length < 8:
            return
        yield name.decode("latin-1"), content[start + 8 : start + length]
        start += length


def box(kind: str, *content: bytes) -> bytes:
    """A box with its header."""
    inner = b"".join(content)
    return struct.pack(">I4s", 8 + len(inner), kind.encode("latin-1")) + inner


def words(*values: int) -> bytes:
    """Numbers of 32 bits."""
    return struct.pack(f">{len(values)}I", *values)


def patched(content: bytes, at: int, *values: int) -> bytes:
    """The content with other words from a position on."""
    return content[:at] + words(*values) + content[at + 4 * len(values) :]


def big_endian(values: "array[int]") -> bytes:
    """The numbers as they stand in a file."""
    return swapped(values).tobytes()


def swapped(values: "array[int]") -> "array[int]":
    """The same numbers, from the file's order of bytes to the machine's or back."""
    other = values[:]
    if sys.byteorder == "little":
        other.byteswap()
    return other
