"""What faults in a booth cost, injected for real and measured: rows 1 to 10, 25, 29, 31 and 32.

Run `python -m benchmarks.faults [COUNT [ROW…]]` from the project's folder, as root (loop-mounted disks) and
with PulseAudio installed. Each row's section of `benchmarks/faults.md` is written anew.
"""

import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kiosk.domain.export import GOOD
from kiosk.domain.faults import FaultCode
from kiosk.domain.ids import SessionId
from kiosk.domain.recording import HD, DeviceChoice
from kiosk.domain.staff import MOST_TRIES
from storage.privacy.readers import new_reader
from storage.station import open_station
from tests.devices import SoundBooth
from tests.disks import FileSystem, loop_disk
from tests.exports import plain_interview
from tests.interviews import Interview
from tests.mjpeg import CameraProcess
from tests.pulse import PulseServer
from tests.sticks import hub
from tests.trouble.edits import is_found, is_found_elsewhere
from tests.trouble.filling import DISK_MIB, fill_the_disk
from tests.trouble.guessing import JUDGED, booth, guess_once
from tests.trouble.kills import kill_the_kiosk, kill_the_recorder
from tests.trouble.outages import Injury, Outage, record_with_outages
from tests.trouble.power import Cut, suffer_power_cuts
from tests.trouble.pulls import long_interview, suffer_pulls
from tests.trouble.stalling import stall_the_recorder, stall_the_screen
from tests.trouble.thefts import words_after_an_erasure, words_on_a_stolen_disk
from tests.trouble.voices import STRANGER_HZ, both_speak, loudness
from tests.trouble.wrong_sticks import LOOKED_INTO, WRONG, try_a_wrong_stick

REPORT = Path(__file__).with_suffix(".md")
HEAD = """# What faults in a booth cost

Measured on two cores without a GPU, on the real recorder process with real faults; every section is written
by its benchmark (`python -m benchmarks.faults COUNT ROW`), so a figure here is a figure of a run.

"""
COUNT = 3
CUTS_PER_DISK = 10
SECONDS_PER_OUTAGE = 20.0
STALL_S = 10.0
EDITS = 20_000


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of a row's table."""

    what: str
    promise: str
    values: list[float]


def power_cuts(count: int, folder: Path) -> Iterator[Figure]:
    """Row 1."""
    for kind in FileSystem:
        cuts: list[Cut] = []
        while len(cuts) < count:
            with loop_disk(folder, kind, size_mib=2048) as disk:
                cuts += suffer_power_cuts(disk, HD, min(CUTS_PER_DISK, count - len(cuts)))
            disk.root.rmdir()
        yield Figure(f"{kind}: picture and sound lost, s", "≤ 2.0", [cut.lost_s for cut in cuts])
        yield Figure(f"{kind}: voice track lost, s", "≤ 2.0", [cut.voice_lost_s for cut in cuts])
        yield Figure(
            f"{kind}: acknowledged entries lost", "0", [float(cut.acknowledged_lost) for cut in cuts]
        )
        yield Figure(f"{kind}: back at the question, s", "≤ 10", [cut.resumed_s for cut in cuts])


def killed_kiosks(count: int, folder: Path) -> Iterator[Figure]:
    """Row 2."""
    found = kill_the_kiosk(folder / "booth", count)
    yield Figure("same question on the screen, s", "≤ 3", list(found.back_s))
    (segment,) = found.kept.recording.segments
    yield Figure("frames lost", "0", [float(segment.frames - len(found.kept.footage.brightness))])
    yield Figure("samples of sound lost", "0", [float(segment.audio_lost_samples)])


def killed_recorders(count: int, folder: Path) -> Iterator[Figure]:
    """Row 3."""
    found = kill_the_recorder(folder / "booth", count)
    yield Figure("alarm, s", "≤ 1", list(found.alarms_s))
    gaps = [gap.length_s for gap in found.kept.recording.gaps if not gap.painted]
    yield Figure("gap in the recording, s", "≤ 2.5", gaps)


def outages(what: str, alarm: str, seen: list[Outage]) -> Iterator[Figure]:
    """The two figures of a device that fails and mends."""
    yield Figure(f"{what}: alarm, s", alarm, [outage.alarm_s for outage in seen])
    yield Figure(f"{what}: back, s", "≤ 5", [outage.back_s for outage in seen])


@contextmanager
def camera_process() -> Iterator[CameraProcess]:
    """A plugged-in camera."""
    camera = CameraProcess()
    camera.plug()
    try:
        yield camera
    finally:
        camera.unplug()


def unplugged_cameras(count: int, folder: Path) -> Iterator[Figure]:
    """Row 4."""
    with camera_process() as camera:
        injury = Injury(FaultCode.CAMERA_LOST, camera.unplug, camera.plug, lasts_s=2.5)
        seen, recording = record_with_outages(folder, DeviceChoice(camera.url), injury, count)
    yield from outages("unplugged", "≤ 3", seen)
    yield Figure("samples of sound lost", "0", [float(recording.segments[0].audio_lost_samples)])


def frozen_cameras(count: int, folder: Path) -> Iterator[Figure]:
    """Row 5."""
    with camera_process() as camera:
        for what, alarm, injury in (
            ("no pictures", "≤ 3", Injury(FaultCode.CAMERA_LOST, camera.stall, camera.resume)),
            ("the same picture", "≤ 12", Injury(FaultCode.CAMERA_FROZEN, camera.freeze, camera.move)),
        ):
            seen, recording = record_with_outages(folder / what, DeviceChoice(camera.url), injury, count)
            yield from outages(what, alarm, seen)
            lost = float(recording.segments[0].audio_lost_samples)
            yield Figure(f"{what}: samples of sound lost", "0", [lost])


def lost_microphones(count: int, folder: Path) -> Iterator[Figure]:
    """Row 6."""
    server = PulseServer(Path(tempfile.mkdtemp(dir=folder)))
    server.start()
    with server.used():
        booth = SoundBooth(server)
        booth.plug()
        gone = Injury(FaultCode.MICROPHONE_LOST, booth.unplug_microphone, booth.plug_microphone, lasts_s=3.0)
        moved = Injury(FaultCode.MICROPHONE_LOST, booth.lead_astray, lambda: None)
        muted = Injury(FaultCode.MICROPHONE_MUTED, booth.mute, booth.unmute)
        with both_speak(lasting_s=60.0 + 3 * count * SECONDS_PER_OUTAGE):
            for what, injury in (("unplugged", gone), ("replaced by a stranger's", moved), ("muted", muted)):
                place = folder / what
                seen, recording = record_with_outages(place, DeviceChoice("sim", "booth-mic"), injury, count)
                yield from outages(what, "≤ 3", seen)
                stranger = loudness(place, recording, STRANGER_HZ)
                yield Figure(f"{what}: the stranger's part of full loudness", "0", [stranger])
    server.stop()


def full_disks(count: int, folder: Path) -> Iterator[Figure]:
    """Row 7."""
    for what, leave_mib in (("nearly full", 40), ("full at once", 0)):
        seen = []
        for _ in range(count):
            with loop_disk(folder, FileSystem.XFS, DISK_MIB) as disk:
                seen.append(fill_the_disk(disk.root, leave_mib))
            disk.root.rmdir()
        yield Figure(f"{what}: message, s", "≤ 3", [each.message_s for each in seen])
        yield Figure(f"{what}: picture and sound lost, s", "≤ 2", [each.lost_s for each in seen])
        lost = [float(each.acknowledged_lost) for each in seen]
        yield Figure(f"{what}: acknowledged entries lost", "0", lost)


def stalled_disks(count: int, folder: Path) -> Iterator[Figure]:
    """Row 8."""
    with loop_disk(folder, FileSystem.EXT4, size_mib=2048) as disk:
        seen = [stall_the_recorder(disk, HD, STALL_S) for _ in range(count)]
        delays_ms = stall_the_screen(disk, STALL_S)
    segments = [each.recording.segments[0] for each in seen]
    yield Figure("pictures lost", "0", [float(segment.frames_dropped) for segment in segments])
    yield Figure("samples of sound lost", "0", [float(segment.audio_lost_samples) for segment in segments])
    yield Figure("recorder silent, s", "", [each.longest_silence_s for each in seen])
    yield Figure("screen: an event waits, ms", "p95 ≤ 100", list(delays_ms))


def pulled_sticks(count: int, folder: Path) -> Iterator[Figure]:
    """Row 9."""
    for kind in ("exfat", "ntfs"):
        with long_interview(folder / kind) as storage:
            pulls = list(suffer_pulls(storage, kind, count, folder))
        yield Figure(f"{kind}: told, s", "≤ 3", [pull.told_s for pull in pulls])
        false = [float(pull.signed or pull.outcome in GOOD) for pull in pulls]
        yield Figure(f"{kind}: called done or signed", "0", false)
        yield Figure(f"{kind}: continued to a bundle that holds", "1", [float(p.continued) for p in pulls])


def wrong_sticks(count: int, folder: Path) -> Iterator[Figure]:
    """Row 10: each of them ``count`` times."""
    seen = []
    storage = open_station(folder / "data")
    plain_interview(storage)
    for name in WRONG:
        for _ in range(count):
            with hub() as port, tempfile.TemporaryDirectory(dir=folder) as place:
                seen.append((name, try_a_wrong_stick(name, storage, port, Path(place))))
    storage.close()
    yield Figure("told, s", "≤ 5", [refusal.told_s for _, refusal in seen])
    other = [float(refusal.outcome is not WRONG[name][1]) for name, refusal in seen]
    yield Figure("told in other words than its own", "0", other)
    touched = [float(not refusal.untouched) for name, refusal in seen if name not in LOOKED_INTO]
    yield Figure("written to", "0", touched)


def guessed_pins(count: int, folder: Path) -> Iterator[Figure]:
    """Row 25: killed, or without power, the moment each guess turns out wrong; until no more is possible."""
    killed = []
    for number in range(count):
        data = booth(folder / f"killed-{number}")
        killed.append(float(sum(guess_once(data, at) == JUDGED for at in range(MOST_TRIES + 3))))
    yield Figure("guesses, killed at each", "≤ 15", killed)
    for kind in FileSystem:
        with loop_disk(folder, kind) as disk:
            data, guesses = booth(disk.root / "data"), 0
            while guess_once(data, guesses) == JUDGED and guesses < MOST_TRIES + 3:
                guesses += 1
                disk.cut_power()
                disk.unmount()
                disk.mount()
        disk.root.rmdir()
        yield Figure(f"{kind}: guesses, power cut at each", "≤ 15", [float(guesses)])


def stolen_disks(count: int, folder: Path) -> Iterator[Figure]:
    """Row 29: in the raw blocks of the disk, those that no file owns any more included."""
    public = new_reader(folder / "hr.key", "")
    for kind in FileSystem:
        seen = []
        for _ in range(count):
            seen.append(words_on_a_stolen_disk(kind, folder, public))
            (folder / kind).rmdir()
        yield Figure(f"{kind}: marked words, not sealed yet", "", [float(len(before)) for before, _ in seen])
        yield Figure(
            f"{kind}: marked words of a sealed session", "0", [float(len(after)) for _, after in seen]
        )


def edited_journals(count: int, folder: Path) -> Iterator[Figure]:
    """Row 31: ``EDITS`` a run, half of them with everything after the edit hashed anew."""
    storage = open_station(folder / "data")
    for number in (1, 2):
        Interview(storage.journal, SessionId(f"{number:032x}"), boot=f"boot-{number}").whole()
    entries, anchor = list(storage.journal.entries()), storage.journal.checkpoints.all()[-1]
    storage.close()
    half, chances = EDITS // 2, [random.Random(seed) for seed in range(count)]
    plain = [sum(not is_found(entries, chance) for _ in range(half)) for chance in chances]
    clever = [sum(not is_found_elsewhere(entries, anchor, chance) for _ in range(half)) for chance in chances]
    yield Figure(f"edits not found, of {half:,}", "0", [float(missed) for missed in plain])
    yield Figure(f"… hashed anew, of {half:,}", "0", [float(missed) for missed in clever])


def erasures(count: int, folder: Path) -> Iterator[Figure]:
    """Row 32: in all files of the station, names of files included."""
    found = [words_after_an_erasure(folder / str(number)) for number in range(count)]
    yield Figure("marked words before", "≥ 50", [float(before) for before, _ in found])
    yield Figure("marked words after the erasure", "0", [float(after) for _, after in found])


ROWS: dict[int, tuple[str, Callable[[int, Path], Iterator[Figure]]]] = {
    1: ("power cut while recording and answering", power_cuts),
    2: ("kiosk process killed", killed_kiosks),
    3: ("recorder killed", killed_recorders),
    4: ("camera unplugged", unplugged_cameras),
    5: ("camera freezes", frozen_cameras),
    6: ("microphone unplugged, replaced, muted", lost_microphones),
    7: ("disk fills", full_disks),
    8: ("disk stalls for 10 s", stalled_disks),
    9: ("stick pulled during an export", pulled_sticks),
    10: ("wrong sticks", wrong_sticks),
    25: ("PIN guessed", guessed_pins),
    29: ("stolen disk", stolen_disks),
    31: ("journal edited", edited_journals),
    32: ("erasure", erasures),
}


def table(figures: Iterator[Figure]) -> str:
    """Median, 95th percentile and worst of each figure."""
    lines = ["| figure | promise | median | p95 | worst | of |", "|---|---|---|---|---|---|"]
    for figure in figures:
        half, most = np.percentile(np.array(figure.values), (50, 95))
        numbers = f"{half:.2f} | {most:.2f} | {max(figure.values):.2f} | {len(figure.values)}"
        lines.append(f"| {figure.what} | {figure.promise} | {numbers} |")
        print(lines[-1], flush=True)
    return "\n".join(lines)


def put_section(row: int, title: str, body: str) -> None:
    """Put a row's section into the report in the place of the one before."""
    text = REPORT.read_text("utf-8") if REPORT.exists() else HEAD
    head, *sections = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    kept = {int(section.split()[2].rstrip(":")): section.strip() for section in sections}
    kept[row] = f"## Row {row}: {title}\n\n{body}"
    REPORT.write_text("\n\n".join([head.strip(), *(kept[number] for number in sorted(kept))]) + "\n", "utf-8")


def main(count: int, rows: list[int]) -> None:
    """Measure these rows and write their sections."""
    for row in rows:
        title, measure = ROWS[row]
        print(f"row {row}: {title}", flush=True)
        with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
            put_section(row, title, table(measure(count, Path(folder))))


if __name__ == "__main__":
    words = [int(word) for word in sys.argv[1:]]
    main(words[0] if words else COUNT, words[1:] or list(ROWS))
