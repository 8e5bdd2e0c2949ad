"""The templates, and how they are filled: everything is escaped unless a template says otherwise."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(template: str, **facts: object) -> str:
    """A page."""
    return TEMPLATES.get_template(template).render(**facts)
