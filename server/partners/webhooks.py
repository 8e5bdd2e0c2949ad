"""Telling a callback address: signed as Standard Webhooks describe, once an attempt, within a deadline."""

import asyncio
import base64
import hashlib
import hmac
import json
import ssl
from dataclasses import dataclass
from typing import Any

import httpx2

from server.errors import InvalidError
from server.partners.addresses import ForbiddenAddressError, Target, look_up, target_of
from server.tables.partners import Outcome

DEADLINE_S = 15.0
"""Of a whole attempt, however slowly the other side drips."""
SECRET_PREFIX = "whsec_"  # noqa: S105 - says what it is
_AGAIN = frozenset({408, 425, 429})


@dataclass(frozen=True, slots=True)
class Notice:
    """What to tell; ``id`` stays the same in all attempts, so that the other side can drop repeats."""

    id: str
    url: str
    method: str
    message: dict[str, Any]


def secret_text(secret: bytes) -> str:
    """A signing secret as it is told to the orderer."""
    return SECRET_PREFIX + base64.b64encode(secret).decode()


def signature(secret: bytes, notice_id: str, unix_s: int, body: bytes) -> str:
    """What the header ``webhook-signature`` says."""
    signed = hmac.new(secret, f"{notice_id}.{unix_s}.".encode() + body, hashlib.sha256).digest()
    return "v1," + base64.b64encode(signed).decode()


def tell(notice: Notice, secret: bytes, unix_s: int, *, trying_out: bool) -> Outcome:
    """One attempt, ``DEADLINE_S`` at most. Not from a thread with an event loop. Never raises."""
    body = json.dumps(notice.message, separators=(",", ":")).encode()
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Interview-Kiosk",
        "webhook-id": notice.id,
        "webhook-timestamp": str(unix_s),
        "webhook-signature": signature(secret, notice.id, unix_s, body),
    }
    try:
        target = target_of(notice.url, trying_out=trying_out)
        return asyncio.run(_send(notice.method, target, headers, body, trying_out=trying_out))
    except (ForbiddenAddressError, InvalidError):
        return Outcome.FORBIDDEN_ADDRESS
    except (TimeoutError, httpx2.TimeoutException):
        return Outcome.TOO_SLOW
    except (OSError, httpx2.HTTPError):
        return Outcome.UNREACHABLE


async def _send(
    method: str, target: Target, headers: dict[str, str], body: bytes, *, trying_out: bool
) -> Outcome:
    async with asyncio.timeout(DEADLINE_S):
        address = await look_up(target, trying_out=trying_out)
        host = f"[{target.host}]" if ":" in target.host else target.host
        url = httpx2.URL(scheme=target.scheme, host=address, port=target.port, raw_path=target.path.encode())
        async with httpx2.AsyncClient(
            verify=ssl.create_default_context(), trust_env=False, follow_redirects=False, timeout=DEADLINE_S
        ) as client:
            request = client.build_request(
                method,
                url,
                headers=headers | {"Host": f"{host}:{target.port}"},
                content=body,
                extensions={"sni_hostname": target.host},
            )
            answer = await client.send(request, stream=True)
            await answer.aclose()
    return _outcome(answer.status_code)


def _outcome(status: int) -> Outcome:
    if status < 300:
        return Outcome.DELIVERED
    if status < 400:
        return Outcome.REDIRECTED
    return Outcome.BUSY if status >= 500 or status in _AGAIN else Outcome.REFUSED
