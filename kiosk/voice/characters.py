"""Each avatar's own voice: the file ``<avatar>.toml`` beside its drawing."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kiosk.ports.voice import VoiceError
from kiosk.voice.style import ANYBODY, Character

Words = Annotated[int, Field(ge=80, le=300)]
Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9_+.-]{1,40}$")]


class _CharacterFile(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    espeak: dict[str, Name] = dict(ANYBODY.espeak)
    variant: Name = ANYBODY.variant
    rates_wpm: dict[str, Words] = dict(ANYBODY.rates_wpm)
    pitch: Annotated[int, Field(ge=0, le=99)] = ANYBODY.pitch
    server: Name = ANYBODY.server
    speaker: Annotated[int, Field(ge=0, le=10_000)] | None = ANYBODY.speaker


def character(folder: Path, avatar: str) -> Character:
    """How this avatar speaks; ``ANYBODY`` without a file. Raises ``VoiceError`` when the file is mistaken."""
    file = folder / f"{avatar}.toml"
    if not re.fullmatch("[a-z0-9-]+", avatar) or not file.is_file():
        return replace(ANYBODY, name=avatar)
    try:
        found = _CharacterFile.model_validate(tomllib.loads(file.read_text("utf-8")))
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}" for one in error.errors()
        )
        raise VoiceError(f"{file}: {wrong}") from error
    except (OSError, ValueError) as error:
        raise VoiceError(f"{file}: {error}") from error
    return Character(name=avatar, **found.model_dump())
