"""Judging sessions that no station judged."""
