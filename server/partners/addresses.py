"""Where the server may tell somebody something: the rule, and looking an address up by it.

Whoever orders names the address, so without a rule they could have the server ask what only it can reach.

1. ``https``, without user name, password or fragment.
2. Every address that the name has is a public one; nothing private, local, reserved or translated.
3. The connection goes to the address that was checked, so that a name cannot change its mind in between;
   the certificate must still be the name's.
4. No redirect is followed, no proxy asked, no answer read (``server.partners.webhooks``).

A server without a ``public_url`` is being tried out: it also tells loopback addresses, even by ``http``.
"""

import asyncio
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from server.errors import InvalidError

LONGEST = 2000
_PORTS = {"https": 443, "http": 80}
_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"), IPv6Network("2002::/16"))
"""IPv6 addresses that are IPv4 addresses in disguise."""


@dataclass(frozen=True, slots=True)
class Target:
    """A callback address in parts."""

    scheme: str
    host: str
    port: int
    path: str
    """With the query."""


class ForbiddenAddressError(Exception):
    """The rule does not allow to tell this address anything."""


def target_of(url: str, *, trying_out: bool) -> Target:
    """A callback address in parts. Raises ``InvalidError`` for what the rule can refuse by its looks."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise InvalidError("the callback address cannot be read") from error
    schemes = ("https", "http") if trying_out else ("https",)
    strange = not url.isascii() or not url.isprintable() or any(sign in url for sign in ' \\"<>')
    if len(url) > LONGEST or strange or parts.scheme not in schemes or not parts.hostname:
        raise InvalidError("the callback address must be https://…")
    if "@" in parts.netloc or "#" in url:
        raise InvalidError("the callback address must not have a user name or a fragment")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, parts.hostname, port or _PORTS[parts.scheme], path)


async def look_up(target: Target, *, trying_out: bool) -> str:
    """An address to connect to. Raises ``ForbiddenAddressError``, and ``OSError`` for unknown names."""
    found = await asyncio.get_running_loop().getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    addresses = [ip_address(str(address[0]).partition("%")[0]) for *_, address in found]
    if not addresses or not all(_allowed(address, target, trying_out=trying_out) for address in addresses):
        raise ForbiddenAddressError(target.host)
    return str(min(addresses, key=lambda address: address.version))  # the old kind works everywhere


def _allowed(address: IPv4Address | IPv6Address, target: Target, *, trying_out: bool) -> bool:
    if address.is_loopback:
        return trying_out
    return target.scheme == "https" and is_public(address)


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether anybody in the world may reach it."""
    if isinstance(address, IPv6Address):
        disguised = address.ipv4_mapped is not None or address.teredo is not None
        if disguised or any(address in network for network in _TRANSLATED):
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved)
