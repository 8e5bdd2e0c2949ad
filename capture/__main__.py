"""The recorder at the command line: its process, recordings without an interview, and their copies."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from capture import by_hand
from capture.errors import CaptureError
from kiosk.domain.copies import CopyForm
from kiosk.domain.recording import PRESETS, DeviceChoice, Quality

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def main() -> int:
    """Run one command; 0 when it went well."""
    arguments = _parser().parse_args()
    try:
        said = arguments.run(arguments)
    except CaptureError as error:
        print(error, file=sys.stderr)  # noqa: T201 - the command's own output
        return 1
    if said:
        print(said)  # noqa: T201
    return 0


def _serve(arguments: argparse.Namespace) -> str:
    from capture.devices import StationDevices
    from capture.log import set_up_log
    from capture.server import Patience, serve
    from capture.space import Limits

    set_up_log(arguments.station)
    serve(
        arguments.socket,
        StationDevices(),
        Patience(arguments.idle, arguments.orphan),
        Limits(arguments.low_mib << 20, arguments.full_mib << 20),
    )
    return ""


def _record(arguments: argparse.Namespace) -> str:
    from capture.once import OnceRequest, record_once

    devices = DeviceChoice(arguments.camera, arguments.mic)
    recording = record_once(OnceRequest(devices, arguments.seconds, arguments.out, _quality(arguments)))
    return f"{recording.file}: {recording.duration_s:.2f} s, {recording.size_bytes} bytes"


def _quality(arguments: argparse.Namespace) -> Quality:
    chosen = {
        name: value
        for name in ("width", "height", "fps", "video_kbps", "audio_kbps", "preset")
        if (value := getattr(arguments, name)) is not None
    }
    preset = PRESETS[arguments.quality]
    picture, sound = preset.video and not arguments.no_picture, preset.audio and not arguments.no_sound
    return replace(preset, video=picture, audio=sound, **chosen)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m capture", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    _add_serve(commands)
    _add_record(commands)
    listing = commands.add_parser("devices", help="list cameras, microphones and loudspeakers by name")
    listing.set_defaults(run=by_hand.devices)
    export = commands.add_parser("export", help="copy a recording to another form")
    export.add_argument("--form", choices=tuple(CopyForm), required=True)
    export.set_defaults(run=by_hand.export)
    pictures = commands.add_parser("thumbnails", help="make small pictures of a recording")
    pictures.add_argument("--at", type=float, default=0.0, help="the moment of the single picture in seconds")
    pictures.set_defaults(run=by_hand.thumbnails)
    waveform = commands.add_parser("waveform", help="draw what a recording sounds like")
    waveform.set_defaults(run=by_hand.waveform)
    denoise = commands.add_parser("denoise", help="copy a sound file with less noise")
    denoise.set_defaults(run=by_hand.denoise)
    for command in (export, pictures, waveform, denoise):
        command.add_argument("recording", type=Path, help="the file to read; it stays as it is")
        command.add_argument("--out", type=Path, required=True, help="the file, or the folder for several")
    return parser


def _add_serve(commands: Commands) -> None:
    serve = commands.add_parser("serve", help="be the recorder process behind a socket")
    serve.add_argument("--socket", type=Path, required=True, help="path of the Unix socket")
    serve.add_argument("--station", default="", help="the station's name, for the log")
    serve.add_argument("--idle", type=float, default=4.0, help="seconds to stay when nobody needs it")
    serve.add_argument("--orphan", type=float, default=900.0, help="seconds to record on without a client")
    serve.add_argument("--low-mib", type=int, default=1024, help="free space that is called low")
    serve.add_argument("--full-mib", type=int, default=256, help="free space at which recording ends")
    serve.set_defaults(run=_serve)


def _add_record(commands: Commands) -> None:
    record = commands.add_parser("record", help="record to one MP4 file")
    record.add_argument("--camera", default="sim", help="index, /dev/videoN, name, http address, file or sim")
    record.add_argument("--mic", default="sim", help="source name, index, file or sim")
    record.add_argument("--seconds", type=float, required=True, help="length of the recording")
    record.add_argument("--out", type=Path, required=True, help="the file to write, ending in .mp4")
    record.add_argument("--quality", choices=tuple(PRESETS), default="hd")
    record.add_argument("--no-picture", action="store_true", help="record sound only")
    record.add_argument("--no-sound", action="store_true", help="record pictures only")
    for name in ("width", "height", "fps", "video-kbps", "audio-kbps"):
        record.add_argument(f"--{name}", type=int, help="instead of the quality's own")
    record.add_argument("--preset", help="encoder preset instead of the quality's own")
    record.set_defaults(run=_record)


if __name__ == "__main__":
    sys.exit(main())
