"""A station's set-up as the screen asks for it: settings, server, devices, staff, all on this machine."""

import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from capture.client import RecorderClient
from capture.devices import list_cameras, list_loudspeakers, list_microphones, resolve_auto
from capture.link import Launch
from commands.hearing import HearingTest
from commands.models import package_lacking
from commands.shelves import pack_roots, voice_of
from kiosk.config.folders import Folders
from kiosk.config.settings import FILE_NAME, SettingsError, StationSettings, read_settings
from kiosk.config.writing import keep_settings
from kiosk.domain.recording import PRESETS, DeviceChoice
from kiosk.domain.set_up import (
    DeviceOption,
    DeviceOptions,
    Hearing,
    Refused,
    Room,
    SetUpFacts,
    SetUpProblem,
    SpeechChoice,
    Trial,
)
from kiosk.domain.staff import Role
from kiosk.domain.transcript import SpeechEngine
from kiosk.flow.facts import RecorderFact
from kiosk.packs.errors import PackError
from kiosk.packs.shelf import available, find
from kiosk.ports.recorder import PreviewPicture, RecorderStatus
from kiosk.ports.sync import AwayError, SyncError
from kiosk.ports.voice import VoiceError
from kiosk.wire.enrolment import Enrol
from kiosk.wire.version import VERSION
from storage.errors import RefusedError, StorageError
from storage.staff import Staff
from storage.station import Storage
from storage.sync.enrolling import enrol
from storage.sync.memory import enrolment_of

SENTENCES = {
    "en": "This is how candidates hear the questions. Is it loud enough?",
    "de": "So hören die Bewerberinnen und Bewerber die Fragen. Ist es laut genug?",
    "es": "Así oyen las preguntas las personas entrevistadas. ¿Se oye bien?",
}
FIRST_MODEL = "whisper"
"""The folder a model goes into where there is none yet."""
_LEAVE_S = 0.5
_GONE_S = 10.0


def never_set_up(folders: Folders, settings: StationSettings, staff: Staff) -> bool:
    """Whether nobody has ever decided anything about this station, in any of the three places."""
    written = (folders.data / FILE_NAME).exists()
    return not (written or settings.model_fields_set or staff.members())


class StationSetUp:
    """Implements ``kiosk.ports.setting_up.SettingUp``; ``close`` when done."""

    def __init__(self, folders: Folders, storage: Storage, trial: Trial | None = None) -> None:
        self._folders, self._storage, self._trial = folders, storage, trial
        self._meeting = tempfile.TemporaryDirectory(prefix="set-up-")
        self._launch = Launch(Path(self._meeting.name) / "socket", ("--idle", str(_LEAVE_S)))
        self._recorder: RecorderClient | None = None
        self._hearing = HearingTest(folders.data)

    def close(self) -> None:
        """Let go of the devices and of the recorder that had them; nothing is heard any more."""
        self.stop_hearing()
        self.release()
        self._meeting.cleanup()

    def facts(self) -> SetUpFacts:
        """See ``SettingUp``."""
        settings, data = self._settings, self._folders.data
        server = enrolment_of(data)
        return SetUpFacts(
            name=settings.name,
            language=settings.language,
            server=server.url if server else "",
            devices=settings.devices,
            quality=settings.quality,
            keep_days=settings.keep_days,
            pack_days=self._pack_days(settings),
            speech=_speech_of(settings),
            models=self._models(),
            staff=self._storage.staff.members(),
            trial=self._trial,
        )

    def keep(self, settings: Mapping[str, str | int]) -> Refused | None:
        """See ``SettingUp``."""
        try:
            keep_settings(self._folders.data, settings)
        except SettingsError as error:
            return Refused(SetUpProblem.UNWRITABLE, str(error))
        return None

    def introduce(self, url: str, code: str) -> Refused | None:
        """See ``SettingUp``."""
        if not url.startswith(("https://", "http://")):
            return Refused(SetUpProblem.ADDRESS)
        try:
            asked = Enrol(code=code, name=self._settings.name, version=VERSION)
            enrol(self._folders.data, url, asked)
        except AwayError as error:
            return Refused(SetUpProblem.SERVER_AWAY, str(error))
        except (SyncError, ValueError) as error:
            return Refused(SetUpProblem.SERVER_REFUSES, str(error))
        except StorageError as error:
            return Refused(SetUpProblem.UNWRITABLE, str(error))
        return None

    def admit(self, name: str, pin: str, role: Role) -> Refused | None:
        """See ``SettingUp``."""
        try:
            self._storage.staff.add(name, pin, role)
        except RefusedError:
            return Refused(SetUpProblem.PIN)
        except StorageError as error:
            return Refused(SetUpProblem.UNWRITABLE, str(error))
        return None

    def dismiss(self, name: str) -> Refused | None:
        """See ``SettingUp``."""
        try:
            self._storage.staff.dismiss(name)
        except StorageError as error:
            return Refused(SetUpProblem.UNWRITABLE, str(error))
        return None

    def room(self) -> Room:
        """See ``SettingUp``."""
        spaces = {name: self._storage.media.space(quality) for name, quality in PRESETS.items()}
        free = next(space.free_bytes for space in spaces.values())
        return Room(free, {name: space.hours for name, space in spaces.items()})

    # --- speech ------------------------------------------------------------------------------
    def lacks(self, speech: SpeechChoice) -> Refused | None:
        """See ``SettingUp``."""
        from kiosk.assessment.gate import files_lacking

        if speech.engine is SpeechEngine.SERVER and not speech.url.startswith(("https://", "http://")):
            return Refused(SetUpProblem.SPEECH_ADDRESS)
        if package := package_lacking(speech.engine):
            return Refused(SetUpProblem.NOT_INSTALLED, package)
        if speech.engine is not SpeechEngine.WHISPER:
            return None
        if not Path(speech.folder).is_dir():
            return Refused(SetUpProblem.NO_FOLDER, speech.folder)
        files = files_lacking(Path(speech.folder))
        return Refused(SetUpProblem.NO_MODEL, ", ".join(files)) if files else None

    def hear(self, speech: SpeechChoice) -> Hearing | Refused | None:
        """See ``SettingUp``."""
        return self._hearing.run(speech)

    def stop_hearing(self) -> None:
        """See ``SettingUp``."""
        self._hearing.stop()

    def _models(self) -> tuple[str, ...]:
        place = self._folders.models
        found = sorted(folder for folder in place.iterdir() if folder.is_dir()) if place.is_dir() else []
        return tuple(str(folder) for folder in found) or (str(place / FIRST_MODEL),)

    # --- devices -----------------------------------------------------------------------------
    def options(self) -> DeviceOptions:
        """See ``SettingUp``."""
        found = (list_cameras(), list_microphones(), list_loudspeakers())
        return DeviceOptions(*(tuple(DeviceOption(one.choice, one.title) for one in kind) for kind in found))

    def try_devices(self, devices: DeviceChoice) -> None:
        """See ``SettingUp``."""
        if self._recorder is None:
            self._recorder = RecorderClient(self._launch)
            self._recorder.listen(_hear)
        self._recorder.open(resolve_auto(devices))

    def play(self) -> Refused | None:
        """See ``SettingUp``."""
        settings, recorder = self._settings, self._recorder
        language = settings.language
        try:
            voice = voice_of(self._folders, settings)
            voice.render([SENTENCES[language]], language)
            spoken = voice.utterance(SENTENCES[language], language)
        except VoiceError as error:
            return Refused(SetUpProblem.NO_VOICE, str(error))
        if spoken is None or recorder is None:
            return Refused(SetUpProblem.NO_VOICE)
        recorder.play(spoken.sound, "set-up", into_recording=False)
        return None

    def release(self) -> None:
        """See ``SettingUp``."""
        recorder, self._recorder = self._recorder, None
        if recorder is not None:
            recorder.shut_down()
            self._launch.wait_until_gone(_GONE_S)

    def preview(self) -> PreviewPicture | None:
        """See ``SettingUp``."""
        recorder = self._recorder
        return recorder.preview() if recorder else None

    def recorder(self) -> RecorderStatus | None:
        """See ``SettingUp``."""
        recorder = self._recorder
        return recorder.status() if recorder else None

    @property
    def _settings(self) -> StationSettings:
        return read_settings(self._folders.data)

    def _pack_days(self, settings: StationSettings) -> Mapping[str, int]:
        days, roots = {}, pack_roots(self._folders, settings)
        for name in available(roots):
            with suppress(PackError):  # the self-test names it
                pack = find(name, roots)
                title = pack.title.get(settings.language) or next(iter(pack.title.values()), str(name))
                days[title] = pack.retention_days
        return days


def _speech_of(settings: StationSettings) -> SpeechChoice:
    folder = settings.speech_model_folder
    return SpeechChoice(
        SpeechEngine(settings.speech),
        settings.speech_url,
        settings.speech_model,
        folder=str(folder) if folder else "",
    )


def _hear(_fact: RecorderFact) -> None:
    """What the devices do is seen in the recorder's status."""
