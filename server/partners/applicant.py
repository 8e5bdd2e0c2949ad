"""Whom partners' programs name. They send more than is needed; what is not needed is not kept."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

_Text = Annotated[str, Field(max_length=100, pattern=r"^[^\x00-\x1f\x7f]*$")]


class Said(BaseModel):
    """What a partner's program sends."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Applicant(Said):
    """A person."""

    first_name: _Text = ""
    last_name: _Text = ""

    @property
    def name(self) -> str:
        """What people call them."""
        return f"{self.first_name} {self.last_name}".strip()
