"""How decisions and scores are spread."""
