"""What can go wrong inside this package.

CaptureError
├── DeviceError              a device cannot be opened or used
│   ├── DeviceBusyError      another program has it
│   └── DeviceMissingError   it is not there at all
├── EncoderError             the encoder refuses
├── ExportError              a copy, pictures or a waveform cannot be made of a recording
├── FinaliseError            segments cannot be turned into one verified file
├── FFmpegError              ffmpeg is missing, ran too long or failed
├── ProofError               an answer is not proved to be in the file
└── RecorderAwayError        the recorder process cannot be started or reached

None of them leaves the package: the recorder and its client turn them into ``Fault`` values. Only what a
copy cannot be made for does, as ``kiosk.ports.copies.CopyError``.
"""

from kiosk.domain.proof import CaptureFlaw
from kiosk.ports.copies import CopyError


class CaptureError(Exception):
    """Root of the tree; the message is one plain sentence."""


class DeviceError(CaptureError):
    """A device cannot be opened or used."""


class DeviceBusyError(DeviceError):
    """Another program has the device; it may let go of it."""


class DeviceMissingError(DeviceError):
    """No device answers to that name."""


class EncoderError(CaptureError):
    """The encoder or the container refuses."""


class ExportError(CaptureError, CopyError):
    """A copy, pictures or a waveform cannot be made of a recording; the recording is untouched."""


class FinaliseError(CaptureError):
    """Segments cannot be turned into one verified file; they are kept."""


class FFmpegError(CaptureError, CopyError):
    """ffmpeg is missing, ran too long or said that it failed."""


class ProofError(CaptureError):
    """An answer is not proved to be in the file, and why."""

    def __init__(self, flaw: CaptureFlaw, detail: str) -> None:
        super().__init__(detail)
        self.flaw = flaw


class RecorderAwayError(CaptureError):
    """The recorder process cannot be started or reached."""
