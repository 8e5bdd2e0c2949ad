"""Calm cards that lie over a screen for a while: accessibility, and what staff need."""
