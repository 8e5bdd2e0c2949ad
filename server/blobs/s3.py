"""Objects in any store that speaks S3."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import boto3
from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from server.blobs.folder import empty_spool
from server.blobs.store import READ_BYTES, BlobError, BlobMissingError

_PART_BYTES = 16 << 20
_PLACE_S = 600
"""How long a station may put something where it was told."""
_MISSING = {"404", "NoSuchKey", "NotFound"}


class S3Blobs:
    """Implements ``server.blobs.store.Blobs``. Credentials come as boto3 takes them."""

    def __init__(  # noqa: PLR0913, PLR0917 - as many as there are settings
        self,
        scratch: Path,
        bucket: str,
        prefix: str = "",
        endpoint: str = "",
        region: str = "us-east-1",
        direct: str = "",
    ) -> None:
        """``scratch`` gets the spool, and is no other server's.

        ``direct`` is where stations reach the same store; empty where they do not.
        """
        self._bucket = bucket
        self._presigner = _client(direct, region) if direct else None
        self._prefix = f"{prefix.strip('/')}/" if prefix.strip("/") else ""
        self._client = _client(endpoint, region)
        # Uploads run in the caller's thread: a pool of its own would outlive the request.
        self._transfer = TransferConfig(
            multipart_threshold=_PART_BYTES, multipart_chunksize=_PART_BYTES, use_threads=False
        )
        self.spool = empty_spool(scratch)

    def take(self, key: str, file: Path) -> None:
        """See ``Blobs``."""
        with _plainly():
            self._client.upload_file(str(file), self._bucket, self._prefix + key, Config=self._transfer)
        file.unlink()

    def read(self, key: str, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        """See ``Blobs``."""
        if length == 0:
            return
        end = "" if length is None else str(start + length - 1)
        with _plainly():
            body = self._client.get_object(
                Bucket=self._bucket, Key=self._prefix + key, Range=f"bytes={start}-{end}"
            )["Body"]
            try:
                yield from body.iter_chunks(READ_BYTES)
            finally:
                body.close()

    def place(self, key: str, length: int) -> str | None:
        """See ``Blobs``."""
        if self._presigner is None:
            return None
        wanted = {"Bucket": self._bucket, "Key": self._prefix + key, "ContentLength": length}
        with _plainly():
            return str(self._presigner.generate_presigned_url("put_object", wanted, _PLACE_S))

    def size(self, key: str) -> int | None:
        """See ``Blobs``."""
        try:
            with _plainly():
                head = self._client.head_object(Bucket=self._bucket, Key=self._prefix + key)
                return int(head["ContentLength"])
        except BlobMissingError:
            return None

    def remove(self, key: str) -> None:
        """See ``Blobs``."""
        with _plainly():
            self._client.delete_object(Bucket=self._bucket, Key=self._prefix + key)

    def remove_below(self, prefix: str) -> int:
        """See ``Blobs``."""
        removed = 0
        with _plainly():
            pages = self._client.get_paginator("list_objects_v2").paginate(
                Bucket=self._bucket, Prefix=f"{self._prefix}{prefix.rstrip('/')}/"
            )
            for page in pages:
                for found in page.get("Contents", ()):
                    self._client.delete_object(Bucket=self._bucket, Key=found["Key"])
                    removed += 1
        return removed

    def sessions_below(self, kind: str) -> list[str]:
        """See ``Blobs``."""
        found: list[str] = []
        with _plainly():
            pages = self._client.get_paginator("list_objects_v2").paginate(
                Bucket=self._bucket, Prefix=f"{self._prefix}{kind}/", Delimiter="/"
            )
            for page in pages:
                found += [one["Prefix"].split("/")[-2] for one in page.get("CommonPrefixes", ())]
        return found

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()
        if self._presigner is not None:
            self._presigner.close()


def _client(endpoint: str, region: str) -> Any:
    return boto3.client(
        "s3",
        endpoint_url=endpoint or None,
        region_name=region,
        config=Config(
            signature_version="s3v4",
            connect_timeout=5,
            read_timeout=30,
            retries={"max_attempts": 3, "mode": "standard"},
            max_pool_connections=32,
            s3={"addressing_style": "path" if endpoint else "auto"},
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        ),
    )


@contextmanager
def _plainly() -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        code = str(error.response.get("Error", {}).get("Code", ""))
        if code in _MISSING:
            raise BlobMissingError("there is no such object") from error
        raise BlobError(f"the object store refused: {code}") from error
    except (Boto3Error, BotoCoreError, OSError) as error:
        raise BlobError(f"the object store failed: {type(error).__name__}") from error
