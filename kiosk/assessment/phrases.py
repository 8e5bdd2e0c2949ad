"""The sentences of an assessment, in the interview's language; English where a language has none."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.domain.assessment import Withheld


@dataclass(frozen=True, slots=True)
class Phrases:
    """Sentences with named places to fill."""

    found: str
    nothing: str
    code: str
    missing: str
    no_score: str
    say_more: str
    judged: str
    strongest: str
    weakest: str
    overall: str
    no_overall: str
    human: str
    listen: str
    set_aside: str
    reasons: Mapping[Withheld, str]


def phrases(language: str) -> Phrases:
    """The sentences of a language."""
    return _PHRASES.get(language, _PHRASES["en"])


_PHRASES = {
    "en": Phrases(
        found="{title}: level {level} of 4. Heard: {signs}.",
        nothing="{title}: level 0 of 4. Nothing on it was heard.",
        code="{title}: level {level} of 4. {passed} of {total} hidden examples passed.",
        missing="Not heard: {signs}.",
        no_score="No score: {reason}.",
        say_more="Say more about {sign}.",
        judged="{judged} of {total} answers could be judged, {coverage} % of what the rubric asks about.",
        strongest="Most was heard on “{title}”.",
        weakest="Least was heard on “{title}”.",
        overall="{overall} of 100 recognised by rules. A person may hear more, and decides.",
        no_overall="No overall score: {reason}.",
        human="Look at the quotes and hear the answers before you decide.",
        listen="Question “{question}” needs a person: {reason}.",
        set_aside="Question “{question}”: part of the answer talks to the scorer and was left out. Hear it.",
        reasons={
            Withheld.HUMAN_ONLY: "the candidate chose people only",
            Withheld.NO_RUBRIC: "the pack does not say how this question is judged",
            Withheld.NOT_ASKED: "it was not asked",
            Withheld.NOT_ANSWERED: "it was not answered",
            Withheld.NOT_TRANSCRIBED: "there is no transcript",
            Withheld.LOW_CONFIDENCE: "the speech recognition was too unsure",
            Withheld.OTHER_LANGUAGE: "the answer is in another language",
            Withheld.NOT_SCORABLE: "the rules found nothing that has to do with the question",
            Withheld.LITTLE_FOUND: "the rules recognised less than half of what the question asks for",
            Withheld.TOO_LITTLE: "less than half could be judged",
        },
    ),
    "de": Phrases(
        found="{title}: Stufe {level} von 4. Gehört: {signs}.",
        nothing="{title}: Stufe 0 von 4. Dazu war nichts zu hören.",
        code="{title}: Stufe {level} von 4. {passed} von {total} verdeckten Beispielen bestanden.",
        missing="Nicht gehört: {signs}.",
        no_score="Keine Punkte: {reason}.",
        say_more="Sagen Sie mehr dazu: {sign}.",
        judged="{judged} von {total} Antworten bewertbar, {coverage} % dessen, wonach das Raster fragt.",
        strongest="Am meisten war zu hören zu „{title}“.",
        weakest="Am wenigsten war zu hören zu „{title}“.",
        overall="{overall} von 100 haben Regeln erkannt. Ein Mensch hört vielleicht mehr, und entscheidet.",
        no_overall="Keine Gesamtpunktzahl: {reason}.",
        human="Sehen Sie die Zitate an und hören Sie die Antworten, bevor Sie entscheiden.",
        listen="Frage „{question}“ braucht einen Menschen: {reason}.",
        set_aside="Frage „{question}“: Ein Teil der Antwort spricht zur Bewertung und blieb außen vor. "
        "Bitte anhören.",
        reasons={
            Withheld.HUMAN_ONLY: "die Person hat nur Menschen gewählt",
            Withheld.NO_RUBRIC: "das Paket sagt nicht, wie diese Frage bewertet wird",
            Withheld.NOT_ASKED: "sie wurde nicht gestellt",
            Withheld.NOT_ANSWERED: "sie wurde nicht beantwortet",
            Withheld.NOT_TRANSCRIBED: "es gibt keine Abschrift",
            Withheld.LOW_CONFIDENCE: "die Spracherkennung war zu unsicher",
            Withheld.OTHER_LANGUAGE: "die Antwort ist in einer anderen Sprache",
            Withheld.NOT_SCORABLE: "die Regeln fanden nichts, was mit der Frage zu tun hat",
            Withheld.LITTLE_FOUND: "die Regeln erkannten weniger als die Hälfte des Gefragten",
            Withheld.TOO_LITTLE: "weniger als die Hälfte war bewertbar",
        },
    ),
    "es": Phrases(
        found="{title}: nivel {level} de 4. Se oyó: {signs}.",
        nothing="{title}: nivel 0 de 4. No se oyó nada al respecto.",
        code="{title}: nivel {level} de 4. Superados {passed} de {total} ejemplos ocultos.",
        missing="No se oyó: {signs}.",
        no_score="Sin puntuación: {reason}.",
        say_more="Cuente más sobre esto: {sign}.",
        judged="Se pudieron valorar {judged} de {total} respuestas, el {coverage} % de lo que pide la pauta.",
        strongest="Donde más se oyó: «{title}».",
        weakest="Donde menos se oyó: «{title}».",
        overall="{overall} de 100 reconocidos por reglas. Una persona quizá oiga más, y decide.",
        no_overall="Sin puntuación total: {reason}.",
        human="Mire las citas y escuche las respuestas antes de decidir.",
        listen="La pregunta «{question}» necesita a una persona: {reason}.",
        set_aside="Pregunta «{question}»: parte de la respuesta se dirige a quien puntúa y no se tuvo en "
        "cuenta. Escúchela.",
        reasons={
            Withheld.HUMAN_ONLY: "la persona eligió solo personas",
            Withheld.NO_RUBRIC: "el paquete no dice cómo se valora esta pregunta",
            Withheld.NOT_ASKED: "no se hizo",
            Withheld.NOT_ANSWERED: "no se respondió",
            Withheld.NOT_TRANSCRIBED: "no hay transcripción",
            Withheld.LOW_CONFIDENCE: "el reconocimiento de voz estaba demasiado inseguro",
            Withheld.OTHER_LANGUAGE: "la respuesta está en otro idioma",
            Withheld.NOT_SCORABLE: "las reglas no encontraron nada que tenga que ver con la pregunta",
            Withheld.LITTLE_FOUND: "las reglas reconocieron menos de la mitad de lo que pide la pregunta",
            Withheld.TOO_LITTLE: "se pudo valorar menos de la mitad",
        },
    ),
}
