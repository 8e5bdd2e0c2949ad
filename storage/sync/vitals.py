"""What is told of the station every two seconds, from what is true of it: pure, no clock, no device."""

from kiosk.domain.masks import Masks
from kiosk.flow.interruption import masks_of
from kiosk.flow.states import (
    Answering,
    Asking,
    AwaitingRelease,
    Beginning,
    Calibrating,
    CheckingDevices,
    ChoosingLanguage,
    Consenting,
    Deciding,
    Declined,
    EnteringCode,
    Finishing,
    Interrupted,
    Kiosk,
    Paused,
    Phase,
    Practising,
    Questioning,
    Reviewing,
    Scene,
    ThankYou,
    Thinking,
    Welcome,
    run_of,
    session_of,
)
from kiosk.ports.live import Sight
from kiosk.ports.recorder import DeviceState, RecorderStatus
from kiosk.wire import live as wire
from kiosk.wire.live import Doing, LiveState

_QUIETEST_DBFS = -120.0
_MOST_FAULTS = 32
_DEVICES = {
    DeviceState.CLOSED: wire.DeviceState.ABSENT,
    DeviceState.OPENING: wire.DeviceState.OK,
    DeviceState.CONNECTED: wire.DeviceState.OK,
    DeviceState.RECORDING: wire.DeviceState.OK,
    DeviceState.MASKED: wire.DeviceState.MASKED,
    DeviceState.SILENT: wire.DeviceState.SILENT,
    DeviceState.FROZEN: wire.DeviceState.FROZEN,
    DeviceState.LOST: wire.DeviceState.LOST,
}


def live_state(sight: Sight, time: str) -> LiveState:
    """The message; ``time`` is the station's wall clock."""
    kiosk, recorder = sight.snapshot.kiosk, sight.recorder
    masks = masks_of(kiosk.scene)
    state = LiveState(
        time=time,
        scene=_scene(kiosk.scene),
        session_id=session_of(kiosk.scene),
        pictured=sight.pictured,
        help_called=kiosk.help_called,
        faults=tuple(fault.code for fault in kiosk.faults)[:_MOST_FAULTS],
        waiting_sessions=sight.queue.sessions,
        waiting_bytes=sight.queue.size_bytes,
        version=sight.version,
    )
    state = state.model_copy(update=_question(kiosk, sight.mono_s - sight.snapshot.since_mono_s))
    return state.model_copy(update=_devices(recorder, masks)) if recorder else state


def _scene(scene: Scene) -> wire.Scene:
    match scene:
        case Welcome():
            return wire.Scene.IDLE
        case EnteringCode() | ChoosingLanguage() | Consenting():
            return wire.Scene.ARRIVING
        case CheckingDevices() | Calibrating() | Practising() | Beginning():
            return wire.Scene.PREPARING
        case Questioning() | Reviewing():
            return wire.Scene.IN_PROGRESS
        case Paused():
            return wire.Scene.PAUSED
        case Interrupted():
            return wire.Scene.INTERRUPTED
        case Finishing():
            return wire.Scene.FINISHING
        case ThankYou() | Declined():
            return wire.Scene.DONE
        case AwaitingRelease():
            return wire.Scene.WAITING


def _question(kiosk: Kiosk, since_s: float) -> dict[str, object]:
    """Which question, and how much of its time is spent; a clock that stands still is told as it stands."""
    scene, run = kiosk.scene, run_of(kiosk.scene)
    stands = isinstance(scene, Interrupted | Paused)
    inside = scene.inside if isinstance(scene, Interrupted | Paused) else scene
    if run is None or not isinstance(inside, Questioning):
        return {}
    told: dict[str, object] = {"question": inside.index + 1, "questions": len(run.pack.questions)}
    runs_s = 0.0 if stands or run.adjusting else max(0.0, since_s)
    match inside.phase:
        case Thinking(spent_s=spent_s):
            told |= {"spent_s": spent_s + runs_s, "limit_s": inside.question.think_time_s}
        case Answering(spent_s=spent_s):
            told |= {"spent_s": spent_s + runs_s, "limit_s": inside.question.answer_limit_s}
        case _:
            pass
    return told | {"doing": _doing(inside.phase)}


def _doing(phase: Phase) -> Doing:
    match phase:
        case Asking():
            return Doing.ASKING
        case Thinking():
            return Doing.THINKING
        case Answering():
            return Doing.ANSWERING
        case Deciding():
            return Doing.DECIDING


def _devices(recorder: RecorderStatus, masks: Masks) -> dict[str, object]:
    return {
        "camera": wire.DeviceState.MASKED if masks.camera else _DEVICES[recorder.camera],
        "microphone": wire.DeviceState.MASKED if masks.microphone else _DEVICES[recorder.microphone],
        "recording": recorder.recording,
        "recorded_s": recorder.position_s if recorder.recording else 0.0,
        "level_dbfs": min(0.0, max(_QUIETEST_DBFS, recorder.level_dbfs)),
        "free_bytes": recorder.free_bytes,
    }
