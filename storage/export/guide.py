"""The two pages at the top of a bundle: what is in it, and whether it is unchanged."""

from collections.abc import Sequence

from markupsafe import Markup

from storage.export import words
from storage.export.page import ASSETS, policy, templates
from storage.reports import SessionReport


def contents_page(reports: Sequence[SessionReport], public: bytes) -> str:
    """A line a session, each leading to its results page."""
    style = _asset("page.css")
    return (
        templates()
        .get_template("contents.html.j2")
        .render(
            reports=reports,
            public=public.hex(),
            words=words,
            style=style,
            policy=policy(style, ""),
        )
    )


def verify_page() -> str:
    """A page that checks the bundle in a browser, without a network."""
    style, script = _asset("page.css"), _asset("sha256.js") + _asset("verify.js")
    return (
        templates()
        .get_template("verify.html.j2")
        .render(style=style, script=script, policy=policy(style, script))
    )


def _asset(name: str) -> Markup:
    return Markup((ASSETS / name).read_text("utf-8"))  # noqa: S704 - our own file
