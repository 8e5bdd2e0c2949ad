import sys

from PySide6.QtCore import QObject


def test_calls_that_return_nothing_keep_the_count_of_none() -> None:
    """PySide6 6.12.0 fails this before Python 3.12: each call loses a reference until the program aborts."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < 50
