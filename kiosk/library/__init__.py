"""Packs as a station asks them: rendered once, listed by hash, approved, refused when they changed."""
