"""What staff may do at this moment, each as a wish with a name under it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kiosk.domain.masks import Device, MaskReason
from kiosk.domain.staff import StaffMember
from kiosk.flow.duties import DUTIES
from kiosk.flow.staff import (
    EndRequested,
    HelpAnswered,
    MaskRequested,
    PauseRequested,
    ResumeRequested,
    StaffAct,
    StartRecordingRequested,
    StopRecordingRequested,
)
from kiosk.flow.states import Finishing, Interrupted, Kiosk, Paused, Run, ThankYou, run_of
from ui.texts import mask_reason, staff_reasons
from ui.theme.icons import Icon


@dataclass(frozen=True, slots=True)
class Act:
    """One thing staff may do; with ``reasons`` it asks for one of them first."""

    name: str
    words: str
    icon: Icon
    kind: type[StaffAct]
    event: Callable[[str], StaffAct]
    """Made from the key of the reason."""
    reasons: Mapping[str, str] | None = None
    danger: bool = False


def acts(kiosk: Kiosk, member: StaffMember) -> tuple[Act, ...]:
    """Everything possible now that is theirs to do, the most likely first."""
    return tuple(act for act in _possible(kiosk, member.name) if member.may(DUTIES[act.kind]))


def _possible(kiosk: Kiosk, by: str) -> tuple[Act, ...]:
    found = []
    if kiosk.help_called:
        found.append(Act("answer", _words("I am here"), Icon.HAND, HelpAnswered, lambda _: HelpAnswered(by)))
    run = run_of(kiosk.scene)
    if run is None or isinstance(kiosk.scene, Finishing | ThankYou):
        return tuple(found)
    found += [_go_on(by)] if isinstance(kiosk.scene, Paused) else [_pause(by)]
    found += [_mask(Device.CAMERA, run, by), _mask(Device.MICROPHONE, run, by)]
    found += _recording(kiosk, run, by)
    end = _words("End the interview")
    found.append(
        Act(
            "end",
            end,
            Icon.STOP,
            EndRequested,
            lambda why: EndRequested(by, why),
            staff_reasons(),
            danger=True,
        )
    )
    return tuple(found)


def _pause(by: str) -> Act:
    return Act(
        "pause",
        _words("Pause"),
        Icon.PAUSE,
        PauseRequested,
        lambda why: PauseRequested(by, why),
        staff_reasons(),
    )


def _go_on(by: str) -> Act:
    return Act("resume", _words("Go on"), Icon.PLAY, ResumeRequested, lambda _: ResumeRequested(by))


def _mask(device: Device, run: Run, by: str) -> Act:
    camera = device is Device.CAMERA
    covered = run.masks.camera if camera else run.masks.microphone
    if covered is not None:
        words = _words("Uncover the camera") if camera else _words("Uncover the microphone")
        icon = Icon.CAMERA if camera else Icon.MICROPHONE
        return Act(f"uncover-{device}", words, icon, MaskRequested, lambda _: MaskRequested(device, None, by))
    words = _words("Cover the camera") if camera else _words("Cover the microphone")
    icon = Icon.CAMERA_OFF if camera else Icon.MICROPHONE_OFF
    reasons = {str(reason): mask_reason(reason) for reason in MaskReason if reason is not MaskReason.PAUSED}
    return Act(
        f"cover-{device}",
        words,
        icon,
        MaskRequested,
        lambda why: MaskRequested(device, MaskReason(why), by),
        reasons,
    )


def _recording(kiosk: Kiosk, run: Run, by: str) -> list[Act]:
    scene = kiosk.scene
    if isinstance(scene, Paused | Interrupted) and not scene.recording:
        start = _words("Start the recording")
        return [
            Act(
                "start-recording",
                start,
                Icon.PLAY,
                StartRecordingRequested,
                lambda _: StartRecordingRequested(by),
            )
        ]
    if run.segment == 0:
        return []
    return [
        Act(
            "stop-recording",
            _words("Stop the recording"),
            Icon.STOP,
            StopRecordingRequested,
            lambda why: StopRecordingRequested(by, why),
            staff_reasons(),
        )
    ]


def _words(source: str) -> str:
    return QCoreApplication.translate("StaffActs", source)
