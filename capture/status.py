"""The recorder at this moment, as everybody sees it."""

from capture.desk import DeviceDesk
from capture.health import FaultBoard
from capture.pump import Pump
from capture.run import Run
from capture.slot import D, Slot
from capture.timeline import Counted
from kiosk.domain.faults import FaultCode
from kiosk.ports.recorder import DeviceState, RecorderStatus

_NOTHING = Counted(0, 0, 0, 0, 0)
_TROUBLE = {
    FaultCode.CAMERA_LOST: DeviceState.LOST,
    FaultCode.CAMERA_FROZEN: DeviceState.FROZEN,
    FaultCode.MICROPHONE_LOST: DeviceState.LOST,
    FaultCode.MICROPHONE_MUTED: DeviceState.SILENT,
    FaultCode.MICROPHONE_SILENT: DeviceState.SILENT,
    FaultCode.LOUDSPEAKER_MISSING: DeviceState.LOST,
}


def described(
    desk: DeviceDesk, pump: Pump, board: FaultBoard, run: Run | None, free_bytes: int
) -> RecorderStatus:
    """Any thread."""
    counts = run.segment.counts if run else _NOTHING
    masks = pump.veil.now
    quality = run.segment.order.quality if run and counts.frames else None
    has_picture, has_sound = (quality.video, quality.audio) if quality else (False, False)
    return RecorderStatus(
        camera=_state(desk.camera, board, masked=bool(masks.camera), recorded=has_picture),
        microphone=_state(desk.microphone, board, masked=bool(masks.microphone), recorded=has_sound),
        loudspeaker=_state(desk.loudspeaker, board, masked=False, recorded=False),
        recording=counts.frames > 0,
        segment=run.segment.number if run else 0,
        position_s=counts.frames / run.segment.order.quality.fps if run else 0.0,
        frames=counts.frames,
        frames_repeated=counts.frames_repeated,
        frames_dropped=counts.frames_dropped,
        level_dbfs=round(pump.level_dbfs, 1),
        speech=pump.speech,
        free_bytes=free_bytes,
        camera_name=desk.camera.name,
        microphone_name=desk.microphone.name,
        loudspeaker_name=desk.loudspeaker.name,
    )


def _state(slot: Slot[D], board: FaultBoard, *, masked: bool, recorded: bool) -> DeviceState:
    if slot.device is None:
        return slot.without_device
    if masked:
        return DeviceState.MASKED
    troubles = (_TROUBLE[code] for code in slot.codes if code in _TROUBLE and board.active(code))
    return next(troubles, DeviceState.RECORDING if recorded else DeviceState.CONNECTED)
