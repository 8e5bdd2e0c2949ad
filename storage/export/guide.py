"""The two pages at the top of a bundle: what is in it, and whether it is unchanged."""

from collections.abc import Sequence

from markupsafe import Markup

from kiosk.domain.tongue import Tongue
from storage.export.page import ASSETS, editions, policy, templates
from storage.export.tongue import gettext, speaking
from storage.reports import SessionReport


def guide(reports: Sequence[SessionReport], public: bytes, first: Tongue) -> dict[str, str]:
    """Both pages in every language, by file name."""
    found = {}
    for tongue in Tongue:
        with speaking(tongue):
            found[editions("index", first)[tongue]] = _contents_page(reports, public, first)
            found[editions("verify", first)[tongue]] = _verify_page(first)
    return found


def _contents_page(reports: Sequence[SessionReport], public: bytes, first: Tongue) -> str:
    """A line a session, each leading to its results page."""
    style = _asset("page.css")
    return (
        templates()
        .get_template("contents.html.j2")
        .render(
            reports=reports,
            public=public.hex(),
            editions=editions("index", first),
            checking=editions("verify", first),
            style=style,
            policy=policy(style, ""),
        )
    )


def _verify_page(first: Tongue) -> str:
    """A page that checks the bundle in a browser, without a network."""
    style, script = _asset("page.css"), _asset("sha256.js") + _asset("verify.js")
    return (
        templates()
        .get_template("verify.html.j2")
        .render(
            said=_said_by_the_script(),
            editions=editions("verify", first),
            style=style,
            script=script,
            policy=policy(style, script),
        )
    )


def _said_by_the_script() -> dict[str, str]:
    """Its words by what it calls them; ``{n}`` is a number."""
    return {
        "changed": gettext("changed"),
        "missing": gettext("missing"),
        "added": gettext("added"),
        "unreadable": gettext("unreadable"),
        "no_bundle": gettext("There is no bundle in this folder: the file bagit.txt is missing."),
        "all_good": gettext("All {n} files are exactly as they are listed."),
        "one_bad": gettext("1 file is not as the station wrote it:"),
        "some_bad": gettext("{n} files are not as the station wrote them:"),
        "signature_good": gettext("The lists of files are signed, and the signature is right."),
        "signature_bad": gettext(
            "The signature is wrong: the lists of files are not what the station signed."
        ),
        "signature_missing": gettext("There is no signature: nobody vouches for the lists of files."),
        "signature_unknown": gettext("This browser is too old to check the signature. main.py verify can."),
        "nobody": gettext("Nobody’s."),
    }


def _asset(name: str) -> Markup:
    return Markup((ASSETS / name).read_text("utf-8"))  # noqa: S704 - our own file
