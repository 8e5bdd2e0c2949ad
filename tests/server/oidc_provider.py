"""A small OpenID Connect provider: discovery, keys, a code for whoever asks, and a token for the code."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey

CLIENT, SECRET = "kiosk", "a secret: with / signs"


@dataclass
class Provider:
    """What it says of whoever signs in; tests make it lie."""

    issuer: str
    key: ECKey = field(default_factory=lambda: ECKey.generate_key("P-256", {"kid": "k1"}))
    signs_with: ECKey | None = None
    """Another key than the one it shows."""
    lies: dict[str, Any] = field(default_factory=dict)
    """Claims that replace the true ones; ``None`` leaves one out."""
    replays: str = ""
    """A token of before that it gives out again, or one that somebody else made."""
    given: list[str] = field(default_factory=list)
    """The tokens that it has given out."""
    claims: dict[str, Any] = field(default_factory=lambda: {"sub": "u1"})
    asked: dict[str, dict[str, str]] = field(default_factory=dict)
    """What was asked for with each code."""

    def token(self, form: dict[str, str], basic: str) -> dict[str, str] | None:
        """The answer for a code, once; ``None`` when something does not fit."""
        said = self.asked.pop(form.get("code", ""), None)
        right = base64.b64encode(f"{CLIENT}:a%20secret%3A%20with%20%2F%20signs".encode()).decode()
        if said is None or basic != f"Basic {right}" or form["redirect_uri"] != said["redirect_uri"]:
            return None
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != said["code_challenge"]:
            return None
        now = int(time.time())
        true = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 60, "nonce": said["nonce"]}
        claims = {
            name: value for name, value in (true | self.claims | self.lies).items() if value is not None
        }
        signed = jwt.encode({"alg": "ES256", "kid": "k1"}, claims, self.signs_with or self.key)
        self.given.append(signed)
        return {"access_token": "a", "token_type": "Bearer", "id_token": self.replays or signed}

    def sign_in(self, address: str) -> str:
        """Where the provider sends the browser back to, once somebody has signed in at ``address``."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert (asked["client_id"], asked["response_type"]) == (CLIENT, "code")
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_hex(8)
        self.asked[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'state': asked['state'], 'code': code})}"


@contextmanager
def provider_running() -> Iterator[Provider]:
    """Listen on loopback until the block is left."""

    class Handler(BaseHTTPRequestHandler):
        def _answer(self, status: int, message: Any) -> None:
            body = json.dumps(message).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            """Tell where everything is, or the keys."""
            if self.path == "/.well-known/openid-configuration":
                places = {"authorization_endpoint": "in", "token_endpoint": "token", "jwks_uri": "keys"}
                known = {name: f"{address}/{place}" for name, place in places.items()}
                self._answer(200, known | {"issuer": provider.issuer})
            else:
                self._answer(200, {"keys": [provider.key.as_dict(private=False)]})

        def do_POST(self) -> None:
            """Give a token for a code."""
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            token = provider.token(form, self.headers.get("Authorization", ""))
            self._answer(200 if token else 400, token or {"error": "invalid_grant"})

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        address = f"http://127.0.0.1:{listening.server_address[1]}"
        provider = Provider(address)
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield provider
        finally:
            listening.shutdown()
            thread.join()
