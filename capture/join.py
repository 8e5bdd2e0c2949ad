"""The ffmpeg commands that turn parts into one MP4: by copy, or by encoding again when they differ.

The index goes to the front into room reserved for it (``moov_size``): a second pass over an hour of video
to move it there costs as much as the first.
"""

from itertools import pairwise
from pathlib import Path
from typing import Any

import ffmpeg

from capture.parts import Part
from capture.sources import SAMPLE_RATE
from capture.titles import Titles
from kiosk.domain.recording import Quality

_INDEX_BYTES_PER_SAMPLE = 24
_INDEX_BYTES = 64 * 1024
_PACKETS_AHEAD = 512
"""Reading and writing then wait for each other a thousand times in an hour's recording, not 200,000 times."""
_PIXELS = "yuvj420p"
_COLOURS = dict.fromkeys(("colorspace", "color_primaries", "color_trc"), "smpte170m")


def alike(parts: tuple[Part, ...]) -> bool:
    """Whether the parts can be joined without encoding again."""
    return len({_codecs(part) for part in parts}) == 1


def copy_arguments(parts: tuple[Part, ...], folder: Path, target: Path) -> list[str]:
    """Join by copy; the scripts are written into ``folder`` by ``write_scripts`` first."""
    joined = ffmpeg.input(
        str(folder / "parts.ffconcat"),
        format="concat",
        safe=0,
        protocol_whitelist="file,subfile",
        thread_queue_size=_PACKETS_AHEAD,
    )
    samples = sum(track.samples for part in parts for track in part.layout.tracks)
    return _arguments(
        [joined["v?"], joined["a?"]],
        folder,
        target,
        c="copy",
        moov_size=_INDEX_BYTES + samples * _INDEX_BYTES_PER_SAMPLE,
    )


def encode_arguments(parts: tuple[Part, ...], folder: Path, target: Path) -> list[str]:
    """Join parts of different kinds: all become as large and as rich as the best of them."""
    best = max((part.started.quality for part in parts), key=lambda quality: quality.width * quality.video)
    has_video, has_sound = any(part.video for part in parts), any(part.sound for part in parts)
    streams: list[Any] = []
    for part in parts:
        source = ffmpeg.input(_readable(part))
        streams += [_picture(part, source, best)] if has_video else []
        streams += [_sound(part, source)] if has_sound else []
    joined = ffmpeg.concat(*streams, v=int(has_video), a=int(has_sound)).node
    outputs = [joined[index] for index in range(has_video + has_sound)]
    options: dict[str, Any] = {"movflags": "+faststart"}
    if has_video:
        options |= {"c:v": "libx264", "preset": best.preset, "b:v": f"{best.video_kbps}k", **_COLOURS}
    if has_sound:
        options |= {"c:a": "aac", "b:a": f"{best.audio_kbps}k"}
    return _arguments(outputs, folder, target, **options)


def write_scripts(parts: tuple[Part, ...], titles: Titles, folder: Path) -> None:
    """Write what the commands read beside the parts themselves: their list, and the chapters."""
    lines = ["ffconcat version 1.0"]
    for part in parts:
        lines += [f"file {_quoted(_readable(part))}"]
        lines += [f"outpoint {part.length_s:.6f}", f"duration {part.length_s:.6f}"]
    (folder / "parts.ffconcat").write_text("\n".join(lines) + "\n", "utf-8")
    text = [";FFMETADATA1", f"title={_escaped(titles.title)}", f"creation_time={titles.started_wall}"]
    for chapter in titles.chapters:
        text += ["[CHAPTER]", "TIMEBASE=1/1000", f"START={round(chapter.start_s * 1000)}"]
        text += [f"END={round(chapter.end_s * 1000)}", f"title={_escaped(chapter.title)}"]
    (folder / "chapters.ffmetadata").write_text("\n".join(text) + "\n", "utf-8")


def _arguments(streams: list[Any], folder: Path, target: Path, **options: Any) -> list[str]:
    script = str(folder / "chapters.ffmetadata")
    chapters = ffmpeg.input(script, format="ffmetadata")
    output = ffmpeg.output(*streams, chapters["d?"], str(target), format="mp4", **options)
    arguments: list[str] = output.overwrite_output().get_args()
    number = [value for word, value in pairwise(arguments) if word == "-i"].index(script)
    place = arguments.index(str(target))
    named = ["-map_metadata", str(number), "-map_chapters", str(number)]
    return [*arguments[:place], *named, *arguments[place:]]


def _picture(part: Part, source: Any, best: Quality) -> Any:
    if part.video is None:
        black = f"color=black:size={best.width}x{best.height}:rate={best.fps}:duration={part.length_s}"
        return ffmpeg.input(black, format="lavfi").video.filter("format", _PIXELS)
    fitted = source.video.filter("scale", best.width, best.height, force_original_aspect_ratio="decrease")
    padded = fitted.filter("pad", best.width, best.height, "(ow-iw)/2", "(oh-ih)/2").filter("setsar", 1)
    timed = padded.filter("fps", best.fps).filter("trim", duration=part.length_s)
    return timed.filter("format", _PIXELS)


def _sound(part: Part, source: Any) -> Any:
    if part.sound is None:
        silence = f"anullsrc=sample_rate={SAMPLE_RATE}:channel_layout=mono:duration={part.length_s}"
        return ffmpeg.input(silence, format="lavfi").audio
    whole = source.audio.filter("aresample", SAMPLE_RATE).filter("apad")
    return whole.filter("atrim", duration=part.length_s)


def _codecs(part: Part) -> tuple[bytes, ...]:
    """What a player must be told once for all parts: size, profile, parameter sets, kind of sound."""
    picture = _box(part.video.description, b"avcC") if part.video else b""
    sound = part.sound.description[16:52] if part.sound else b""
    return picture, sound


def _box(description: bytes, name: bytes) -> bytes:
    start = description.find(name) - 4
    return description[start : start + int.from_bytes(description[start : start + 4], "big")]


def _readable(part: Part) -> str:
    """The part's file, or only its whole beginning when the rest is torn."""
    if part.torn:
        return f"subfile,,start,0,end,{part.layout.whole_end},,:{part.path}"
    return f"file:{part.path}"


def _quoted(path: str) -> str:
    return "'" + path.replace("'", "'\\''") + "'"


def _escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "=;#\\\n" else sign for sign in text)
