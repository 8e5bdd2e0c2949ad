"""Runs one command inside the sandbox until it ends, is ended for a limit, or is cancelled."""

import contextlib
import fcntl
import json
import os
import selectors
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from io import FileIO

from kiosk.coding.box import MIB, Doors, Limits, Surroundings, enclosed
from kiosk.coding.errors import SandboxError
from kiosk.coding.syscalls import refusal_filter
from kiosk.coding.watch import Usage, Watch

LOOK_EVERY_S = 0.005
_SEALS = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL
_PROBE = Limits(cpu_s=5, wall_s=10, memory_bytes=64 * MIB, output_bytes=4096)
_POLITENESS = 5
"""The recording goes first."""


class Ending(StrEnum):
    """Why a command is over."""

    EXITED = "exited"
    CPU = "cpu"
    WALL = "wall"
    MEMORY = "memory"
    OUTPUT = "output"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Job:
    """A command, what lies in its folder, and what it reads."""

    command: Sequence[str]
    limits: Limits
    files: Mapping[str, bytes] = field(default_factory=dict)
    input: bytes = b""


@dataclass(frozen=True, slots=True)
class Finish:
    """How a command ended; ``exit_code`` is 128 + n for a program that signal n ended."""

    ending: Ending
    exit_code: int
    cpu_s: float
    wall_s: float
    memory_bytes: int
    """The most that was seen; what lives for less than some milliseconds may not be seen at its largest."""
    output: bytes
    error_output: bytes


class Sandbox:
    """Any number of threads may run jobs at the same time."""

    def __init__(self, around: Surroundings | None = None) -> None:
        self._around = around or Surroundings()

    def check(self) -> None:
        """Raises ``SandboxError`` with a sentence when programs cannot be run safely here."""
        if self.run(Job(("/bin/true",), _PROBE)).exit_code != 0:
            raise SandboxError("This system does not let bubblewrap isolate a program.")

    def run(self, job: Job, cancelled: threading.Event | None = None) -> Finish:
        """Run the job to its end; nothing of it is left when this returns. Raises ``SandboxError``."""
        try:
            with contextlib.ExitStack() as stack:
                return self._started(stack, job, cancelled or threading.Event()).to_the_end()
        except OSError as error:
            raise SandboxError(f"A program could not be started: {error.strerror}.") from error

    def _started(self, stack: contextlib.ExitStack, job: Job, cancelled: threading.Event) -> "_Run":
        status, written_by_bubblewrap = _pipe(stack)
        doors = Doors(
            status=written_by_bubblewrap.fileno(),
            seccomp=_paper(stack, refusal_filter()),
            files={name: _paper(stack, content) for name, content in job.files.items()},
        )
        process = subprocess.Popen(
            enclosed(job.command, job.limits, doors, self._around),
            stdin=_paper(stack, job.input),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            pass_fds=(doors.status, doors.seccomp, *doors.files.values()),
            env={},
            bufsize=0,
        )
        written_by_bubblewrap.close()
        return _Run(process, status, job.limits, cancelled)


class _Run:
    """One command while it runs."""

    def __init__(
        self, process: "subprocess.Popen[bytes]", status: int, limits: Limits, cancelled: threading.Event
    ) -> None:
        assert process.stdout is not None
        assert process.stderr is not None
        self._process = process
        self._limits = limits
        self._cancelled = cancelled
        self._started = time.monotonic()
        self._killed = False
        self._most = Usage()
        self._heard = {status: bytearray(), process.stdout.fileno(): bytearray()}
        self._heard[process.stderr.fileno()] = bytearray()
        self._status, self._out, self._err = self._heard
        self._watch: Watch | None = None

    def to_the_end(self) -> Finish:
        """Watch it, end it if it must be, and tell."""
        ending = Ending.EXITED
        try:
            os.setpriority(os.PRIO_PROCESS, self._process.pid, _POLITENESS)
            for _ in self._listening():
                if ending is Ending.EXITED:
                    ending = self._over_a_limit() or ending
                if ending is not Ending.EXITED:
                    self._kill()
        except BaseException:
            self._process.kill()
            raise
        finally:
            taken = self._collect()
        return self._finish(ending, taken)

    def _listening(self) -> Iterator[None]:
        """Read everything it writes until nobody can write any more; stop by every few milliseconds."""
        with selectors.DefaultSelector() as selector:
            for source in self._heard:
                selector.register(source, selectors.EVENT_READ)
            while selector.get_map():
                for key, _ in selector.select(LOOK_EVERY_S):
                    piece = os.read(key.fd, 65536)
                    if not piece:
                        selector.unregister(key.fd)
                    elif len(self._heard[key.fd]) <= self._limits.output_bytes:
                        self._heard[key.fd] += piece
                yield

    def _over_a_limit(self) -> Ending | None:
        limits, now = self._limits, self._look()
        if self._cancelled.is_set():
            return Ending.CANCELLED
        if now.memory_bytes > limits.memory_bytes:
            return Ending.MEMORY
        if now.cpu_s > limits.cpu_s:
            return Ending.CPU
        if time.monotonic() - self._started > limits.wall_s:
            return Ending.WALL
        if max(len(self._heard[self._out]), len(self._heard[self._err])) > limits.output_bytes:
            return Ending.OUTPUT
        return None

    def _look(self) -> Usage:
        if self._watch is None and (pid := self._first_process()):
            self._watch = Watch(pid)
        if self._watch is None:
            return Usage()
        now = self._watch.look()
        self._most = Usage(max(self._most.cpu_s, now.cpu_s), max(self._most.memory_bytes, now.memory_bytes))
        return now

    def _first_process(self) -> int:
        line = bytes(self._heard[self._status]).partition(b"\n")
        return int(json.loads(line[0])["child-pid"]) if line[1] else 0

    def _kill(self) -> None:
        """End the first process, and with it, by the kernel, everybody in the sandbox.

        Not bubblewrap itself: killed while it builds the sandbox, it would leave half of it standing. So as
        long as there is no first process this does nothing, and is called again.
        """
        first = self._first_process()
        if first and not self._killed and self._exit_code() is None:
            self._killed = True
            with contextlib.suppress(ProcessLookupError):
                os.kill(first, signal.SIGKILL)

    def _collect(self) -> float:
        """Wait for bubblewrap, which waits for the others; the processor time of them all."""
        if self._watch is not None:
            self._watch.close()
        for stream in (self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()
        _, status, used = os.wait4(self._process.pid, 0)
        self._process.returncode = os.waitstatus_to_exitcode(status)
        return used.ru_utime + used.ru_stime

    def _finish(self, ending: Ending, cpu_s: float) -> Finish:
        code = self._exit_code()
        if code is None and ending is Ending.EXITED:
            raise SandboxError("This system does not let bubblewrap isolate a program.")
        return Finish(
            ending=ending,
            exit_code=-1 if code is None else code,
            cpu_s=max(cpu_s, self._most.cpu_s),  # of killed ones only the watch knows
            wall_s=time.monotonic() - self._started,
            memory_bytes=self._most.memory_bytes,
            output=bytes(self._heard[self._out][: self._limits.output_bytes]),
            error_output=bytes(self._heard[self._err][: self._limits.output_bytes]),
        )

    def _exit_code(self) -> int | None:
        for line in bytes(self._heard[self._status]).splitlines():
            if (code := json.loads(line).get("exit-code")) is not None:
                return int(code)
        return None


def _pipe(stack: contextlib.ExitStack) -> tuple[int, FileIO]:
    """The reading and the writing end."""
    reading, writing = os.pipe()
    stack.callback(os.close, reading)
    return reading, stack.enter_context(FileIO(writing, "wb"))


def _paper(stack: contextlib.ExitStack, content: bytes) -> int:
    """A descriptor to read ``content`` from, in memory, that nobody can change any more."""
    paper = os.memfd_create("paper", os.MFD_ALLOW_SEALING)
    stack.callback(os.close, paper)
    os.write(paper, content)
    os.lseek(paper, 0, os.SEEK_SET)
    fcntl.fcntl(paper, fcntl.F_ADD_SEALS, _SEALS)
    return paper
