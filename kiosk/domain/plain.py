"""Values as plain data and back: what JSON can carry, strictly by the declared types.

A dataclass becomes a mapping of its fields; where several classes are possible the mapping names its
class under ``type``. Reading refuses what does not fit instead of guessing.
"""

import math
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, NewType, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Plain = dict[str, Any] | list[Any] | str | int | float | bool | None
T = TypeVar("T")
TAG = "type"


class NotPlainError(ValueError):
    """Data that is not of the declared type."""


def to_plain(value: object, *, keep_secrets: bool = False) -> Plain:
    """A value as plain data. Fields marked secret become empty unless they are to be kept."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return _finite(value)
    if isinstance(value, Enum):
        return cast(str, value.value)
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {str(key): to_plain(item, keep_secrets=keep_secrets) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [to_plain(item, keep_secrets=keep_secrets) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        plain: dict[str, Plain] = {TAG: type(value).__name__}
        for field in fields(value):
            hidden = field.metadata.get("secret", False) and not keep_secrets
            item = getattr(value, field.name)
            plain[field.name] = "" if hidden else to_plain(item, keep_secrets=keep_secrets)
        return plain
    raise NotPlainError(f"{type(value).__name__} cannot be written as plain data")


def as_mapping(value: object) -> dict[str, Any]:
    """A dataclass as a mapping of its fields and its ``type``."""
    return cast(dict[str, Any], to_plain(value))


def from_plain(kind: type[T] | types.UnionType, plain: Plain) -> T:
    """Plain data as a value of ``kind``, a class or a union of classes. Raises ``NotPlainError``."""
    return cast(T, _read(kind, plain))


def _read(kind: Any, plain: Plain) -> Any:
    if isinstance(kind, NewType):
        return _read(kind.__supertype__, plain)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _read_union(get_args(kind), plain)
    if origin is tuple:
        return tuple(_read(get_args(kind)[0], item) for item in _expect(list, plain))
    if origin is not None and issubclass(origin, Mapping):
        key, item = get_args(kind)
        return {_read(key, k): _read(item, v) for k, v in _expect(dict, plain).items()}
    if is_dataclass(kind):
        return _read_dataclass(cast(type, kind), plain)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _read_enum(kind, plain)
    return _read_scalar(kind, plain)


def _read_union(kinds: tuple[Any, ...], plain: Plain) -> Any:
    if plain is None and types.NoneType in kinds:
        return None
    if isinstance(plain, dict) and TAG in plain:
        for kind in kinds:
            if is_dataclass(kind) and cast(type, kind).__name__ == plain[TAG]:
                return _read(kind, plain)
    for kind in kinds:
        if kind is not types.NoneType and not is_dataclass(kind):
            return _read(kind, plain)
    raise NotPlainError(f"none of {[getattr(kind, '__name__', kind) for kind in kinds]} fits")


def _read_dataclass(kind: type, plain: Plain) -> Any:
    data = _expect(dict, plain)
    if data.get(TAG) != kind.__name__:
        raise NotPlainError(f"expected {kind.__name__}, found {data.get(TAG)!r}")
    hints = _hints(kind)
    unknown = data.keys() - hints.keys() - {TAG}
    if unknown:
        raise NotPlainError(f"{kind.__name__} has no {sorted(unknown)}")
    try:
        return kind(**{name: _read(hints[name], data[name]) for name in hints if name in data})
    except TypeError as error:
        raise NotPlainError(f"{kind.__name__}: {error}") from error


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _read_enum(kind: type[Enum], plain: Plain) -> Enum:
    try:
        return kind(plain)
    except ValueError as error:
        raise NotPlainError(str(error)) from error


def _read_scalar(kind: Any, plain: Plain) -> Any:
    if kind is not float:
        return _expect(kind, plain)
    if isinstance(plain, int) and not isinstance(plain, bool):
        return float(plain)
    return _finite(_expect(float, plain))


def _finite(number: float) -> float:
    if not math.isfinite(number):
        raise NotPlainError(f"{number} is not a number that JSON knows")
    return number


def _expect(kind: type[T], plain: Plain) -> T:
    if not isinstance(plain, kind) or (isinstance(plain, bool) and kind is not bool):
        raise NotPlainError(f"expected {kind.__name__}, found {type(plain).__name__}")
    return plain
