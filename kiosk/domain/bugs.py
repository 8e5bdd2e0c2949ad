"""What a log may tell of an exception: its kind and its places, not words that may be somebody's.

Foreign exceptions quote what they choked on: a validation error the answer, a database error the parameters
of its statement. Only this project's own exceptions, which are written for technicians, and those of the
operating system speak for themselves.
"""

from collections.abc import Iterator

HEADING = "Traceback, the first cause first:"
_OWN = ("capture", "commands", "kiosk", "server", "storage", "ui")


def told(error: BaseException) -> str:
    """The exception and what led to it, the first cause first: its places, a line each, and its kind."""
    lines = (line for one in reversed(list(_chain(error))) for line in _lines(one))
    return "\n".join((HEADING, *lines))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    led: BaseException | None = error
    while led is not None and id(led) not in seen:
        seen.add(id(led))
        yield led
        led = led.__cause__ or (None if led.__suppress_context__ else led.__context__)


def _lines(error: BaseException) -> Iterator[str]:
    place = error.__traceback__
    while place is not None:
        code = place.tb_frame.f_code
        yield f"  {code.co_filename}:{place.tb_lineno} in {code.co_name}"
        place = place.tb_next
    kind = type(error)
    own = kind.__module__.partition(".")[0] in _OWN
    systems = isinstance(error, OSError) and kind.__module__ == "builtins"
    yield f"{kind.__name__}: {error}" if own or systems else kind.__name__
