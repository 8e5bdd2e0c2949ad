"""Giving memory back: a station runs for months, and what an interview took must not stay taken.

Pictures are large and come from many threads, of which the C library keeps an arena each. What is freed stays
there until somebody asks for it: after ten interviews three times as much as one needs.
"""

import ctypes
import gc


def clear_away() -> None:
    """Give back what a recording took: its parts know each other, and go only when somebody looks.

    Takes a tenth of a second in which nothing else runs: between recordings only.
    """
    gc.collect()
    give_back()


def give_back() -> None:
    """Hand freed memory back to the system; takes some milliseconds. Does nothing where there is no glibc."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
