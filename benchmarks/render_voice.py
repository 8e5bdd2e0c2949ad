"""How long does the voice of twenty questions take: to render, to check in the cache, to look up?

Run `PYTHONPATH=. python benchmarks/render_voice.py`. The figures and the decision:
docs/decisions/0004-render-the-voice-ahead.md
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.voice.rendered import RenderedVoice

QUESTION = (
    "Question {}: tell me about a time when you and someone you worked with disagreed. "
    "What did you do, and how did it end?"
)
TEXTS = [QUESTION.format(number) for number in range(1, 21)]


def took_ms(work: Callable[[], object]) -> float:
    """Wall-clock milliseconds."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def main() -> None:
    """One line per figure."""
    with tempfile.TemporaryDirectory() as folder:
        voice, later = RenderedVoice(Path(folder)), RenderedVoice(Path(folder))
        print(f"render 20 questions       {took_ms(lambda: voice.render(TEXTS, 'en')):8.1f} ms")
        print(f"check 20 cached questions {took_ms(lambda: voice.render(TEXTS, 'en')):8.1f} ms")
        print(f"look one up, from disk    {took_ms(lambda: later.utterance(TEXTS[3], 'en')):8.3f} ms")
        print(f"look one up, from memory  {took_ms(lambda: voice.utterance(TEXTS[3], 'en')):8.3f} ms")


if __name__ == "__main__":
    main()
