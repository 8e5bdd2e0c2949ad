"""What all tables share: names of constraints, types for lists of words, JSON that both databases know."""

from enum import StrEnum
from typing import Annotated, Any, ClassVar

from sqlalchemy import JSON, BigInteger, Enum, MetaData, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, mapped_column

Hex32 = Annotated[str, mapped_column(String(32))]
"""An id."""
Hash = Annotated[str, mapped_column(String(64))]
"""A SHA-256 in hexadecimal digits."""
Wall = Annotated[str, mapped_column(String(24))]
"""An instant; see ``server.times``."""
Big = Annotated[int, mapped_column(BigInteger)]

_JSON = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


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
        dict[str, Any]: _JSON,
        list[str]: _JSON,
        list[dict[str, Any]]: _JSON,
        StrEnum: Enum(StrEnum, native_enum=False, length=32, values_callable=_values),
    }
