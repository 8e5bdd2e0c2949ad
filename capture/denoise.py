"""A copy of a sound with less noise, for ears and for speech recognition; never the recording itself.

ffmpeg's ``afftdn`` gives everything back 25 ms late, whatever the rate. The copy is moved back by that:
its times are those of the original, and it is as long to the sample.
"""

from pathlib import Path

import ffmpeg
import soundfile

from capture.errors import ExportError
from capture.ffmpeg import run_ffmpeg
from capture.folder import sync_file

_DELAY_S = 0.025
_REDUCTION_DB, _FLOOR_DB = 12, -50
_DEADLINE_S = 600.0


def write_denoised(source: Path, target: Path) -> None:
    """Write a mono copy of a sound file as WAV or FLAC, by the target's name.

    Blocks, some 10 s for an hour. Raises ``ExportError``, or ``FFmpegError`` when ffmpeg refuses.
    """
    unproved = target.with_name(f".{target.name}")
    try:
        run_ffmpeg(_arguments(source, unproved), _DEADLINE_S)
        wanted, found = soundfile.info(str(source)).frames, soundfile.info(str(unproved)).frames
        if found != wanted:
            raise ExportError(f"the copy has {found} samples instead of {wanted}")
        sync_file(unproved)
        unproved.rename(target)
    except (OSError, soundfile.LibsndfileError) as error:
        raise ExportError(f"{source.name} cannot be denoised: {error}") from error
    finally:
        unproved.unlink(missing_ok=True)


def _arguments(source: Path, target: Path) -> list[str]:
    padded = ffmpeg.input(f"file:{source}").audio.filter("apad", pad_dur=_DELAY_S)
    quiet = padded.filter("afftdn", nr=_REDUCTION_DB, nf=_FLOOR_DB)
    moved = quiet.filter("atrim", start=_DELAY_S).filter("asetpts", "PTS-STARTPTS")
    arguments: list[str] = ffmpeg.output(moved, str(target), ac=1).overwrite_output().get_args()
    return arguments
