"""Carries an order from the wire to the recorder."""

from pathlib import Path
from typing import assert_never

from capture import wire
from capture.recorder import Recorder


def obey(recorder: Recorder, order: wire.Order) -> None:  # noqa: PLR0912 - one branch per order
    """One order, one call."""
    match order:
        case wire.Open(devices):
            recorder.open(devices)
        case wire.Close():
            recorder.close()
        case wire.Scan(on):
            recorder.scan(on)
        case wire.Begin(what):
            recorder.begin(what)
        case wire.Mark(key, title, label):
            recorder.mark(key, title, label)
        case wire.Mask(masks):
            recorder.mask(masks)
        case wire.Play(sound, name, into_recording, volume):
            recorder.play(Path(sound), name, into_recording, volume)
        case wire.StopPlaying():
            recorder.stop_playing()
        case wire.Sample(seconds):
            recorder.sample(seconds)
        case wire.PlaySample():
            recorder.play_sample()
        case wire.DiscardSample():
            recorder.discard_sample()
        case wire.Calibrate():
            recorder.calibrate()
        case wire.Prove(key, start_mono_s, end_mono_s):
            recorder.prove(key, start_mono_s, end_mono_s)
        case wire.RecordScreen(display):
            recorder.record_screen(display)
        case wire.StopScreen():
            recorder.stop_screen()
        case wire.Stop(reason):
            recorder.stop(reason)
        case wire.Finish(what):
            recorder.finish(what)
        case wire.Say(sound):
            recorder.say(Path(sound))
        case _:
            assert_never(order)
