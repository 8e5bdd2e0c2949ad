"""What a recording took is given back, also what lies between small things that stay."""

import threading

import numpy as np
import psutil

from capture.memory import give_back

CHUNK_BYTES = 64 << 10
CHUNKS = 800
STAYS_EVERY = 100


def own_mib() -> float:
    return float(psutil.Process().memory_full_info().uss / (1 << 20))


def work(kept: list[np.ndarray[tuple[int], np.dtype[np.uint8]]]) -> None:
    """Many pictures on a thread of its own, some of which outlive it."""
    pictures = [np.ones(CHUNK_BYTES, np.uint8) for _ in range(CHUNKS)]
    kept += pictures[STAYS_EVERY - 1 :: STAYS_EVERY]


def test_memory_that_threads_have_freed_goes_back_to_the_system() -> None:
    kept: list[np.ndarray[tuple[int], np.dtype[np.uint8]]] = []
    threads = [threading.Thread(target=work, args=(kept,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    before_mib = own_mib()
    give_back()
    assert own_mib() < before_mib - 50
    assert len(kept) == 3 * CHUNKS // STAYS_EVERY
