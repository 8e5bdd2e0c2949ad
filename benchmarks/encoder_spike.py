"""Which way to encode: libav inside the recorder process, or raw pictures piped to an ffmpeg child?

Run `python benchmarks/encoder_spike.py [seconds]`. Both encode the same 1280x720@30 pictures and
48 kHz sound to the same fragmented MP4. Printed per way: CPU seconds of all processes per recorded
second, packets and durations of the two streams, and what a kill -9 after five seconds of real time
left to be read. The figures and the decision: docs/decisions/0003-encode-in-the-recorder-process.md
"""

import json
import os
import queue
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

WIDTH, HEIGHT, FPS, RATE = 1280, 720, 30, 48_000
PER_FRAME = RATE // FPS
MOVFLAGS = {"movflags": "empty_moov+default_base_moof", "frag_duration": "500000", "flush_packets": "1"}
X264 = {"preset": "superfast", "bf": "0", "g": "60", "maxrate": "3750k", "bufsize": "5000k"}


def pictures() -> list[np.ndarray]:
    """One second of a moving gradient under camera noise, I420."""
    rng = np.random.default_rng(7)
    base = np.add.outer(np.linspace(30, 160, HEIGHT), np.linspace(0, 60, WIDTH))
    frames = []
    for n in range(FPS):
        planes = np.full((HEIGHT * 3 // 2, WIDTH), 128, np.uint8)
        luma = np.roll(base, 12 * n, axis=1) + rng.normal(0, 2.5, base.shape)
        luma[200:520, 100 + 20 * n : 300 + 20 * n] += 60
        planes[:HEIGHT] = luma.clip(0, 255)
        frames.append(planes)
    return frames


def work(seconds: int, paced: bool) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Pictures with the sound that belongs to them, as fast as possible or in real time."""
    frames = pictures()
    tone = (0.2 * np.sin(2 * np.pi * 440 * np.arange(PER_FRAME) / RATE)).astype(np.float32)
    started = time.monotonic()
    for n in range(seconds * FPS):
        if paced:
            time.sleep(max(0.0, started + n / FPS - time.monotonic()))
        yield frames[n % FPS], tone


def in_process(out: Path, seconds: int, paced: bool) -> None:
    """PyAV: two encoders and the muxer in this process."""
    with av.open(str(out), "w", format="mp4", options=MOVFLAGS) as container:
        video = container.add_stream("libx264", FPS, options=X264)
        video.width, video.height, video.pix_fmt, video.bit_rate = WIDTH, HEIGHT, "yuv420p", 2_500_000
        audio = container.add_stream("aac", RATE, layout="mono")
        audio.bit_rate = 128_000
        for n, (planes, tone) in enumerate(work(seconds, paced)):
            picture = av.VideoFrame.from_ndarray(planes, "yuv420p")
            picture.pts, picture.time_base = n, Fraction(1, FPS)
            container.mux(video.encode(picture))
            sound = av.AudioFrame.from_ndarray(tone[None], "fltp", "mono")
            sound.pts, sound.sample_rate = n * PER_FRAME, RATE
            container.mux(audio.encode(sound))
        container.mux(video.encode(None))
        container.mux(audio.encode(None))


def piped(out: Path, seconds: int, paced: bool) -> None:
    """ffmpeg as a child: pictures through stdin, sound through a second pipe."""
    sound_in, sound_out = os.pipe()
    codec = [word for name, value in X264.items() for word in (f"-{name}", value)]
    flags = [word for name, value in MOVFLAGS.items() for word in (f"-{name}", value)]
    source = f"-probesize 32 -f rawvideo -pix_fmt yuv420p -s {WIDTH}x{HEIGHT} -r {FPS} -i pipe:0"
    tone_in = f"-probesize 32 -analyzeduration 0 -f f32le -ar {RATE} -ac 1 -i pipe:{sound_in}"
    target = "-c:v libx264 -b:v 2500k -c:a aac -b:a 128k"
    command = ["ffmpeg", "-v", "error", "-y", *source.split(), *tone_in.split(), *target.split()]
    child = subprocess.Popen(
        [*command, *codec, *flags, str(out)], stdin=subprocess.PIPE, pass_fds=(sound_in,)
    )
    os.close(sound_in)
    assert child.stdin
    sounds: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    feeder = threading.Thread(target=feed, args=(sounds, sound_out))
    feeder.start()  # one thread for both pipes deadlocks: ffmpeg reads whichever it likes
    for planes, tone in work(seconds, paced):
        child.stdin.write(planes.data)
        sounds.put(tone.tobytes())
    child.stdin.close()
    sounds.put(b"")
    feeder.join()
    child.wait()


def feed(sounds: queue.SimpleQueue[bytes], pipe: int) -> None:
    """Write the sound into its pipe until an empty block."""
    while block := sounds.get():
        os.write(pipe, block)
    os.close(pipe)


def probe(path: Path) -> dict[str, tuple[int, float]]:
    """Packets and decoded seconds of each stream."""
    entries = "stream=codec_type,nb_read_packets,duration:packet=codec_type,pts_time,duration_time"
    command = ["ffprobe", "-v", "quiet", "-count_packets", "-show_entries", entries, "-of", "json", str(path)]
    found: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    ends: dict[str, tuple[int, float]] = {}
    for packet in found.get("packets", []):
        count, _ = ends.get(packet["codec_type"], (0, 0.0))
        end = float(packet["pts_time"]) + float(packet.get("duration_time", 0))
        ends[packet["codec_type"]] = (count + 1, round(end, 3))
    return ends


def measure(way: str, seconds: int, folder: Path) -> None:
    """Run one way at full speed in a fresh process, then once more in real time with a kill."""
    out = folder / f"{way}.mp4"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, __file__, "--way", way, str(out), str(seconds), "fast"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{way}: {cpu / seconds:.3f} CPU s/s (start-up included), {probe(out)}")
    torn = folder / f"{way}-killed.mp4"
    command = [sys.executable, __file__, "--way", way, str(torn), "60", "paced"]
    victim = subprocess.Popen(command, start_new_session=True)
    while not torn.exists():
        time.sleep(0.01)
    time.sleep(5.0)
    os.killpg(victim.pid, signal.SIGKILL)
    victim.wait()
    print(f"{way}: killed 5.0 s after the file appeared: {probe(torn)}")


def main() -> None:
    """Compare both ways, or run one of them."""
    if sys.argv[1:2] == ["--way"]:
        chosen = {"in_process": in_process, "piped": piped}[sys.argv[2]]
        chosen(Path(sys.argv[3]), int(sys.argv[4]), paced=sys.argv[5] == "paced")
        return
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    with tempfile.TemporaryDirectory() as folder:
        for way in ("in_process", "piped"):
            measure(way, seconds, Path(folder))


if __name__ == "__main__":
    main()
