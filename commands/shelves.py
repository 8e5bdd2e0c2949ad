"""Putting together what speaks, and where question packs lie."""

from pathlib import Path
from typing import TYPE_CHECKING

from commands.app import ASSETS
from kiosk.config.folders import Folders
from kiosk.config.settings import StationSettings

if TYPE_CHECKING:
    from kiosk.library.library import Library, Shelves
    from kiosk.voice.engine import Engine
    from kiosk.voice.rendered import RenderedVoice


def pack_roots(folders: Folders, settings: StationSettings) -> tuple[Path, ...]:
    """Where question packs are looked for: the station's own, then those sent to it, then those shipped."""
    return (*settings.packs, folders.packs, ASSETS / "packs")


def shelves_of(folders: Folders, settings: StationSettings) -> "Shelves":
    """Where the station's question packs are, and where their builds."""
    from kiosk.library.library import Shelves

    return Shelves(settings.packs, ASSETS / "packs", folders.built, folders.packs)


def library_of(folders: Folders, settings: StationSettings) -> "Library":
    """The station's question packs."""
    from kiosk.library.library import Library

    return Library(shelves_of(folders, settings), voice_of(folders, settings))


def voice_of(folders: Folders, settings: StationSettings) -> "RenderedVoice":
    """The voice the station was given, over its cache."""
    from kiosk.voice.rendered import RenderedVoice

    return RenderedVoice(folders.voice, engine_of(settings), ASSETS / "avatars")


def rehearsing_voice(folder: Path, settings: StationSettings) -> "RenderedVoice":
    """The same voice over another folder, for what is rendered during an interview."""
    from kiosk.voice.rendered import RenderedVoice

    return RenderedVoice(folder, engine_of(settings), ASSETS / "avatars", workers=1)


def engine_of(settings: StationSettings) -> "Engine":
    """What speaks while a pack is built."""
    from kiosk.voice.espeak import EspeakEngine

    if settings.voice == "server":
        from kiosk.voice.server import ServerEngine, VoiceServer

        key = settings.voice_key.get_secret_value()
        return ServerEngine(VoiceServer(settings.voice_url, settings.voice_model, key))
    if settings.voice == "piper":
        from kiosk.voice.piper import PiperEngine

        return PiperEngine(settings.voice_program, settings.voice_models)
    return EspeakEngine()
