"""Questions to the station's memory, asked off the thread that draws; answers come back to it."""

from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.ports.desk import DeskError

T = TypeVar("T")


class Errands(QObject):
    """One errand after the other, on a thread named ``desk``. Qt thread only, but for the thread itself."""

    failed = Signal(str)
    """One sentence."""
    _back = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._latest: dict[Hashable, int] = {}
        self._count = 0
        self._back.connect(lambda deliver: deliver())

    @property
    def busy(self) -> bool:
        """Whether somebody waits for an answer."""
        return bool(self._latest)

    def run(self, about: Hashable, errand: Callable[[], T], then: Callable[[T], None]) -> None:
        """Do ``errand`` there, then ``then`` here; a newer one about the same takes its place."""
        self._count += 1
        number = self._latest[about] = self._count
        self._pool.submit(self._do, about, number, errand, then)

    def forget(self, *about: Hashable) -> None:
        """Nobody waits for these any more."""
        for one in about:
            self._latest.pop(one, None)

    def close(self) -> None:
        """Wait for the one that runs, forget the others."""
        self._latest.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _do(self, about: Hashable, number: int, errand: Callable[[], T], then: Callable[[T], None]) -> None:
        if self._latest.get(about) != number:
            return
        try:
            answer = errand()
        except DeskError as error:
            sentence = str(error)
            self._back.emit(lambda: self._fail(about, number, sentence))
        except Exception as bug:  # raised again where somebody sees it
            self._back.emit(partial(_raise, bug))
        else:
            self._back.emit(lambda: self._deliver(about, number, lambda: then(answer)))

    def _deliver(self, about: Hashable, number: int, then: Callable[[], None]) -> None:
        if self._latest.get(about) == number:
            del self._latest[about]
            then()

    def _fail(self, about: Hashable, number: int, sentence: str) -> None:
        self._deliver(about, number, lambda: self.failed.emit(sentence))


def _raise(bug: Exception) -> None:
    raise bug
