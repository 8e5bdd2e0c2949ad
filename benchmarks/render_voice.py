"""How long does a pack of twenty questions take: to render and pin, to open, to look a question up?

Run `PYTHONPATH=. python benchmarks/render_voice.py`. The decisions:
docs/decisions/0004-render-the-voice-ahead.md and 0013-a-pack-is-asked-as-it-was-built.md
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.library.library import Library, Shelves
from kiosk.voice.rendered import RenderedVoice
from kiosk.voice.sentence import Sentence

AIM_S = 3.0
QUESTION = (
    "Question {}: tell me about a time when you and someone you worked with disagreed. "
    "What did you do, and how did it end?"
)
TEXTS = [QUESTION.format(number) for number in range(1, 21)]
HEAD = 'id = "twenty"\nversion = "1"\nlanguages = ["en"]\ntitle.en = "Twenty"\n'
ENTRY = '[[questions]]\nid = "q{}"\nkind = "general"\navatar = "mira"\nanswer_limit_s = 60\ntext.en = "{}"\n'


def cpu_s() -> float:
    """Processor seconds of this process and of those that it has ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def took_ms(work: Callable[[], object]) -> float:
    """Wall-clock milliseconds."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def main() -> None:
    """One line per figure; ends with 1 when rendering misses its aim."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "packs/twenty").mkdir(parents=True)
        entries = "".join(ENTRY.format(number, text) for number, text in enumerate(TEXTS))
        (folder / "packs/twenty/pack.toml").write_text(HEAD + entries)

        shelves = Shelves((), folder / "packs", folder / "built")
        voice = RenderedVoice(folder / "usual", characters=Path("assets/avatars"))
        usual_ms = took_ms(lambda: voice.say([Sentence(text, "en", "mira") for text in TEXTS]))
        building = RenderedVoice(folder / "cache", characters=Path("assets/avatars"))
        before_s = cpu_s()
        built_ms = took_ms(lambda: Library(shelves, building).build("twenty"))
        spent_s = cpu_s() - before_s
        speaking = RenderedVoice(folder / "cache")
        opened = Library(shelves, speaking)
        opening_ms = took_ms(lambda: opened.open("twenty"))
        print(f"speak 20 questions              {usual_ms:8.1f} ms")
        aim = f"aim: {AIM_S * 1000:.0f}, {spent_s:.2f} s of processors"
        print(f"build the pack, at both paces   {built_ms:8.1f} ms ({aim})")
        print(f"open it, every hash compared    {opening_ms:8.1f} ms")
        print(
            f"look a question up              {took_ms(lambda: speaking.utterance(TEXTS[3], 'en')):8.3f} ms"
        )
    raise SystemExit(built_ms > AIM_S * 1000)


if __name__ == "__main__":
    main()
