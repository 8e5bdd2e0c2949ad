"""Recording without an interview."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from commands.app import TOOLS, AsJson, app
from commands.trouble import plainly
from kiosk.config.settings import QUALITIES, QualityName
from kiosk.console import print_json, tell
from kiosk.domain.recording import DeviceChoice


@app.command(rich_help_panel=TOOLS)
def record(
    out: Annotated[Path, typer.Option(metavar="FILE.mp4", help="The finished recording.")],
    seconds: Annotated[float, typer.Option(min=1, max=24 * 3600, help="How long.")],
    camera: Annotated[
        str,
        typer.Option(metavar="SRC", help="Index, /dev/videoN, name, http:// MJPEG address, file, sim, auto."),
    ] = "auto",
    mic: Annotated[
        str, typer.Option(metavar="NAME", help="PulseAudio or PipeWire source, index, file, sim, auto.")
    ] = "auto",
    quality: Annotated[
        QualityName, typer.Option(help="A preset; the options below change single values.")
    ] = QualityName.HD,
    width: Annotated[int | None, typer.Option(min=160, max=3840)] = None,
    height: Annotated[int | None, typer.Option(min=120, max=2160)] = None,
    fps: Annotated[int | None, typer.Option(min=1, max=60)] = None,
    video_kbps: Annotated[int | None, typer.Option(min=100, max=50_000)] = None,
    audio_kbps: Annotated[int | None, typer.Option(min=32, max=320)] = None,
    picture: Annotated[bool, typer.Option(help="Record the camera's picture.")] = True,
    sound: Annotated[bool, typer.Option(help="Record the microphone's sound.")] = True,
    preset: Annotated[
        str | None, typer.Option(help="The encoder's: ultrafast, superfast, veryfast, …")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Record camera and microphone into one MP4 through the very same recorder, without an interview."""
    from capture.devices import resolve_auto
    from capture.once import OnceRequest, record_once

    wished: dict[str, Any] = {
        "width": width,
        "height": height,
        "fps": fps,
        "video_kbps": video_kbps,
        "audio_kbps": audio_kbps,
        "preset": preset,
    }
    changed = {name: value for name, value in wished.items() if value is not None}
    whole = QUALITIES[quality]
    chosen = replace(whole, video=whole.video and picture, audio=whole.audio and sound, **changed)
    with plainly():
        recording = record_once(OnceRequest(resolve_auto(DeviceChoice(camera, mic)), seconds, out, chosen))
    if as_json:
        print_json(recording)
    else:
        tell(f"{out}: {recording.duration_s:.2f} s, {recording.size_bytes / 1e6:.1f} MB")
