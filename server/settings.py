"""The server's settings: ``server.toml`` in its data folder, overridden by ``KIOSK_SERVER_…``."""

from pathlib import Path
from typing import Self

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from server.errors import SetupError

FILE_NAME = "server.toml"
GIB = 1 << 30


class ServerSettings(BaseSettings):
    """What an operator may set; without anything the server keeps all in its data folder."""

    model_config = SettingsConfigDict(env_prefix="KIOSK_SERVER_", extra="forbid", frozen=True)

    host: str = "127.0.0.1"
    port: int = Field(default=8765, ge=0, le=65535)
    """0 takes a free one."""
    public_url: str = ""
    """How people's browsers reach the server, ``https://…``; empty: by host and port."""
    proxies: str = "127.0.0.1"
    """Addresses and networks, with commas, that are believed about where a request comes from."""
    database: str = ""
    """``postgresql://…``; empty: SQLite in the data folder."""
    objects: str = ""
    """``s3://bucket/prefix``; empty: a folder in the data folder."""
    s3_endpoint: str = ""
    """Of an S3 API that is not Amazon's. Credentials come as boto3 takes them."""
    s3_region: str = "us-east-1"
    s3_direct: str = ""
    """The S3 API's address as stations reach it: they then bring pieces there themselves; empty: here."""
    scratch: str = ""
    """Where uploads lie on their way into the S3 store, in ``spool``; empty: in the data folder."""
    key: SecretStr = SecretStr("")
    """The signing key, base64url; empty: ``server.key`` in the data folder. Copies share one."""
    oidc_issuer: str = ""
    """An OpenID Connect provider for single sign-on, exactly as it names itself; empty: none."""
    oidc_client_id: str = ""
    oidc_client_secret: SecretStr = SecretStr("")
    backup_days: int = Field(default=7, ge=0, le=365)
    """How old the oldest backup is that might be restored; receipts are anchored later than this."""
    keep_days: int = Field(default=0, ge=0, le=36500)
    """After so many days people are erased, held sessions apart; 0: when somebody says so."""
    most_recording_bytes: int = Field(default=16 * GIB, ge=1 << 20)
    """Of one recording that comes through the compatibility API."""
    login_hours: int = Field(default=12, ge=1, le=24 * 30)
    logins_per_minute: int = Field(default=10, ge=1)
    """Attempts from one address, and at one account."""
    requests_per_minute: int = Field(default=1200, ge=1)
    """Of one person, token or station."""

    @property
    def secure(self) -> bool:
        """Whether browsers come over TLS, so that cookies may insist on it."""
        return self.public_url.startswith("https://")

    @model_validator(mode="after")
    def _known_kinds(self) -> Self:
        if self.database and not self.database.startswith(("postgresql://", "sqlite://")):
            raise ValueError("database must begin with postgresql://")
        if self.objects and not self.objects.startswith("s3://"):
            raise ValueError("objects must begin with s3://")
        return self

    @model_validator(mode="after")
    def _provider_that_can_be_used(self) -> Self:
        if self.oidc_issuer:
            if not self.oidc_issuer.startswith(("https://", "http://127.0.0.1", "http://localhost")):
                raise ValueError("oidc_issuer must begin with https://")
            if not (self.public_url and self.oidc_client_id):
                raise ValueError("oidc_issuer needs public_url and oidc_client_id")
        return self


def read_settings(data: Path, **given: object) -> ServerSettings:
    """The settings of the server that keeps its things in ``data``. Raises ``SetupError``."""
    file = data / FILE_NAME

    class Here(ServerSettings):
        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic's signature
            file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic's signature
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, file)

    try:
        return Here(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(str(part) for part in problem['loc']) or 'settings'}: {problem['msg']}"
            for problem in error.errors(include_input=False)
        )
        raise SetupError(f"{file}: {wrong}") from error
    except (OSError, ValueError) as error:
        raise SetupError(f"{file}: {error}") from error
