"""Handing out files: whole, or the stretch that a player asks for."""

import re
from pathlib import PurePosixPath

from fastapi.responses import Response, StreamingResponse

from server.blobs.store import Blobs, file_key
from server.errors import ServerError
from server.tables.files import FileRow

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
_TYPES = {
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".m4a": "audio/mp4",
    ".flac": "audio/flac",
    ".wav": "audio/wav",
    ".vtt": "text/vtt",
    ".json": "application/json",
    ".jpg": "image/jpeg",
}


class RangeError(ServerError):
    """The stretch that was asked for is not in the file."""

    status = 416
    code = "range"


def serve(blobs: Blobs, row: FileRow, asked: str) -> Response:
    """A whole file, or the one range of it that was asked. Raises ``RangeError``."""
    start, end = _stretch(asked, row.size_bytes)
    partial = (start, end) != (0, row.size_bytes)
    headers = {
        "Accept-Ranges": "bytes",
        "Content-Length": str(end - start),
        "Cache-Control": "private, no-store",
        "ETag": f'"{row.sha256}"',
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": f'inline; filename="{PurePosixPath(row.name).name}"',
    }
    if partial:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{row.size_bytes}"
    return StreamingResponse(
        blobs.read(file_key(row.session_id, row.sha256), start, end - start),
        206 if partial else 200,
        headers,
        media_type=_TYPES.get(PurePosixPath(row.name).suffix, "application/octet-stream"),
    )


def _stretch(asked: str, size: int) -> tuple[int, int]:
    """From where to where; several ranges, or what is no range, mean the whole file."""
    found = _RANGE.fullmatch(asked.strip())
    if found is None or found[1] == found[2] == "":
        return 0, size
    if found[1] == "":
        return max(0, size - int(found[2])), size
    start = int(found[1])
    end = min(size, int(found[2]) + 1) if found[2] else size
    if start >= end:
        raise RangeError("the file has no such stretch", size_bytes=size)
    return start, end
