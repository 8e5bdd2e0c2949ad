"""What all tables have in common: their names for constraints, and how an instant is kept."""

from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, Enum, MetaData
from sqlalchemy.orm import Composite, DeclarativeBase, composite, mapped_column

from kiosk.domain.moment import Moment


def _values(kind: type[StrEnum]) -> list[str]:
    return [member.value for member in kind]


class Tables(DeclarativeBase):
    """All tables; names of constraints are fixed so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        dict[str, Any]: JSON,
        list[str]: JSON,
        list[dict[str, Any]]: JSON,
        StrEnum: Enum(StrEnum, native_enum=False, length=32, values_callable=_values),
    }


def moment(name: str) -> Composite[Moment]:
    """An instant in three columns."""
    return composite(Moment, *_columns(name, nullable=False))


def moment_if_any(name: str) -> Composite[Moment | None]:
    """An instant, or nothing."""
    return composite(Moment, *_columns(name, nullable=True), return_none_on=lambda *values: values[0] is None)


def _columns(name: str, *, nullable: bool) -> list[Any]:
    return [mapped_column(f"{name}_{part}", nullable=nullable) for part in ("wall", "boot_id", "mono_s")]
