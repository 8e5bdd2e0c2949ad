"""Whether an output is the expected one."""

from kiosk.domain.code import Comparison


def agrees(output: str, answer: str, comparison: Comparison) -> bool:
    """Whether ``output`` says what ``answer`` does, as strictly as the problem wants it."""
    match comparison:
        case Comparison.TOKENS:
            return output.casefold().split() == answer.casefold().split()
        case Comparison.EXACT:
            return _unended(output) == _unended(answer)


def _unended(text: str) -> str:
    return text.replace("\r\n", "\n").removesuffix("\n")
