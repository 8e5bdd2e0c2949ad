"""What the rules know of a language: its function words, its negations, its endings.

Little on purpose. Function words tell running speech from a list of keywords and one language from
another; endings are cut so that a rubric need not list every form of a word.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language. All words are folded: small letters without accents."""

    code: str
    function_words: frozenset[str]
    negations: frozenset[str]
    only: frozenset[str]
    """“only”: after a negation it takes the negation back (“not only”)."""
    negates_behind: bool
    """Whether a negation may also follow what it negates."""
    endings: tuple[tuple[str, str], ...]
    """Ending and what takes its place, longest first."""

    def stem(self, word: str) -> str:
        """A folded word without its ending; function words are too short to lose one."""
        if word in self.function_words:
            return word
        for ending, instead in self.endings:
            stem = word[: -len(ending)] + instead
            if word.endswith(ending) and len(stem) >= _SHORTEST_STEM:
                return _single(stem)
        return word


@cache
def fold(word: str) -> str:
    """Small letters without accents, so that hearing and spelling errors weigh less."""
    letters = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def tongue(language: str) -> Tongue | None:
    """What is known of a language, or ``None``."""
    return TONGUES.get(language)


def likeliest(words: list[str]) -> str | None:
    """The language whose function words are most frequent among folded words, or ``None`` if none is."""
    counts = {code: sum(word in one.function_words for word in words) for code, one in TONGUES.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else None


def _single(stem: str) -> str:
    doubled = len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2] and stem[-1] not in "aeiouls"
    return stem[:-1] if doubled else stem


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _endings(text: str, *replaced: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    pairs = [*replaced, *((ending, "") for ending in text.split())]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


ENGLISH = Tongue(
    code="en",
    function_words=_words(
        "i i'm i'd i've me my we we're us our you your he she it it's its they them their his her this that "
        "these those the a an and or but so if then than as at by for from in into of on to with about after "
        "before because when while which who what how why there here is am are was were be been being have "
        "has had do does did would could should can will not no also just really very some all more"
    ),
    negations=_words(
        "not no never nobody nothing without neither nor cannot can't don't didn't doesn't won't wouldn't "
        "couldn't shouldn't isn't wasn't aren't weren't haven't hasn't hadn't hardly"
    ),
    only=_words("only just"),
    negates_behind=False,
    endings=_endings("ing ed es ly e s", ("ies", "y"), ("ied", "y"), ("ily", "y")),
)
GERMAN = Tongue(
    code="de",
    function_words=_words(
        "ich mich mir mein meine meinem meinen meiner wir uns unser unsere du sie ihr ihm ihn ihnen er es "
        "man der die das den dem des ein eine einen einem einer und oder aber also wenn dann als wie in im "
        "an am auf aus bei mit nach von vom vor zu zum zur fur um uber durch denn weil dass da damit doch "
        "auch noch schon nur sehr so nicht kein keine ist bin war waren sein habe hat hatte hatten haben "
        "werde wird wurde wurden konnte kann musste muss wollte ja dies diese dieser was wo"
    ),
    negations=_words(
        "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder kaum"
    ),
    only=_words("nur"),
    negates_behind=True,
    endings=_endings("ungen ung enden ende end testen teten test tet ten te en ern er es em st e n s t"),
)
SPANISH = Tongue(
    code="es",
    function_words=_words(
        "yo me mi mis nos nuestro nuestra tu usted el la los las lo le les se su sus un una unos unas y e o "
        "u pero si que como cuando donde porque pues por para con sin de del al a en entre sobre desde hasta "
        "muy mas tambien ya no ni es era fue ser estar estaba estoy soy he ha habia hay hubo tenia tengo "
        "esto este esta eso ese esa aquello todo todos cada"
    ),
    negations=_words("no nunca jamas nadie nada sin ni tampoco apenas"),
    only=_words("solo solamente"),
    negates_behind=False,
    endings=_endings(
        "aciones acion iendo ando ieron iamos aron aban aba ados adas ado ada idos idas ido ida amos emos "
        "imos mente ia ian io ar er ir os as es an en o a e s",
    ),
)

TONGUES = {one.code: one for one in (ENGLISH, GERMAN, SPANISH)}
