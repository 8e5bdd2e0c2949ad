"""How long an answer's proof takes while the recording goes on, and what it costs.

Run `python -m benchmarks.proof` from the project's folder: for answers of several lengths in 1280x720@30 the
time from the order to the fact, the recorder's CPU seconds for it beyond recording, and frames it cost.
"""

import tempfile
import time
from pathlib import Path

import numpy as np
import soundfile

from kiosk.domain.recording import HD
from kiosk.flow.facts import CaptureProved, RecordingStarted, RecordingStopped
from tests.recorders import SIM, an_order, eventually, recorder_booth

ANSWERS_S = (3.0, 10.0, 10.0, 30.0, 60.0)


def main() -> None:
    """Print one line per answer."""
    with (
        tempfile.TemporaryDirectory() as folder,
        recorder_booth() as booth,
        booth.client() as (client, heard),
    ):
        said = Path(folder) / "said.wav"
        soundfile.write(said, np.random.default_rng(0).normal(0, 0.1, 48_000 * 2), 48_000)
        client.open(SIM)
        client.begin(an_order(Path(folder) / "session", HD))
        heard.wait_for(RecordingStarted)
        (process,) = booth.processes()
        for number, length_s in enumerate(ANSWERS_S, 1):
            start_s, before_s = time.monotonic(), sum(process.cpu_times()[:2])
            client.say(said)
            time.sleep(length_s)
            recording_s = (sum(process.cpu_times()[:2]) - before_s) / length_s
            end_s, before_s = time.monotonic(), sum(process.cpu_times()[:2])
            client.prove(str(number), start_s, end_s)
            eventually(lambda wanted=number: len(heard.all(CaptureProved)) == wanted)  # type: ignore[misc]
            took_s = time.monotonic() - end_s
            cost_s = sum(process.cpu_times()[:2]) - before_s - recording_s * took_s
            proved = heard.all(CaptureProved)[-1].proof
            lengths = f"{length_s:4.0f} s answer: {proved.length_s:5.2f} s"
            print(f"{lengths} proved in {took_s:.2f} s, {cost_s:.2f} CPU s")
        status = client.status()
        print(f"frames dropped or repeated: {status and (status.frames_dropped, status.frames_repeated)}")
        client.stop("measured")
        heard.wait_for(RecordingStopped)


if __name__ == "__main__":
    main()
