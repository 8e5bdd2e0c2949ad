"""Interview Kiosk's one door: ``main.py COMMAND``."""

from commands import assess, demo, export, kiosk, look, people, record, repair  # noqa: F401 - they add themselves
from commands.app import app

if __name__ == "__main__":
    app()
