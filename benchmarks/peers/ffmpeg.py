"""Bare ffmpeg: the same source, encoder, preset and bitrate, the time of day drawn into the picture."""

import signal
import subprocess

import psutil

from benchmarks.peers.meter import Scene, Take, memory_mib, watch
from kiosk.domain.recording import HD

_DRAWTEXT = (
    "drawtext=font=Sans:fontsize=20:fontcolor=white:box=1:boxborderw=8:boxcolor=black@0.6:x=16:y=16:"
    r"text='● REC %{localtime\:%Y-%m-%d %X}  Booth 3'"
)


def record(scene: Scene, encoder_options: str = "") -> Take:
    """Record with one ffmpeg process into a fragmented MP4."""
    file = scene.folder / "ffmpeg.mp4"
    camera = f"-f mpjpeg -use_wallclock_as_timestamps 1 -thread_queue_size 64 -i {scene.camera}"
    sound = f"-re -stream_loop -1 -thread_queue_size 64 -i {scene.sound}"
    rate = f"-b:v {HD.video_kbps}k -maxrate {HD.video_kbps * 3 // 2}k -bufsize {HD.video_kbps * 2}k -g 60"
    codec = f"-c:v libx264 -preset {scene.preset} {rate} {encoder_options} -c:a aac -b:a {HD.audio_kbps}k"
    container = "-movflags empty_moov+default_base_moof -frag_duration 500000 -flush_packets 1"
    command = ["ffmpeg", "-v", "error", "-nostdin", "-y", *camera.split(), *sound.split()]
    command += [
        "-vf",
        f"fps={HD.fps},{_DRAWTEXT},format=yuvj420p",
        *codec.split(),
        *container.split(),
        str(file),
    ]
    child = subprocess.Popen(command)
    try:
        process = psutil.Process(child.pid)
        cpu = watch(process, scene.seconds)
        return Take(file, cpu, memory_mib(process))
    finally:
        child.send_signal(signal.SIGINT)
        child.wait()
