"""Interview Kiosk's one door: ``main.py COMMAND``."""

from commands import assess, demo, kiosk, look, people, record, repair  # noqa: F401 - importing them adds them
from commands.app import app

if __name__ == "__main__":
    app()
