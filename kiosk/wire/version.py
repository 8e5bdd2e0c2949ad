"""Which version of the program this is, and what it speaks: the one place both ends read it from."""

VERSION = "0.1.0"
"""Of the program, as ``pyproject.toml`` has it."""
