"""`python -m capture serve | record`: the recorder process, and a recording without an interview."""

import argparse
import logging
import sys
from dataclasses import replace
from pathlib import Path

from capture.errors import CaptureError
from kiosk.domain.recording import PRESETS, DeviceChoice, Quality


def main() -> int:
    """Run one command; 0 when it went well."""
    arguments = _parser().parse_args()
    if arguments.command == "serve":
        return _serve(arguments)
    return _record(arguments)


def _serve(arguments: argparse.Namespace) -> int:
    from capture.devices import StationDevices
    from capture.log import PatientHandler
    from capture.server import Patience, serve
    from capture.space import Limits

    logging.basicConfig(level=logging.INFO, handlers=[PatientHandler(sys.stderr)])
    serve(
        arguments.socket,
        StationDevices(),
        Patience(arguments.idle, arguments.orphan),
        Limits(arguments.low_mib << 20, arguments.full_mib << 20),
    )
    return 0


def _record(arguments: argparse.Namespace) -> int:
    from capture.once import OnceRequest, record_once

    devices = DeviceChoice(arguments.camera, arguments.mic)
    request = OnceRequest(devices, arguments.seconds, arguments.out, _quality(arguments))
    try:
        recording = record_once(request)
    except CaptureError as error:
        print(error, file=sys.stderr)  # noqa: T201 - the command's own output
        return 1
    print(f"{recording.file}: {recording.duration_s:.2f} s, {recording.size_bytes} bytes")  # noqa: T201
    return 0


def _quality(arguments: argparse.Namespace) -> Quality:
    chosen = {
        name: value
        for name in ("width", "height", "fps", "video_kbps", "audio_kbps", "preset")
        if (value := getattr(arguments, name)) is not None
    }
    return replace(PRESETS[arguments.quality], **chosen)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m capture", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="be the recorder process behind a socket")
    serve.add_argument("--socket", type=Path, required=True, help="path of the Unix socket")
    serve.add_argument("--idle", type=float, default=4.0, help="seconds to stay when nobody needs it")
    serve.add_argument("--orphan", type=float, default=900.0, help="seconds to record on without a client")
    serve.add_argument("--low-mib", type=int, default=1024, help="free space that is called low")
    serve.add_argument("--full-mib", type=int, default=256, help="free space at which recording ends")
    record = commands.add_parser("record", help="record to one MP4 file")
    record.add_argument("--camera", default="sim", help="index, /dev/videoN, name, http address, file or sim")
    record.add_argument("--mic", default="sim", help="source name, index, file or sim")
    record.add_argument("--seconds", type=float, required=True, help="length of the recording")
    record.add_argument("--out", type=Path, required=True, help="the file to write, ending in .mp4")
    record.add_argument("--quality", choices=tuple(PRESETS), default="hd")
    for name in ("width", "height", "fps", "video-kbps", "audio-kbps"):
        record.add_argument(f"--{name}", type=int, help="instead of the quality's own")
    record.add_argument("--preset", help="encoder preset instead of the quality's own")
    return parser


if __name__ == "__main__":
    sys.exit(main())
