"""How the wizard says things: outcomes, sizes, times. All of it can be translated."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from kiosk.domain.export import (
    EXPORT_TEXTS,
    Destination,
    Disguise,
    Drive,
    ExportOutcome,
    ExportPart,
    ExportPhase,
    ExportProgress,
    ExportTexts,
    Protection,
    ServerReceipt,
)
from kiosk.ports.exporter import Exportable
from ui.texts import duration

_MINUTE_S = 60.0
_COARSE_S = 90.0


def outcome_texts(outcome: ExportOutcome) -> ExportTexts:
    """What happened, and what to do."""
    texts = EXPORT_TEXTS[outcome]
    return ExportTexts(_words(texts.what_happened), _words(texts.what_to_do))


def size(size_bytes: int) -> str:
    """``1.2 GB``: in thousands, as sticks are sold."""
    return QLocale().formattedDataSize(size_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def stick(drive: Drive) -> str:
    """A stick by its name and size."""
    return f"{drive.title or _words('USB stick')}, {size(drive.size_bytes)}"


def interview(one: Exportable) -> tuple[str, str]:
    """Who, and what about."""
    who = one.candidate or _words("Candidate {id}").format(id=one.session[:8])
    when = QDateTime.fromString(one.created_wall, Qt.DateFormat.ISODateWithMs).toLocalTime()
    facts = [one.pack_title, QLocale().toString(when, _words("d MMMM yyyy, HH:mm"))]
    if one.length_s is not None:
        facts += [duration(one.length_s), size(one.size_bytes)]
    else:
        facts.append(_words("no recording"))
    if one.exported:
        facts.append(_words("exported before"))
    return who, " · ".join(facts)


def part(wanted: ExportPart) -> tuple[str, str]:
    """A part of an interview, and what it is good for."""
    match wanted:
        case ExportPart.VIDEO:
            return _words("Recording"), _words("The video as it was made; plays everywhere.")
        case ExportPart.WEBM:
            return _words("Recording as WebM as well"), _words("A second, open format. This takes long.")
        case ExportPart.TRANSCRIPT:
            return _words("Transcript"), _words("What was said, as text and as captions.")
        case ExportPart.CODE:
            return _words("Programs"), _words("Every attempt, with its results.")
        case ExportPart.SCORES:
            return _words("Scores"), _words("With the words they rest on.")


def destination(wanted: Destination) -> tuple[str, str]:
    """Where it goes."""
    match wanted:
        case Destination.STICK:
            return _words("Onto a USB stick"), _words("You choose what goes along and who can open it.")
        case Destination.SERVER:
            return (
                _words("To the central server, now"),
                _words("Everything of these interviews, before all others that wait to be sent."),
            )


def receipt(one: ServerReceipt) -> str:
    """The server's word for one interview, short enough to be compared."""
    when = QDateTime.fromString(one.wall, Qt.DateFormat.ISODateWithMs).toLocalTime()
    told = _words("Interview {id}: received {when}, {files} files, receipt {signature}")
    return told.format(
        id=one.session[:8],
        when=QLocale().toString(when, _words("d MMMM yyyy, HH:mm")),
        files=one.files,
        signature=one.signature[:12],
    )


def disguise(wanted: Disguise) -> tuple[str, str]:
    """Who the copy is for."""
    match wanted:
        case Disguise.NONE:
            return _words("For people who may know who it is"), _words("Name, face and voice as they are.")
        case Disguise.BLURRED:
            return (
                _words("Blind copy, blurred"),
                _words("No name, no face, another voice; the words come first. This takes a while."),
            )
        case Disguise.VOICE_ONLY:
            return (
                _words("Blind copy, voice only"),
                _words("No name, no picture, another voice; the words come first."),
            )


def protection(wanted: Protection) -> tuple[str, str]:
    """Who can open it."""
    match wanted:
        case Protection.NONE:
            return _words("Open"), _words("Whoever has the stick can read it.")
        case Protection.PASSPHRASE:
            return (
                _words("With a passphrase"),
                _words("The station makes one and shows it once. 7-Zip opens the file."),
            )
        case Protection.KEY:
            return _words("For HR’s key"), _words("Only HR can open it. Nothing has to be written down.")


def phase(now: ExportPhase, destination: Destination = Destination.STICK) -> str:
    """What is being done."""
    if destination is Destination.SERVER and now is not ExportPhase.OVER:
        return _words("Sending")
    match now:
        case ExportPhase.PREPARING:
            return _words("Preparing")
        case ExportPhase.COPYING:
            return _words("Copying")
        case ExportPhase.VERIFYING:
            return _words("Reading back")
        case ExportPhase.FINISHING | ExportPhase.OVER:
            return _words("Finishing")


def speed(progress: ExportProgress) -> str:
    """How fast it goes, and how long it still takes; empty before anybody can tell."""
    if progress.left_s is None:
        return ""
    rate = _words("{size} a second").format(size=size(round(progress.bytes_per_s)))
    return f"{rate} · {left(progress.left_s)}"


def left(seconds: float) -> str:
    """A time that remains, as roughly as it is known."""
    if seconds < _COARSE_S:
        return _words("less than a minute left") if seconds < _MINUTE_S else _words("about a minute left")
    return _words("about {count} minutes left").format(count=round(seconds / _MINUTE_S))


def _words(source: str) -> str:
    return QCoreApplication.translate("Export", source)
