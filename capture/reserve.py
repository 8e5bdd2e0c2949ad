"""Room on the disk that a file owns before it needs it.

A disk that something else fills at once then refuses the next stretch of room, not the next picture: what
is on its way still arrives, and the file can be ended in good order.
"""

import ctypes
import errno
import os

_KEEP_SIZE = 1
_UNSUPPORTED = frozenset({errno.EOPNOTSUPP, errno.ENOSYS})

_fallocate = getattr(ctypes.CDLL(None, use_errno=True), "fallocate", None)
if _fallocate:
    _fallocate.argtypes = (ctypes.c_int, ctypes.c_int, ctypes.c_int64, ctypes.c_int64)


def reserve(handle: int, start: int, length: int) -> None:
    """Give an open file these bytes of the disk; its length stays. Raises ``OSError`` when there is no room.

    Does nothing where the system or the file system cannot.
    """
    if _fallocate and _fallocate(handle, _KEEP_SIZE, start, length):
        number = ctypes.get_errno()
        if number not in _UNSUPPORTED:
            raise OSError(number, os.strerror(number))
