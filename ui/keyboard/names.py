"""What keys are called by those who hear them."""

from PySide6.QtCore import QCoreApplication

from ui.keyboard.layouts import Act, Key


def name_of(key: Key) -> str:
    """What a key is called."""
    if key in set(Act):
        return _act(Act(key))
    return _sign(key) or (_words("Capital {letter}").format(letter=key) if key.isupper() else key)


def _act(act: Act) -> str:
    match act:
        case Act.SHIFT:
            return _words("Capital letter")
        case Act.ERASE:
            return _words("Erase")
        case Act.SIGNS:
            return _words("Signs")
        case Act.LANGUAGE:
            return _words("Keys of another language")
        case Act.INDENT:
            return _words("Indent")
        case Act.SPACE:
            return _words("Space")
        case Act.LEFT:
            return _words("To the left")
        case Act.RIGHT:
            return _words("To the right")
        case Act.ENTER:
            return _words("Enter")
        case Act.HIDE:
            return _words("Hide the keyboard")


def _sign(sign: Key) -> str:  # noqa: PLR0912 - a closed list, one line each
    match sign:
        case ",":
            return _words("Comma")
        case ".":
            return _words("Full stop")
        case "?":
            return _words("Question mark")
        case "¿":
            return _words("Opening question mark")
        case "!":
            return _words("Exclamation mark")
        case "¡":
            return _words("Opening exclamation mark")
        case ":":
            return _words("Colon")
        case ";":
            return _words("Semicolon")
        case "'":
            return _words("Apostrophe")
        case '"':
            return _words("Quotation mark")
        case "`":
            return _words("Backtick")
        case "´":
            return _words("Acute accent")
        case "¨":
            return _words("Diaeresis")
        case "^":
            return _words("Caret")
        case "~":
            return _words("Tilde")
        case "+":
            return _words("Plus")
        case "-":
            return _words("Minus")
        case "*":
            return _words("Asterisk")
        case "/":
            return _words("Slash")
        case "\\":
            return _words("Backslash")
        case "|":
            return _words("Vertical bar")
        case "=":
            return _words("Equals")
        case "<":
            return _words("Less than")
        case ">":
            return _words("Greater than")
        case "%":
            return _words("Per cent")
        case "&":
            return _words("Ampersand")
        case "#":
            return _words("Number sign")
        case "@":
            return _words("At sign")
        case "_":
            return _words("Underscore")
        case "$":
            return _words("Dollar")
        case "€":
            return _words("Euro")
        case "(":
            return _words("Opening bracket")
        case ")":
            return _words("Closing bracket")
        case "[":
            return _words("Opening square bracket")
        case "]":
            return _words("Closing square bracket")
        case "{":
            return _words("Opening brace")
        case "}":
            return _words("Closing brace")
        case _:
            return ""


def _words(text: str) -> str:
    return QCoreApplication.translate("keyboard", text)
