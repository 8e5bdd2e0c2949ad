"""Many interviews on one window: what drifts of memory, descriptors, threads and disk. Row 34 of the list.

Run `python -m benchmarks.soak [COUNT]` from the project's folder (`make soak`); an interview takes half a
minute. Writes `benchmarks/soak.md` and `benchmarks/soak.svg`.
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from tests.trouble.soak import Cost, soak

COUNT = 20
REPORT = Path(__file__).with_suffix(".md")
PLOT = Path(__file__).with_suffix(".svg")
FEWEST = 8
"""With fewer interviews there are no quarters to compare."""
Read = Callable[[Cost], float]
GROWING: dict[str, tuple[str, Read]] = {
    "kiosk: memory of its own, MiB": ("≤ 5 %", lambda cost: cost.kiosk_mib),
    "recorder: memory of its own, MiB": ("≤ 5 %", lambda cost: cost.recorder_mib),
    "kiosk: descriptors": ("flat", lambda cost: cost.kiosk_files),
    "recorder: descriptors": ("flat", lambda cost: cost.recorder_files),
    "kiosk: threads": ("flat", lambda cost: cost.kiosk_threads),
    "recorder: threads": ("flat", lambda cost: cost.recorder_threads),
    "temporary files": ("flat", lambda cost: cost.leftovers),
    "seconds an interview takes": ("", lambda cost: cost.seconds),
}


def drift(costs: Sequence[Cost], read: Read) -> tuple[float, float]:
    """The medians of the second quarter, when everything is warm, and of the last."""
    quarter = len(costs) // 4
    return (
        median(read(cost) for cost in costs[quarter : 2 * quarter]),
        median(read(cost) for cost in costs[-quarter:]),
    )


def report(costs: Sequence[Cost]) -> str:
    """The table, and what else was promised."""
    lines = [
        "# A long day",
        "",
        f"{len(costs)} interviews, one after the other, on one window of the real application, with a",
        "scripted candidate and simulated devices, on two cores with other work; medians of quarters.",
        "",
        "| what | promise | second quarter | last quarter | drift |",
        "|---|---|---|---|---|",
    ]
    for what, (promise, read) in GROWING.items():
        early, late = drift(costs, read)
        percent = f"{(late / early - 1) * 100:+.1f} %" if early else "–"
        lines.append(f"| {what} | {promise} | {early:g} | {late:g} | {percent} |")
    grown_kib = (costs[-1].disk_kib - costs[0].disk_kib) / (len(costs) - 1)
    restarts = len({cost.recorder_pid for cost in costs}) - 1
    lines += [
        "",
        f"Restarts of the recorder: {restarts} (promise 0). Beside recordings the station grew by",
        f"{grown_kib:.0f} KiB an interview. {datetime.now(UTC):%Y-%m-%d}.",
        "",
        "![memory and descriptors after each interview](soak.svg)",
    ]
    return "\n".join(lines) + "\n"


def plot(costs: Sequence[Cost]) -> str:
    """Memory and descriptors over the interviews, as a picture."""
    drawn = (
        ("kiosk, MiB", "#0f6b6b", [cost.kiosk_mib for cost in costs]),
        ("recorder, MiB", "#b25c00", [cost.recorder_mib for cost in costs]),
        ("kiosk, descriptors", "#4a5fc1", [float(cost.kiosk_files) for cost in costs]),
        ("recorder, descriptors", "#8a3a8a", [float(cost.recorder_files) for cost in costs]),
    )
    top = max(max(values) for _, _, values in drawn) * 1.1
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 840 400" font-family="sans-serif">',
        '<rect width="840" height="400" fill="#fff"/>',
    ]
    for step in range(5):
        y, value = 350 - step * 80, top * step / 4
        parts.append(f'<path d="M60 {y}H620" stroke="#dde"/><text x="52" y="{y + 4}" text-anchor="end">')
        parts.append(f"{value:.0f}</text>")
    for row, (name, colour, values) in enumerate(drawn):
        points = " ".join(
            f"{60 + 560 * place / max(1, len(values) - 1):.1f},{350 - 320 * value / top:.1f}"
            for place, value in enumerate(values)
        )
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="636" y="{50 + 24 * row}" fill="{colour}">{name}</text>')
    parts.append('<text x="60" y="380">interview 1</text>')
    parts.append(f'<text x="620" y="380" text-anchor="end">{len(costs)}</text>')
    return "".join([*parts, "</svg>\n"])


def main(count: int) -> None:
    """Hold the interviews, and write down what they cost."""
    costs: list[Cost] = []
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        for cost in soak(count, Path(folder) / "data"):
            costs.append(cost)
            print(cost, flush=True)
    if len(costs) < count:
        raise SystemExit(f"only {len(costs)} of {count} interviews were held")
    if len(costs) >= FEWEST:
        REPORT.write_text(report(costs), "utf-8")
        PLOT.write_text(plot(costs), "utf-8")
        print(report(costs))


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else COUNT)
