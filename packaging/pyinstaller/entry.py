"""Where the bundled program begins: at the command line, or as one of its own helper processes.

The program starts helpers as ``python -m MODULE`` and itself as ``python main.py COMMAND``. In a bundle the
program takes the interpreter's place, so it has to understand both.
"""

import os
import runpy
import sys

MAIN = "main.py"


def own_children_only() -> None:
    """Let programs that are not ours (ffmpeg, espeak-ng, pactl) find the system's libraries, not the bundle's."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)


def begin(words: list[str]) -> None:
    """Be the helper that the words name, or the command line."""
    if words[:1] == ["-m"] and len(words) > 1:
        sys.argv = words[1:]
        runpy.run_module(words[1], run_name="__main__", alter_sys=True)
        return
    if words and os.path.basename(words[0]) == MAIN:  # noqa: PTH119 - it need not be a path
        words = words[1:]
    sys.argv = ["interview-kiosk", *words]
    runpy.run_module("main", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    own_children_only()
    begin(sys.argv[1:])
