"""Single sign-on: from the provider's word to an account. Any thread may call; raises ``ServerError``.

What must be heard again lies in a cookie that only this server can have made, so any copy may answer.
Accounts are never made here: the first sign-in finds the one that an administrator made for this e-mail
address without a password, and from then on the provider's subject counts and the address no more.
"""

import hmac
import json
import time
from dataclasses import asdict

from sqlalchemy import select

from kiosk.wire.signing import from_text, to_text
from server.access.service import Access, SignedIn
from server.audit.service import record
from server.database import Database
from server.errors import BusyError, NotFoundError, SignedOutError
from server.identity.secrets import new_token
from server.settings import ServerSettings
from server.signing import ServerKey
from server.sso.provider import Attempt, Identity, Provider, ProviderAwayError, SsoError
from server.tables.people import UserRow

MOST_S = 600
"""Somebody has so long to sign in at the provider."""
BACK = "/sign-in/sso/back"


class SingleSignOn:
    """At most one provider."""

    def __init__(self, database: Database, access: Access, key: ServerKey, settings: ServerSettings) -> None:
        self._database = database
        self._access = access
        self._secret = key.secret_for("single sign-on")
        self._back = settings.public_url.rstrip("/") + BACK
        self._provider: Provider | None = None
        if settings.oidc_issuer:
            secret = settings.oidc_client_secret.get_secret_value()
            self._provider = Provider(settings.oidc_issuer, settings.oidc_client_id, secret)

    @property
    def offered(self) -> bool:
        """Whether there is a provider."""
        return self._provider is not None

    def begin(self) -> tuple[str, str]:
        """Where the browser goes, and the cookie it brings back."""
        attempt = Attempt(new_token(), new_token(), new_token())
        try:
            return self._ask().address(attempt, self._back), self._cookie(attempt)
        except SsoError as error:
            raise BusyError(str(error), retry_after_s=10) from error

    def finish(self, cookie: str, state: str, code: str) -> SignedIn:
        """A login for whom the provider vouches."""
        provider, attempt = self._ask(), self._attempt(cookie)
        if not hmac.compare_digest(attempt.state.encode(), state.encode()):
            raise SignedOutError("this sign-in was not begun here; please try again", "sso_refused")
        try:
            identity = provider.identity(attempt, code, self._back)
        except ProviderAwayError as error:
            raise BusyError(str(error), retry_after_s=10) from error
        except SsoError as error:
            with self._database.write() as db:
                record(db, "nobody", "sign_in_refused")
            raise SignedOutError(
                "the sign-in could not be proved; please try again", "sso_refused"
            ) from error
        return self._access.admit(self._account(identity))

    def _ask(self) -> Provider:
        if self._provider is None:
            raise NotFoundError("this server has no single sign-on")
        return self._provider

    def _account(self, identity: Identity) -> UserRow:
        with self._database.write() as db:
            user = db.scalar(select(UserRow).where(UserRow.subject == identity.subject))
            if user is None and identity.email:
                user = db.scalar(
                    select(UserRow)
                    .where(
                        UserRow.login == identity.email,
                        UserRow.subject.is_(None),
                        UserRow.password_hash.is_(None),
                    )
                    .with_for_update()
                )
                if user is not None:
                    user.subject = identity.subject
                    record(db, "server", "account_bound", user.id)
        if user is None or not user.active:
            raise SignedOutError(
                "there is no account for you here; please ask an administrator", "no_account"
            )
        return user

    def _cookie(self, attempt: Attempt) -> str:
        body = json.dumps({**asdict(attempt), "until": int(time.time()) + MOST_S}).encode()
        return f"{to_text(body)}.{to_text(self._seal(body))}"

    def _attempt(self, cookie: str) -> Attempt:
        try:
            said, _, seal = cookie.partition(".")
            body = from_text(said)
            if not hmac.compare_digest(self._seal(body), from_text(seal)):
                raise ValueError("not ours")
            found = json.loads(body)
        except ValueError as error:
            raise SignedOutError(
                "this sign-in was not begun here; please try again", "sso_refused"
            ) from error
        if found.pop("until") < time.time():
            raise SignedOutError("the sign-in took too long; please try again", "sso_refused")
        return Attempt(**found)

    def _seal(self, body: bytes) -> bytes:
        return hmac.digest(self._secret, body, "sha256")
