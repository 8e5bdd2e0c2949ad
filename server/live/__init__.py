"""How stations are, now."""
