"""Recordings that other programs bring, in the shapes that existing callers know."""
