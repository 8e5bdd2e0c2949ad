"""A station's settings: ``station.toml`` in the data folder, overridden by ``KIOSK_…`` in the environment."""

import socket
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from kiosk.config.models import ModelSettings
from kiosk.domain.copies import CopyForm
from kiosk.domain.recording import PRESETS, DeviceChoice, Quality
from kiosk.domain.set_up import LONGEST_KEPT_DAYS
from kiosk.domain.tongue import Tongue

FILE_NAME = "station.toml"
_CUSTOM = ("width", "height", "fps", "video_kbps", "audio_kbps")

Hour = Annotated[int, Field(ge=0, le=24)]


class SettingsError(Exception):
    """The settings cannot be used; the text says which and why, for a technician."""


class QualityName(StrEnum):
    """The presets a station can record in."""

    HD = "hd"
    FULL_HD = "full-hd"
    SD = "sd"
    AUDIO = "audio"


QUALITIES: dict[QualityName, Quality] = {name: PRESETS[name] for name in QualityName}


class StationSettings(ModelSettings):
    """What a technician may set. ``auto`` takes the first real device, or a simulator with a banner."""

    model_config = SettingsConfigDict(env_prefix="KIOSK_", extra="forbid", frozen=True)

    name: str = Field(default_factory=lambda: socket.gethostname()[:32], min_length=1, max_length=32)
    language: Tongue = Tongue.ENGLISH
    """What the screen speaks while nobody has chosen another language, and always to staff."""
    camera: str = "auto"
    microphone: str = "auto"
    loudspeaker: str = "auto"
    quality: QualityName = QualityName.HD
    picture: bool = True
    """Without it nothing of the camera is recorded, whatever the preset says."""
    sound: bool = True
    width: int | None = Field(default=None, ge=160, le=3840)
    """Instead of the preset's own, as the next four."""
    height: int | None = Field(default=None, ge=120, le=2160)
    fps: int | None = Field(default=None, ge=1, le=60)
    video_kbps: int | None = Field(default=None, ge=100, le=50_000)
    audio_kbps: int | None = Field(default=None, ge=32, le=320)
    packs: tuple[Path, ...] = ()
    """Folders with more question packs, looked at before the built-in ones."""
    seal_to: tuple[str, ...] = ()
    """Public keys (age1…) of those who may read sessions that are over; without any they are not sealed."""
    seal_after_hours: float = Field(default=0, ge=0, le=24 * 365)
    """How long a session stays readable on the station, where people review it there."""
    keep_days: int = Field(default=LONGEST_KEPT_DAYS, ge=1, le=LONGEST_KEPT_DAYS)
    """How long recordings stay at most, also where a question pack says longer."""
    full_screen: bool = True
    staff_screen: str = ""
    """Where staff have a screen of their own: its name as the system calls it (HDMI-2), or ``second``."""
    copies: tuple[CopyForm, ...] = ()
    """In which other forms every recording is kept as well, made while nobody is interviewed."""
    export_to: tuple[str, ...] = ()
    """Public keys (age1…) that exports can be closed to; without any, those of ``seal_to``."""
    film_screen: bool = True
    """Whether the screen is filmed while a candidate writes a program."""
    release_start: bool = False
    """Every interview waits for staff before its first question."""
    morning_test: bool = False
    """Whether a test recording is made whenever the kiosk starts, before anybody can begin."""
    lock_between: bool = False
    """Nobody can begin before staff have opened the booth for them."""
    upload_mbit_s: float = Field(default=0, ge=0, le=10_000)
    """How fast recordings are sent to the central server at most; 0 for as fast as they go."""
    upload_hours: tuple[Hour, Hour] = (0, 24)
    """From which hour of the day to which they are sent; (20, 6) is the night."""
    live_picture: bool = True
    """Whether staff at the central server may look at the candidate, after the consent, while they watch."""

    @property
    def preset(self) -> Quality:
        """How this station records."""
        preset = QUALITIES[self.quality]
        own = {name: value for name in _CUSTOM if (value := getattr(self, name)) is not None}
        custom = replace(
            preset, video=preset.video and self.picture, audio=preset.audio and self.sound, **own
        )
        return custom if custom == preset else replace(custom, name="custom")

    @model_validator(mode="after")
    def _records_something(self) -> Self:
        if not (self.preset.video or self.preset.audio):
            raise ValueError("neither picture nor sound is to be recorded")
        return self

    @property
    def export_readers(self) -> tuple[str, ...]:
        """Whom exports can be closed to."""
        return self.export_to or self.seal_to

    @property
    def devices(self) -> DeviceChoice:
        """The devices as the recorder takes them."""
        return DeviceChoice(self.camera, self.microphone, self.loudspeaker)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic's signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic's signature
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Command line before environment before file; nothing else."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def read_settings(data: Path) -> StationSettings:
    """The settings of the station that keeps everything in ``data``. Raises ``SettingsError``."""
    return read_settings_file(data / FILE_NAME)


def read_settings_file(file: Path) -> StationSettings:
    """The settings that stand in one file and in the environment. Raises ``SettingsError``."""

    class Here(StationSettings):
        model_config = SettingsConfigDict(toml_file=file)

    try:
        return Here()
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(str(part) for part in problem['loc']) or 'settings'}: {problem['msg']}"
            for problem in error.errors()
        )
        raise SettingsError(f"{file}: {wrong}") from error
    except (OSError, ValueError) as error:
        raise SettingsError(f"{file}: {error}") from error
