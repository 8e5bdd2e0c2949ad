"""The usual program: OpenCV reads, draws and writes, a thread writes the sound, ffmpeg puts both together.

`python opencv_program.py CAMERA SOUND FOLDER PRESET` records until its standard input ends, then merges
with the picture encoded again as H.264, because OpenCV's wheel writes none.
"""

import subprocess
import sys
import threading
import time
import wave
from pathlib import Path

import cv2

BLOCK = 960


def copy_sound(source: Path, target: Path, over: threading.Event) -> None:
    """Write the sound as a microphone would deliver it: a block every 20 ms."""
    with wave.open(str(source)) as heard, wave.open(str(target), "wb") as kept:
        kept.setparams(heard.getparams())
        rate, due = heard.getframerate(), time.monotonic()
        while not over.wait(max(0.0, due - time.monotonic())):
            due += BLOCK / rate
            if len(block := heard.readframes(BLOCK)) < BLOCK * 2:
                heard.rewind()
            kept.writeframes(block)


def wait_for_the_end(over: threading.Event) -> None:
    """Until standard input ends."""
    sys.stdin.read()
    over.set()


def main() -> None:
    """Record, then merge."""
    camera, sound, folder, preset = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]
    over = threading.Event()
    threading.Thread(target=wait_for_the_end, args=(over,), daemon=True).start()
    listener = threading.Thread(target=copy_sound, args=(sound, folder / "sound.wav", over))
    capture = cv2.VideoCapture(camera)
    writer = cv2.VideoWriter(str(folder / "picture.mp4"), cv2.VideoWriter.fourcc(*"mp4v"), 30, (1280, 720))
    listener.start()
    while not over.is_set():
        there, picture = capture.read()
        if there:
            words = "REC " + time.strftime("%Y-%m-%d %H:%M:%S")
            cv2.rectangle(picture, (16, 16), (420, 56), (30, 30, 30), -1)
            cv2.putText(picture, words, (24, 44), cv2.FONT_HERSHEY_SIMPLEX, 0.7, (255, 255, 255), 2)
            writer.write(picture)
    listener.join()
    writer.release()
    rate = "-b:v 2500k -maxrate 3750k -bufsize 5000k"
    merged = f"-c:v libx264 -preset {preset} {rate} -pix_fmt yuv420p -c:a aac -b:a 128k"
    inputs = ["-i", str(folder / "picture.mp4"), "-i", str(folder / "sound.wav")]
    command = ["ffmpeg", "-v", "error", "-nostdin", "-y", *inputs, *merged.split(), str(folder / "out.mp4")]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
