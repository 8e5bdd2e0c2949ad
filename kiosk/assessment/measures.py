"""Signs that every answer can show, whatever it is about: how it is built, and how close to life it is.

They say something about the answer, never about the person: not how fluent, quick or correct the speech is.
"""

from kiosk.domain.rubric import Measure, Sign


def _sign(name: str, titles: str, **terms: str) -> Sign:
    """A sign of which titles and terms are written in lines, separated by bars."""
    languages = dict(zip(terms, _listed(titles), strict=True))
    return Sign(name, languages, {language: _listed(text) for language, text in terms.items()})


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(one.split()) for one in text.split("|"))


STRUCTURE = (
    _sign(
        "beginning",
        "where and when it happened | wo und wann es war | dónde y cuándo ocurrió",
        en="""
            when i | when we | in my last | in my previous | in my current | in my first | at
            the time | back then | last year | last month | last week | last summer | last
            autumn | last spring | last winter | a year ago | years ago | months ago | weeks ago
            | one day | during my | there was | i was working | i have been working | i used to
            work | for the past | in # i
        """,
        de="""
            als ich | als wir | in meinem letzten | in meiner letzten | in meiner ausbildung |
            in meinem praktikum | damals | letztes jahr | letzten monat | letzte woche | letzten
            sommer | letzten herbst | letzten winter | im letzten jahr | vor einem jahr | vor
            zwei | vor drei | vor einigen | eines tages | während mein* | es gab | zuletzt habe
            | ich arbeite seit | seit zwei | seit drei | im jahr #
        """,
        es="""
            cuando yo | cuando trabajaba | cuando estudiaba | cuando hacía | en mi último | en
            mi última | en mi anterior | en mi primer | en aquel momento | en aquella época | el
            año pasado | el mes pasado | la semana pasada | el verano pasado | hace un | hace
            dos | hace tres | hace unos | un día | durante mi | trabajaba en | trabajo en |
            había un*
        """,
    ),
    _sign(
        "order",
        "the order of events | die Reihenfolge | el orden de los hechos",
        en="first | firstly | then | after that | afterwards | next | later | before that",
        de="zuerst | zunächst | dann | danach | anschließend | später | vorher | als erstes",
        es="primero | en primer lugar | luego | después | más tarde | entonces | antes de",
    ),
    _sign(
        "reasons",
        "the reasons | die Gründe | los motivos",
        en="""
            because | so that | in order to | the reason | that is why | that's why | which
            meant | since i | therefore | due to
        """,
        de="weil | damit | deshalb | deswegen | daher | der grund | um … zu | denn | nämlich",
        es="porque | para que | por eso | el motivo | la razón | ya que | así que | debido a",
    ),
    _sign(
        "end",
        "how it ended | wie es ausging | cómo terminó",
        en="""
            in the end | as a result | eventually | finally | since then | at the end | it
            turned out | turned out | the result | the outcome | today i | now i | ever since |
            we ended up | from then on
        """,
        de="""
            am ende | schließlich | letztlich | seitdem | seither | das ergebnis | im ergebnis |
            zum schluss | es stellte sich | heute | daraufhin | am schluss | inzwischen
        """,
        es="""
            al final | finalmente | desde entonces | como resultado | el resultado | resultó |
            hoy | ahora | por último | a partir de entonces
        """,
    ),
)

DETAIL = (
    _sign(
        "own-part",
        "your own part | Ihren eigenen Anteil | su propia aportación",
        en="""
            i decided | i asked | i suggested | i proposed | i wrote | i called | i talked | i
            spoke | i told | i explained | i made | i built | i set | i checked | i started | i
            went | i took | i offered | i noticed | i moved | i listed | i sat down | i
            apologised | i apologized | i fixed | i added | i measured | my part | my task | i
            was responsible | i organised | i learned | i worked on
        """,
        de="""
            habe ich | ich habe … ge* | ich habe … vorgeschlagen | ich habe … besprochen | ich
            habe … erklärt | ich bin … gegangen | ich schlug | ich fragte | ich bat | ich rief |
            ich ging | ich schrieb | ich baute | ich prüfte | ich erklärte | ich entschied |
            mein anteil | meine aufgabe | ich war … zuständig | ich war … verantwortlich
        """,
        es="""
            decidí | pregunté | le pregunté | propuse | sugerí | escribí | llamé | hablé |
            expliqué | le expliqué | hice | construí | revisé | empecé | fui a | ofrecí | pedí |
            corregí | avisé | organicé | mi parte | mi tarea | me encargué | aprendí
        """,
    ),
    _sign(
        "figures",
        "figures or dates | Zahlen oder Daten | cifras o fechas",
        en="""
            # | two | three | four | five | six | seven | eight | nine | ten | twelve | twenty |
            thirty | hundred | thousand | half | percent | twice
        """,
        de="""
            # | zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | zwölf |
            zwanzig | dreißig | hundert | tausend | hälfte | prozent | doppelt
        """,
        es="""
            # | dos | tres | cuatro | cinco | seis | siete | ocho | nueve | diez | doce | veinte
            | treinta | cien | mil | mitad | por ciento | doble
        """,
    ),
    _sign(
        "people",
        "who else was involved | wer noch beteiligt war | quién más participó",
        en="""
            colleague* | customer* | client* | manager | supervisor | boss | team | coworker* |
            teacher | supplier* | patient* | classmate* | developer* | designer* | team lead |
            user*
        """,
        de="""
            kolleg* | kund* | chef* | vorgesetzt* | team | teamleit* | lehrer* | ausbilder* |
            lieferant* | patient* | mitschüler* | nutzer* | kommiliton* | entwickler*
        """,
        es="""
            compañer* | client* | jef* | supervisor* | equipo | profesor* | proveedor* |
            paciente* | encargad* | usuari*
        """,
    ),
    _sign(
        "example",
        "a concrete example | ein konkretes Beispiel | un ejemplo concreto",
        en="""
            for example | for instance | such as | one time | once | in one case | one evening |
            one morning | on monday* | on tuesday* | on wednesday* | on thursday* | on friday* |
            on a friday | on a saturday | that week | that day
        """,
        de="""
            zum beispiel | beispielsweise | etwa | einmal | in einem fall | an einem | eines
            morgens | eines abends | am montag | am dienstag | am mittwoch | am donnerstag | am
            freitag | in dieser woche | an dem tag
        """,
        es="""
            por ejemplo | una vez | en una ocasión | en un caso | una mañana | una tarde | el
            lunes | el martes | el miércoles | el jueves | el viernes | esa semana | ese día
        """,
    ),
)

SIGNS_OF = {Measure.STRUCTURE: STRUCTURE, Measure.DETAIL: DETAIL}
