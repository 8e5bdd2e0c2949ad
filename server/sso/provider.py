"""What is asked of the OpenID Connect provider, and what is believed of its answers.

SsoError
├── ProviderAwayError     it does not answer, or not in words that can be read
└── NotBelievedError      it answered, and the proof of who signed in does not hold
"""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

import httpx2
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

PATIENCE_S = 10.0
LEEWAY_S = 60
ALGORITHMS = ("RS256", "PS256", "ES256", "Ed25519", "EdDSA")
"""Of signatures; nothing that the client's secret could make, and never ``none``."""
_DISCOVERY = "/.well-known/openid-configuration"
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


class SsoError(Exception):
    """The root of the tree."""


class ProviderAwayError(SsoError):
    """The provider does not answer, or not in words that can be read."""


class NotBelievedError(SsoError):
    """The proof of who signed in does not hold."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What this server made up for one attempt to sign in, and must hear again."""

    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom the provider vouches for."""

    subject: str
    """Issuer and subject: never given to anybody else."""
    email: str
    """Empty unless the provider says that it is theirs."""


class Provider:
    """One provider, asked anew for each sign-in: a changed key is known at once. Any thread may call."""

    def __init__(self, issuer: str, client_id: str, client_secret: str) -> None:
        self._issuer = issuer
        self._client_id = client_id
        self._secret = client_secret

    def address(self, attempt: Attempt, back: str) -> str:
        """Where the browser goes to sign in. Raises ``ProviderAwayError``."""
        with _client() as client:
            endpoint = self._endpoint(self._discover(client), "authorization_endpoint")
        address: str = prepare_grant_uri(
            endpoint,
            self._client_id,
            "code",
            redirect_uri=back,
            scope="openid email",
            state=attempt.state,
            nonce=attempt.nonce,
            code_challenge=create_s256_code_challenge(attempt.verifier),
            code_challenge_method="S256",
        )
        return address

    def identity(self, attempt: Attempt, code: str, back: str) -> Identity:
        """Who came back with a code. Raises ``SsoError``."""
        with _client() as client:
            known = self._discover(client)
            token = self._redeem(client, self._endpoint(known, "token_endpoint"), attempt, code, back)
            keys = _asked(client.get(self._endpoint(known, "jwks_uri")))
        return self._believed(token, keys, attempt)

    def _discover(self, client: httpx2.Client) -> dict[str, Any]:
        known = _asked(client.get(self._issuer.rstrip("/") + _DISCOVERY))
        if known.get("issuer") != self._issuer:
            raise ProviderAwayError("the provider says that it is another")
        return known

    def _endpoint(self, known: dict[str, Any], name: str) -> str:
        address = str(known.get(name, ""))
        parts = urlsplit(address)
        trying_out = urlsplit(self._issuer).hostname in _LOOPBACK and parts.hostname in _LOOPBACK
        if parts.scheme != "https" and not trying_out:
            raise ProviderAwayError(f"the provider's {name} is not https")
        return address

    def _redeem(
        self, client: httpx2.Client, endpoint: str, attempt: Attempt, code: str, back: str
    ) -> dict[str, Any]:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back,
            "client_id": self._client_id,
            "code_verifier": attempt.verifier,
        }
        named = f"{quote(self._client_id, safe='')}:{quote(self._secret, safe='')}"
        basic = base64.b64encode(named.encode()).decode()
        return _asked(client.post(endpoint, data=form, headers={"Authorization": f"Basic {basic}"}))

    def _believed(self, token: dict[str, Any], keys: dict[str, Any], attempt: Attempt) -> Identity:
        try:
            read = jwt.decode(str(token["id_token"]), KeySet.import_key_set(keys), list(ALGORITHMS))  # type: ignore[arg-type]
            claims = CodeIDToken(
                read.claims,
                read.header,
                {
                    "iss": {"essential": True, "value": self._issuer},
                    "aud": {"essential": True, "value": self._client_id},
                },
                {
                    "nonce": attempt.nonce,
                    "client_id": self._client_id,
                    "access_token": token.get("access_token"),
                },
            )
            claims.validate(leeway=LEEWAY_S)
        except (JoseError, KeyError, TypeError, ValueError) as error:
            raise NotBelievedError(str(error)) from error
        email = str(claims.get("email", "")) if claims.get("email_verified") is True else ""
        return Identity(f"{self._issuer} {claims['sub']}", email.lower())


@contextmanager
def _client() -> Iterator[httpx2.Client]:
    try:
        with httpx2.Client(timeout=PATIENCE_S, follow_redirects=False, trust_env=False) as client:
            yield client
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise ProviderAwayError("the provider does not answer") from error


def _asked(answer: httpx2.Response) -> dict[str, Any]:
    """An answer's JSON. A refusal of the code is not believed; everything else is trouble."""
    if answer.status_code in (400, 401):
        raise NotBelievedError("the provider does not accept the code")
    try:
        found = answer.json() if answer.is_success else None
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise ProviderAwayError(f"the provider answers {answer.status_code}")
    return found
