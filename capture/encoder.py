"""From pictures and sound to bytes: H.264 and AAC in a fragmented MP4, and FLAC for the voice alone.

The MP4 is append-only, behind the room for its index (``capture.front``): a fragment of 0.4 s at a time,
handed to the file as soon as it is whole; with what the encoder and the pump still hold, a kill costs at
most about 0.6 s. Both tracks begin at exactly 0 and need no edit list: pictures are not reordered, and the
1024 samples by which every AAC encoder begins late take the place of the first 21 ms of sound, so sample
``k`` is heard at ``k / 48000`` s in every player. Foreign exceptions become ``EncoderError``. One thread at a
time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction

import av
import av.error
import numpy as np
from av.audio.stream import AudioStream
from av.codec import Codec
from av.codec.context import CodecContext, Flags
from av.video.codeccontext import VideoCodecContext
from av.video.stream import VideoStream

from capture.boxes import Layout
from capture.errors import EncoderError
from capture.front import FrontRoom, Sink, room_bytes
from capture.sources import SAMPLE_RATE, Planes, Samples
from kiosk.domain.recording import SOFTWARE, Quality

FRAGMENT_S = 0.4
AAC_PRIMING = 1024
_KEYFRAME_EVERY_S = 2
_FRAGMENTED = {
    "movflags": "empty_moov+default_base_moof+skip_trailer",
    "frag_duration": str(int(FRAGMENT_S * 1_000_000)),
    "flush_packets": "1",
}
_FULL_RANGE, _BT601 = 2, 6
_ONE_THREAD = 1280 * 720 * 30
"""So many pixels a second need a quarter of a core."""
PRESETS = ("ultrafast", "superfast", "veryfast", "faster", "fast", "medium")
"""From cheap to thrifty; slower ones are no use to a live recording."""


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (av.error.FFmpegError, ValueError) as error:
        raise EncoderError(f"the encoder refuses: {error}") from error


class Mp4Encoder:
    """One segment's picture and sound."""

    def __init__(self, sink: Sink, quality: Quality) -> None:
        self._quality = quality
        self._frames = 0
        self._samples = 0
        self._file = FrontRoom(sink, room_bytes(quality, FRAGMENT_S))
        with _translated():
            self._container = av.open(self._file, "w", format="mp4", container_options=_FRAGMENTED)
            self._video = self._add_video(quality) if quality.video else None
            self._pictures = self._video.codec_context if self._video else None
            self._audio = self._add_audio(quality) if quality.audio else None

    @property
    def layout(self) -> Layout:
        """What the file holds so far."""
        return self._file.layout

    def write_picture(self, planes: Planes) -> None:
        """The next frame; ``planes`` may be changed again afterwards."""
        if self._video is None:
            return
        with _translated():
            frame = av.VideoFrame.from_numpy_buffer(planes, "yuvj420p")
            frame.color_range, frame.colorspace = _FULL_RANGE, _BT601
            frame.pts, frame.time_base = self._frames, Fraction(1, self._quality.fps)
            self._mux_pictures(frame)
        self._frames += 1

    def write_sound(self, samples: Samples) -> None:
        """The samples that follow those written before."""
        if self._audio is None:
            return
        skipped = min(len(samples), max(0, AAC_PRIMING - self._samples))
        first = self._samples + skipped
        self._samples += len(samples)
        if skipped < len(samples):
            with _translated():
                self._container.mux(self._audio.encode(_sound(samples[skipped:], first, "fltp")))

    def close(self) -> None:
        """Write what the encoders still hold and end the file."""
        with _translated():
            self._mux_pictures(None)
            if self._audio is not None:
                self._container.mux(self._audio.encode(None))
            self._container.close()

    def economise(self, video_kbps: int) -> None:
        """Spend less on pictures from the next one on; takes some 30 ms. Not before the first picture.

        x264 cannot do that while it runs, so another one takes over. Players see one stream: its
        description is the same, or else nothing changes.
        """
        if self._video is None:
            return
        with _translated():
            thrifty = CodecContext.create(self._quality.encoder, "w")
            assert isinstance(thrifty, VideoCodecContext)
            _set_up(thrifty, replace(self._quality, video_kbps=video_kbps))
            thrifty.flags |= Flags.global_header
            thrifty.open()
            if thrifty.extradata == self._video.codec_context.extradata:
                self._mux_pictures(None)
                self._pictures = thrifty

    def _mux_pictures(self, frame: av.VideoFrame | None) -> None:
        """The next picture, or what the encoder still holds."""
        if self._video is not None and self._pictures is not None:
            for packet in self._pictures.encode(frame):
                packet.stream = self._video
                self._container.mux(packet)

    def _add_video(self, quality: Quality) -> VideoStream:
        stream = self._container.add_stream(quality.encoder, quality.fps)
        assert isinstance(stream, VideoStream)
        _set_up(stream.codec_context, quality)
        return stream

    def _add_audio(self, quality: Quality) -> AudioStream:
        stream = self._container.add_stream("aac", SAMPLE_RATE, layout="mono")
        stream.bit_rate = quality.audio_kbps * 1000
        return stream


class VoiceEncoder:
    """The microphone alone, lossless (16 bit), readable up to the last block when it was cut off."""

    def __init__(self, sink: Sink) -> None:
        self._samples = 0
        with _translated():
            self._container = av.open(sink, "w", format="flac", container_options={"flush_packets": "1"})
            self._stream: AudioStream = self._container.add_stream("flac", SAMPLE_RATE, layout="mono")
            self._stream.codec_context.format = "s16"

    def write(self, samples: Samples) -> None:
        """The samples that follow those written before."""
        whole = (samples * 32767).round().clip(-32768, 32767).astype(np.int16)
        with _translated():
            self._container.mux(self._stream.encode(_sound(whole, self._samples, "s16")))
        self._samples += len(samples)

    def close(self) -> None:
        """Write what the encoder still holds and the final header."""
        with _translated():
            self._container.mux(self._stream.encode(None))
            self._container.close()


def opens(quality: Quality) -> bool:
    """Whether the encoder of pictures starts at this moment: hardware may be gone, or busy elsewhere."""
    try:
        with _translated():
            context = CodecContext.create(quality.encoder, "w")
            assert isinstance(context, VideoCodecContext)
            _set_up(context, quality)
            context.open()
    except EncoderError:
        return False
    return True


def problem_with(quality: Quality) -> str:
    """What cannot be encoded about a quality, as a sentence; empty when nothing."""
    if not (quality.video or quality.audio):
        return "neither picture nor sound is to be recorded"
    if quality.width % 2 or quality.height % 2:
        return f"width and height must be even, not {quality.width} x {quality.height}"
    if not (64 <= quality.width <= 4096 and 64 <= quality.height <= 4096):
        return f"a picture of {quality.width} x {quality.height} cannot be recorded"
    if not 1 <= quality.fps <= 120:
        return f"{quality.fps} pictures a second cannot be recorded"
    if quality.encoder not in av.codecs_available:
        return f"there is no encoder “{quality.encoder}” here"
    if quality.preset not in PRESETS:
        return f"there is no preset “{quality.preset}”, only {', '.join(PRESETS)}"
    if not (50 <= quality.video_kbps <= 50_000 and 24 <= quality.audio_kbps <= 320):
        return "video needs 50 to 50000 kbit/s, sound 24 to 320"
    return ""


def _set_up(context: VideoCodecContext, quality: Quality) -> None:
    context.width, context.height, context.pix_fmt = quality.width, quality.height, _layout_for(quality)
    context.framerate, context.time_base = Fraction(quality.fps), Fraction(1, quality.fps)
    context.bit_rate = quality.video_kbps * 1000
    context.options = {
        "bf": "0",
        "g": str(_KEYFRAME_EVERY_S * quality.fps),
        "maxrate": f"{quality.video_kbps * 3 // 2}k",
        "bufsize": f"{2 * quality.video_kbps}k",
    }
    if quality.encoder == SOFTWARE:  # adaptive quantisation would spend the bits on the sensor's noise
        context.options |= {"preset": quality.preset, "aq-mode": "0"}
    context.thread_count = _threads_for(quality)
    context.color_range, context.colorspace = _FULL_RANGE, _BT601
    context.color_primaries = context.color_trc = _BT601


def _layout_for(quality: Quality) -> str:
    """How the encoder wants its pictures; libav converts where that is not how we have them."""
    if quality.encoder == SOFTWARE:
        return "yuvj420p"
    formats = {known.name for known in Codec(quality.encoder, "w").video_formats or ()}
    return "yuv420p" if "yuv420p" in formats else "nv12"


def _threads_for(quality: Quality) -> int:
    """One thread costs least; where one core could not keep up, as many as the machine has (0)."""
    return 1 if quality.width * quality.height * quality.fps <= _ONE_THREAD else 0


def _sound(
    samples: Samples | np.ndarray[tuple[int], np.dtype[np.int16]], first: int, format: str
) -> av.AudioFrame:
    frame = av.AudioFrame.from_ndarray(samples[None], format, "mono")
    frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, first, Fraction(1, SAMPLE_RATE)
    return frame
