"""Question packs that stations are offered."""
