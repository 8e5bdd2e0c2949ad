"""What the editor knows of each programming language."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.domain.code import CodeLanguage


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a language is coloured and indented, and what stands there to begin with."""

    lexer: str
    """Pygments' name."""
    opens: str
    """Characters at a line's end after which the next one is indented."""
    start: str = ""
    """So that nobody has to remember how a program reads its input."""
    indent: int = 4


_MAIN = "    \n    return 0;\n}\n"

DIALECTS: Mapping[CodeLanguage, Dialect] = {
    CodeLanguage.PYTHON: Dialect("python", ":([{", "import sys\n\nlines = sys.stdin.read().splitlines()\n\n"),
    CodeLanguage.JAVASCRIPT: Dialect(
        "javascript", "{([", 'const lines = require("fs").readFileSync(0, "utf8").split("\\n");\n\n', indent=2
    ),
    CodeLanguage.C: Dialect("c", "{([", "#include <stdio.h>\n\nint main(void) {\n" + _MAIN),
    CodeLanguage.CPP: Dialect("cpp", "{([", "#include <iostream>\n\nint main() {\n" + _MAIN),
    CodeLanguage.JAVA: Dialect(
        "java",
        "{([",
        "import java.util.Scanner;\n\npublic class Main {\n    public static void main(String[] args) {\n"
        "        Scanner input = new Scanner(System.in);\n        \n    }\n}\n",
    ),
}
