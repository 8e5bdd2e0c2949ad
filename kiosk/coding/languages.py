"""How a program of each language is built and run inside the sandbox."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.coding.box import MIB, Limits
from kiosk.domain.code import CodeLanguage, CodingTask

BUILT = "program.tar"
"""What a build writes to its output and a run finds in its folder."""
LONGEST_MESSAGES_BYTES = 64 * 1024
BUILD = Limits(cpu_s=20, wall_s=40, memory_bytes=1024 * MIB, output_bytes=32 * MIB, reserve_bytes=2048 * MIB)
_MANAGED_RESERVE_BYTES = 2048 * MIB
_QUICK_JVM = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xshare:auto")
_QUICK_JAVAC = " ".join(f"-J{option}" for option in _QUICK_JVM)


@dataclass(frozen=True, slots=True)
class Recipe:
    """One language. ``{heap}`` in ``run`` stands for the size in MiB its runtime may manage."""

    file: str
    """The source's name."""
    run: tuple[str, ...]
    product: str
    """What people call the compiler or interpreter."""
    version: tuple[str, ...]
    """A command whose first line holds its version."""
    build: str = ""
    """A shell command that leaves ``built`` behind; empty when the source is run as it is."""
    built: str = "program"
    reserve_bytes: int = 0
    stack_bytes: int = 64 * MIB
    processes: int = 16
    out_of_memory: bytes = b"std::bad_alloc"
    """What it writes to its error output when it was refused memory."""

    def command(self, task: CodingTask) -> tuple[str, ...]:
        """Runs the program, built or not, in its folder."""
        heap = str(task.memory_limit_bytes * 3 // 4 // MIB)
        words = tuple(word.replace("{heap}", heap) for word in self.run)
        unpack = f'tar -xf {BUILT} && exec "$@"'
        return ("/bin/sh", "-c", unpack, "run", *words) if self.build else words

    def build_command(self) -> tuple[str, ...]:
        """Builds the program and writes it to the output as an archive."""
        return ("/bin/sh", "-c", f"{self.build} && tar -cf - {self.built}")

    def limits(self, task: CodingTask, output_bytes: int) -> Limits:
        """For one test."""
        return Limits(
            cpu_s=task.time_limit_s,
            wall_s=4 * task.time_limit_s + 4,
            memory_bytes=task.memory_limit_bytes,
            output_bytes=output_bytes,
            reserve_bytes=self.reserve_bytes,
            stack_bytes=self.stack_bytes,
            processes=self.processes,
        )


_CPP = Recipe(
    file="main.cpp",
    build="g++ -O2 -std=c++20 -o program main.cpp",
    run=("./program",),
    product="G++",
    version=("g++", "--version"),
)

RECIPES: Mapping[CodeLanguage, Recipe] = {
    CodeLanguage.PYTHON: Recipe(
        file="main.py",
        run=("python3", "-IB", "main.py"),
        product="Python",
        version=("python3", "--version"),
        out_of_memory=b"MemoryError",
    ),
    CodeLanguage.JAVASCRIPT: Recipe(
        file="main.js",
        run=("node", "--max-old-space-size={heap}", "main.js"),
        product="Node.js",
        version=("node", "--version"),
        reserve_bytes=_MANAGED_RESERVE_BYTES,
        stack_bytes=8 * MIB,
        processes=64,
        out_of_memory=b"heap out of memory",
    ),
    CodeLanguage.C: replace(
        _CPP,
        file="main.c",
        build="gcc -O2 -std=c17 -o program main.c -lm",
        product="GCC",
        version=("gcc", "--version"),
    ),
    CodeLanguage.CPP: _CPP,
    CodeLanguage.JAVA: Recipe(
        file="Main.java",
        build=f"javac {_QUICK_JAVAC} -d . Main.java",
        built="*.class",
        run=("java", *_QUICK_JVM, "-Xss8m", "-Xmx{heap}m", "Main"),
        product="Java",
        version=("javac", "-version"),
        reserve_bytes=_MANAGED_RESERVE_BYTES,
        stack_bytes=8 * MIB,
        processes=64,
        out_of_memory=b"OutOfMemoryError",
    ),
}
