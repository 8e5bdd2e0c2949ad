"""Which system calls a candidate's program may not make, as a seccomp filter.

The sandbox's namespaces are the wall; this closes what lies outside every limit (memory that belongs to no
process) and the parts of the kernel that no exercise needs and that have been broken most often.
"""

import ctypes
import errno
import os
from functools import cache

from kiosk.coding.errors import SandboxError

MEMORY_OF_NOBODY = (
    "memfd_create", "memfd_secret", "shmget", "semget", "msgget", "mq_open", "socket",
)  # fmt: skip
"""Held by the kernel or by a descriptor: no process is charged for it."""

DEEP_KERNEL = (
    "add_key", "bpf", "fanotify_init", "fsopen", "io_uring_setup", "keyctl", "kexec_file_load",
    "kexec_load", "mount", "mount_setattr", "move_mount", "name_to_handle_at", "open_by_handle_at",
    "open_tree", "perf_event_open", "pivot_root", "process_vm_readv", "process_vm_writev", "ptrace",
    "request_key", "setns", "umount2", "unshare", "userfaultfd", "vmsplice",
)  # fmt: skip

_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | errno.EPERM
_LIBRARY = "libseccomp.so.2"


@cache
def refusal_filter() -> bytes:
    """The filter for this computer's processor, as ``bwrap --seccomp`` reads it.

    Programs of another architecture (32 bit) are killed at their first call. Raises ``SandboxError``.
    """
    try:
        library = ctypes.CDLL(_LIBRARY)
    except OSError as error:
        raise SandboxError("The library libseccomp is missing on this station.") from error
    library.seccomp_init.restype = ctypes.c_void_p
    context = ctypes.c_void_p(library.seccomp_init(ctypes.c_uint32(_ALLOW)))
    try:
        for name in MEMORY_OF_NOBODY + DEEP_KERNEL:
            number = library.seccomp_syscall_resolve_name(name.encode())
            refused = library.seccomp_rule_add_array(context, ctypes.c_uint32(_REFUSE), number, 0, None)
            if number >= 0 and refused != 0:
                raise SandboxError("This station cannot refuse system calls to a program.")
        return _exported(library, context)
    finally:
        library.seccomp_release(context)


def _exported(library: ctypes.CDLL, context: ctypes.c_void_p) -> bytes:
    file = os.memfd_create("filter")
    try:
        if library.seccomp_export_bpf(context, file) != 0:
            raise SandboxError("This station cannot refuse system calls to a program.")
        return os.pread(file, os.fstat(file).st_size, 0)
    finally:
        os.close(file)
