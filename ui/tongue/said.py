"""Everything the screen says, found in its sources: ``self.tr("…")`` in a class, ``_words("…")`` beside it.

A module's own function that hands its argument to ``translate("Context", …)`` belongs to that context. Such a
function is also handed the sentences of the domain's closed lists, which :func:`of_the_domain` knows.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from kiosk.domain.export import EXPORT_TEXTS, ExportTexts
from kiosk.domain.faults import CATALOGUE, FaultTexts

UI = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, order=True)
class Saying:
    """A string that can be translated; ``counted`` if it has a form for every kind of number."""

    context: str
    source: str
    counted: bool = False


def everything() -> list[Saying]:
    """What all of ``ui`` says, sorted, each once."""
    found = set(of_the_domain())
    for file in sorted(UI.rglob("*.py")):
        found.update(said_in(ast.parse(file.read_text("utf-8"))))
    return sorted(found)


def of_the_domain() -> Iterator[Saying]:
    """The sentences that the screen takes from the domain's lists."""
    texts: dict[str, Iterable[FaultTexts | ExportTexts]] = {
        "Fault": [entry.texts for entry in CATALOGUE.values()],
        "Export": EXPORT_TEXTS.values(),
    }
    for context, of_context in texts.items():
        for text in of_context:
            yield from (Saying(context, getattr(text, field.name)) for field in fields(text))


def said_in(module: ast.Module) -> Iterator[Saying]:
    """The strings that a module hands to Qt for translation, with their contexts."""
    contexts = dict(_translating_functions(module))
    for node, scope in _with_classes(module.body, ""):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="self"), attr="tr"), args=[first, *_]):
                context = scope
            case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in contexts:
                context = contexts[name]
            case _:
                continue
        if isinstance(first, ast.Constant):
            yield Saying(context, str(first.value), counted="%n" in str(first.value))


def _translating_functions(module: ast.Module) -> Iterator[tuple[str, str]]:
    """Functions of the module that hand their argument to ``QCoreApplication.translate("Context", …)``."""
    for function in module.body:
        if not isinstance(function, ast.FunctionDef):
            continue
        for node in ast.walk(function):
            match node:
                case ast.Call(func=ast.Attribute(attr="translate"), args=[ast.Constant(value=context), *_]):
                    yield function.name, str(context)


def _with_classes(nodes: Iterable[ast.AST], scope: str) -> Iterator[tuple[ast.AST, str]]:
    for node in nodes:
        yield node, scope
        inside = node.name if isinstance(node, ast.ClassDef) else scope
        yield from _with_classes(ast.iter_child_nodes(node), inside)
