"""This recorder: its process behind its socket, with nobody looking or with a live preview."""

import time
from dataclasses import replace

from benchmarks.peers.meter import Scene, Take, cpu_s, memory_mib, watch
from kiosk.domain.recording import HD, DeviceChoice
from kiosk.flow.facts import RecordingFinished, RecordingStarted
from tests.recorders import an_order, recorder_booth

PREVIEW_HZ = 15


def record(scene: Scene, *, preview: bool) -> Take:
    """Record through the client; with ``preview`` it fetches 15 pictures a second, and that counts too."""
    order = an_order(scene.folder, replace(HD, preset=scene.preset))
    with recorder_booth() as booth, booth.client() as (client, heard):
        client.open(DeviceChoice(scene.camera, str(scene.sound)))
        client.begin(order)
        heard.wait_for(RecordingStarted)
        process = booth.processes()[0]

        def wait(seconds: float) -> None:
            ends_s = time.monotonic() + seconds
            while (now_s := time.monotonic()) < ends_s:
                if preview:
                    client.preview()
                time.sleep(1 / PREVIEW_HZ - now_s % (1 / PREVIEW_HZ))

        before_s = time.process_time()
        cpu = watch(process, scene.seconds, wait)
        own = (time.process_time() - before_s) / scene.seconds if preview else 0.0
        memory = memory_mib(process)
        before_s = cpu_s(process)
        client.finish(order)
        recording = heard.wait_for(RecordingFinished).recording
        finishing_s = cpu_s(process) - before_s
    return Take(scene.folder / recording.file, cpu + own, memory, finishing_s)
