"""The same with vidgear, which pipes pictures to an ffmpeg child that has the sound as its second input.

`python vidgear_program.py CAMERA SOUND FOLDER PRESET` records until its standard input ends.
"""

import sys
import threading
import time

import cv2
from vidgear.gears import CamGear, WriteGear


def wait_for_the_end(over: threading.Event) -> None:
    """Until standard input ends."""
    sys.stdin.read()
    over.set()


def main() -> None:
    """Record."""
    camera, sound, folder, preset = sys.argv[1:5]
    over = threading.Event()
    threading.Thread(target=wait_for_the_end, args=(over,), daemon=True).start()
    stream = CamGear(source=camera).start()
    options = {
        "-input_framerate": 30,
        "-i": sound,
        "-vcodec": "libx264",
        "-preset:v": preset,
        "-b:v": "2500k",
        "-maxrate": "3750k",
        "-bufsize": "5000k",
        "-pix_fmt": "yuv420p",
        "-acodec": "aac",
        "-b:a": "128k",
    }
    writer = WriteGear(output=f"{folder}/out.mp4", compression_mode=True, **options)
    while not over.is_set():
        picture = stream.read()
        if picture is None:
            break
        words = "REC " + time.strftime("%Y-%m-%d %H:%M:%S")
        cv2.rectangle(picture, (16, 16), (420, 56), (30, 30, 30), -1)
        cv2.putText(picture, words, (24, 44), cv2.FONT_HERSHEY_SIMPLEX, 0.7, (255, 255, 255), 2)
        writer.write(picture)
    stream.stop()
    writer.close()


if __name__ == "__main__":
    main()
