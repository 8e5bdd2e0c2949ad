"""Interview Kiosk's one door: ``main.py COMMAND``."""

from commands import (  # noqa: F401 - importing them adds them
    assess,
    demo,
    desk,
    export,
    kiosk,
    look,
    pack,
    people,
    privacy,
    readiness,
    record,
    repair,
    serve,
    sync,
)
from commands.app import app

if __name__ == "__main__":
    app()
