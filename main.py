"""Interview Kiosk's one door: ``main.py COMMAND``."""

from commands import (  # noqa: F401 - importing them adds them
    assess,
    demo,
    desk,
    doctor,
    export,
    kiosk,
    lockdown,
    look,
    pack,
    people,
    privacy,
    readiness,
    record,
    repair,
    serve,
    set_up,
    sync,
)
from commands.app import app
from kiosk.config.log import set_up_log

if __name__ == "__main__":
    set_up_log("command")
    app()
