"""How often somebody may ask. Each copy of the server counts for itself."""

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from server.errors import SlowDownError


class Limits:
    """Any thread may call."""

    def __init__(self, requests_per_minute: int, sign_ins_per_minute: int) -> None:
        self._limiter = FixedWindowRateLimiter(MemoryStorage())
        self._requests = RateLimitItemPerMinute(requests_per_minute)
        self._sign_ins = RateLimitItemPerMinute(sign_ins_per_minute)

    def request(self, who: str) -> None:
        """Count a request of a person, a token's owner or a station. Raises ``SlowDownError``."""
        self._count(self._requests, "request", who)

    def sign_in(self, address: str, login: str) -> None:
        """Count an attempt at guessing. Raises ``SlowDownError``."""
        self._count(self._sign_ins, "address", address)
        self._count(self._sign_ins, "login", login[:128])

    def password(self, who: str) -> None:
        """Count an attempt at guessing the password of somebody signed in. Raises ``SlowDownError``."""
        self._count(self._sign_ins, "password", who)

    def code(self, address: str) -> None:
        """Count an attempt at guessing a code. Raises ``SlowDownError``."""
        self._count(self._sign_ins, "code", address)

    def _count(self, item: RateLimitItem, *key: str) -> None:
        if not self._limiter.hit(item, *key):
            raise SlowDownError("too often; please wait a minute", retry_after_s=60)
