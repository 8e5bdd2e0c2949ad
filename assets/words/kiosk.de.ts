<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>ActForm</name>
  <message>
   <source>Not now</source>
   <translation>Jetzt nicht</translation>
  </message>
 </context>
 <context>
  <name>AnswerField</name>
  <message>
   <source>You may write your answer here, or speak.</source>
   <translation>Sie können Ihre Antwort hier schreiben oder sprechen.</translation>
  </message>
  <message>
   <source>Your answer</source>
   <translation>Ihre Antwort</translation>
  </message>
 </context>
 <context>
  <name>AppearanceCard</name>
  <message>
   <source>Accessibility</source>
   <translation>Barrierefreiheit</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Farben</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>Hoher Kontrast</translation>
  </message>
  <message>
   <source>Large</source>
   <translation>Groß</translation>
  </message>
  <message>
   <source>Less motion</source>
   <translation>Weniger Bewegung</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Louder</source>
   <translation>Lauter</translation>
  </message>
  <message>
   <source>Make the screen fit you</source>
   <translation>Passen Sie den Bildschirm an</translation>
  </message>
  <message>
   <source>No voice</source>
   <translation>Ohne Stimme</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keiner</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>Normal</translation>
  </message>
  <message>
   <source>Only the mouth of the person who speaks moves.</source>
   <translation>Nur der Mund der sprechenden Person bewegt sich.</translation>
  </message>
  <message>
   <source>Slower</source>
   <translation>Langsamer</translation>
  </message>
  <message>
   <source>Softer</source>
   <translation>Leiser</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>Schriftgröße</translation>
  </message>
  <message>
   <source>The question as text</source>
   <translation>Die Frage als Text</translation>
  </message>
  <message>
   <source>Usual pace</source>
   <translation>Übliches Tempo</translation>
  </message>
  <message>
   <source>Usual volume</source>
   <translation>Übliche Lautstärke</translation>
  </message>
  <message>
   <source>Voice</source>
   <translation>Stimme</translation>
  </message>
  <message>
   <source>You read the questions, and nobody looks at you.</source>
   <translation>Sie lesen die Fragen, und niemand schaut Sie an.</translation>
  </message>
 </context>
 <context>
  <name>AudiencePage</name>
  <message>
   <source>Who is it for?</source>
   <translation>Für wen ist es?</translation>
  </message>
 </context>
 <context>
  <name>AvatarView</name>
  <message>
   <source>Interviewer {name}</source>
   <translation>Interviewfigur {name}</translation>
  </message>
 </context>
 <context>
  <name>AwaitingScreen</name>
  <message>
   <source>Have a sip of water, and sit comfortably.</source>
   <translation>Trinken Sie einen Schluck Wasser und setzen Sie sich bequem hin.</translation>
  </message>
  <message>
   <source>Staff will start your interview in a moment. Nothing is recorded yet.</source>
   <translation>Das Personal startet Ihr Interview gleich. Noch wird nichts aufgenommen.</translation>
  </message>
  <message>
   <source>You are ready</source>
   <translation>Es kann losgehen</translation>
  </message>
 </context>
 <context>
  <name>BeginningScreen</name>
  <message>
   <source>Sit comfortably. The first question comes in a moment.</source>
   <translation>Setzen Sie sich bequem hin. Gleich kommt die erste Frage.</translation>
  </message>
  <message>
   <source>We are starting the recording</source>
   <translation>Wir starten die Aufnahme</translation>
  </message>
 </context>
 <context>
  <name>BoardPage</name>
  <message>
   <source>All interviews</source>
   <translation>Alle Interviews</translation>
  </message>
  <message>
   <source>Decisions and scores</source>
   <translation>Entscheidungen und Bewertungen</translation>
  </message>
  <message>
   <source>Fairness</source>
   <translation>Fairness</translation>
  </message>
  <message>
   <source>Fairness board</source>
   <translation>Fairness-Übersicht</translation>
  </message>
  <message>
   <source>Fewer than 30 answers: read it with care.</source>
   <translation>Weniger als 30 Antworten: mit Vorsicht lesen.</translation>
  </message>
  <message>
   <source>Groups</source>
   <translation>Gruppen</translation>
  </message>
  <message>
   <source>Groups: {attribute}</source>
   <translation>Gruppen: {attribute}</translation>
  </message>
  <message>
   <source>Impact ratios as New York City’s Local Law 144 defines them, of people who chose to say; {unknown} have not. The line marks four fifths.</source>
   <translation>Auswirkungsquoten nach dem Local Law 144 der Stadt New York, von Personen, die Angaben machen wollten; {unknown} haben keine gemacht. Die Linie markiert vier Fünftel.</translation>
  </message>
  <message>
   <source>Interviews</source>
   <translation>Interviews</translation>
  </message>
  <message>
   <source>Interviews by score: {counts}</source>
   <translation>Interviews nach Bewertung: {counts}</translation>
  </message>
  <message>
   <source>Interviews by the rules’ score, in steps of ten. The solid part was passed.</source>
   <translation>Interviews nach der Bewertung der Regeln, in Zehnerschritten. Der gefüllte Teil hat bestanden.</translation>
  </message>
  <message>
   <source>Is every question understood?</source>
   <translation>Wird jede Frage verstanden?</translation>
  </message>
  <message>
   <source>Nobody’s group is known here, and none is guessed. If candidates chose to say, a technician can put their answers into the file groups.csv; only this board reads it.</source>
   <translation>Hier ist von niemandem eine Gruppe bekannt, und keine wird vermutet. Wenn Personen freiwillig Angaben gemacht haben, kann die Technik sie in die Datei groups.csv eintragen; nur diese Übersicht liest sie.</translation>
  </message>
  <message>
   <source>People’s levels less the rules’: left, people are stricter; right, more generous.</source>
   <translation>Stufen der Menschen minus die der Regeln: links sind Menschen strenger, rechts großzügiger.</translation>
  </message>
  <message>
   <source>Rules against people</source>
   <translation>Regeln gegenüber Menschen</translation>
  </message>
  <message>
   <source>The largest share of candidates who had the question said again, left it out, or scored low.</source>
   <translation>Der größte Anteil derer, die sich die Frage wiederholen ließen, sie ausließen oder niedrig bewertet wurden.</translation>
  </message>
  <message>
   <source>The same for scores above the median of {median}</source>
   <translation>Dasselbe für Bewertungen über dem Median von {median}</translation>
  </message>
  <message>
   <source>There is no interview yet that is over.</source>
   <translation>Es gibt noch kein abgeschlossenes Interview.</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>ausgelassen</translation>
  </message>
  <message>
   <source>look at its words: {words}</source>
   <translation>Wortlaut prüfen: {words}</translation>
  </message>
  <message>
   <source>nothing to compare, n = {n}</source>
   <translation>nichts zu vergleichen, n = {n}</translation>
  </message>
  <message>
   <source>said again</source>
   <translation>wiederholt</translation>
  </message>
  <message>
   <source>scored low</source>
   <translation>niedrig bewertet</translation>
  </message>
  <message>
   <source>small number: {words}</source>
   <translation>kleine Zahl: {words}</translation>
  </message>
  <message>
   <source>{all} interviews: {passed} passed, {failed} not passed, {undecided} to decide</source>
   <translation>{all} Interviews: {passed} bestanden, {failed} nicht bestanden, {undecided} zu entscheiden</translation>
  </message>
  <message>
   <source>{drift} levels, agreement {kappa}, n = {pairs}</source>
   <translation>{drift} Stufen, Übereinstimmung {kappa}, n = {pairs}</translation>
  </message>
  <message>
   <source>{ratio} ({rate} of n = {n})</source>
   <translation>{ratio} ({rate} von n = {n})</translation>
  </message>
 </context>
 <context>
  <name>CalibrationScreen</name>
  <message>
   <source>Please look at the screen for two seconds</source>
   <translation>Bitte schauen Sie zwei Sekunden auf den Bildschirm</translation>
  </message>
  <message>
   <source>We are matching picture and sound.</source>
   <translation>Wir stimmen Bild und Ton aufeinander ab.</translation>
  </message>
 </context>
 <context>
  <name>CodeEditor</name>
  <message>
   <source>Press Escape and then Tab to leave the editor.</source>
   <translation>Drücken Sie Escape und dann Tab, um den Editor zu verlassen.</translation>
  </message>
  <message>
   <source>Your program</source>
   <translation>Ihr Programm</translation>
  </message>
 </context>
 <context>
  <name>CodeField</name>
  <message>
   <source>Invitation code</source>
   <translation>Einladungscode</translation>
  </message>
 </context>
 <context>
  <name>CodeScreen</name>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Hold it in front of the camera, about a hand's width away.</source>
   <translation>Halten Sie ihn etwa eine Handbreit vor die Kamera.</translation>
  </message>
  <message>
   <source>Show a QR code</source>
   <translation>QR-Code zeigen</translation>
  </message>
  <message>
   <source>Show your QR code</source>
   <translation>Zeigen Sie Ihren QR-Code</translation>
  </message>
  <message>
   <source>Type the code instead</source>
   <translation>Den Code lieber eintippen</translation>
  </message>
  <message>
   <source>You find it in your invitation. Spaces and dashes do not matter.</source>
   <translation>Sie finden ihn in Ihrer Einladung. Leerzeichen und Striche sind egal.</translation>
  </message>
  <message>
   <source>Your invitation code</source>
   <translation>Ihr Einladungscode</translation>
  </message>
 </context>
 <context>
  <name>CodingScreen</name>
  <message>
   <source>There are no more attempts. What stands here counts when you have finished.</source>
   <translation>Es gibt keine weiteren Versuche. Was hier steht, zählt, sobald Sie fertig sind.</translation>
  </message>
  <message>
   <source>Your program is too long to be kept. Please shorten it.</source>
   <translation>Ihr Programm ist zu lang, um gespeichert zu werden. Bitte kürzen Sie es.</translation>
  </message>
 </context>
 <context>
  <name>ConsentScreen</name>
  <message>
   <source>A computer suggests, a person decides</source>
   <translation>Ein Computer schlägt vor, ein Mensch entscheidet</translation>
  </message>
  <message>
   <source>A person decides in every case. Neither choice counts against you.</source>
   <translation>In jedem Fall entscheidet ein Mensch. Keine Wahl wird Ihnen nachteilig ausgelegt.</translation>
  </message>
  <message>
   <source>Also good to know</source>
   <translation>Außerdem gut zu wissen</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Before we begin</source>
   <translation>Bevor wir beginnen</translation>
  </message>
  <message>
   <source>Choose one of the two to go on.</source>
   <translation>Wählen Sie eines von beiden, um fortzufahren.</translation>
  </message>
  <message>
   <source>Every program you run or hand in is kept, and the screen is filmed.</source>
   <translation>Jedes Programm, das Sie ausführen oder abgeben, wird aufbewahrt, und der Bildschirm wird gefilmt.</translation>
  </message>
  <message>
   <source>How long it is kept</source>
   <translation>Wie lange es aufbewahrt wird</translation>
  </message>
  <message>
   <source>I agree to be recorded</source>
   <translation>Ich stimme der Aufnahme zu</translation>
  </message>
  <message>
   <source>I do not want to be recorded</source>
   <translation>Ich möchte nicht aufgenommen werden</translation>
  </message>
  <message>
   <source>No scoring software sees your answers. People read and hear all of it.</source>
   <translation>Keine Bewertungssoftware sieht Ihre Antworten. Menschen lesen und hören alles.</translation>
  </message>
  <message>
   <source>Only people</source>
   <translation>Nur Menschen</translation>
  </message>
  <message>
   <source>Software reads what you said, may word one further question about an answer, and proposes scores with quotes from your answers.</source>
   <translation>Eine Software liest, was Sie gesagt haben, formuliert vielleicht eine weitere Frage zu einer Antwort und schlägt Bewertungen mit Zitaten aus Ihren Antworten vor.</translation>
  </message>
  <message>
   <source>Those who decide about your application, and staff while you are here. You never see yourself answer.</source>
   <translation>Wer über Ihre Bewerbung entscheidet, und das Personal, solange Sie hier sind. Sie selbst sehen sich beim Antworten nie.</translation>
  </message>
  <message>
   <source>What is recorded</source>
   <translation>Was aufgenommen wird</translation>
  </message>
  <message>
   <source>While you write a program</source>
   <translation>Während Sie programmieren</translation>
  </message>
  <message>
   <source>Who looks at your answers first?</source>
   <translation>Wer sieht sich Ihre Antworten zuerst an?</translation>
  </message>
  <message>
   <source>Who sees it</source>
   <translation>Wer es sieht</translation>
  </message>
  <message>
   <source>You may still change your mind.</source>
   <translation>Sie können sich noch anders entscheiden.</translation>
  </message>
  <message>
   <source>You may stop at any time, and later see, correct or delete what is kept. Just ask us.</source>
   <translation>Sie dürfen jederzeit aufhören und das Aufbewahrte später ansehen, berichtigen oder löschen lassen. Fragen Sie uns einfach.</translation>
  </message>
  <message>
   <source>Your picture, your voice and the times, from the first question to the end. Practice is not.</source>
   <translation>Ihr Bild, Ihre Stimme und die Zeiten, von der ersten Frage bis zum Ende. Die Übung nicht.</translation>
  </message>
  <message>
   <source>Your rights</source>
   <translation>Ihre Rechte</translation>
  </message>
  <message>
   <source>Your voice and the times, from the first question to the end. Practice is not. The camera stays off.</source>
   <translation>Ihre Stimme und die Zeiten, von der ersten Frage bis zum Ende. Die Übung nicht. Die Kamera bleibt aus.</translation>
  </message>
  <message>
   <source>{days} days, then it is deleted, unless the law asks for something else.</source>
   <translation>{days} Tage, dann wird es gelöscht, sofern das Gesetz nichts anderes verlangt.</translation>
  </message>
 </context>
 <context>
  <name>ContentsPage</name>
  <message>
   <source>What goes along?</source>
   <translation>Was soll mit?</translation>
  </message>
 </context>
 <context>
  <name>CorrectionScreen</name>
  <message>
   <source>I have said it</source>
   <translation>Ich habe es gesagt</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>So lassen</translation>
  </message>
  <message>
   <source>One moment, we write down what you said.</source>
   <translation>Einen Moment, wir schreiben auf, was Sie gesagt haben.</translation>
  </message>
  <message>
   <source>Please say these words now.</source>
   <translation>Bitte sagen Sie jetzt diese Wörter.</translation>
  </message>
  <message>
   <source>Say it again</source>
   <translation>Noch einmal sagen</translation>
  </message>
  <message>
   <source>Type what you said, or say just these words again.</source>
   <translation>Tippen Sie, was Sie gesagt haben, oder sagen Sie nur diese Wörter noch einmal.</translation>
  </message>
  <message>
   <source>Use these words</source>
   <translation>Diese Wörter nehmen</translation>
  </message>
  <message>
   <source>We could not understand that. You may say it again or type it.</source>
   <translation>Das konnten wir nicht verstehen. Sie können es noch einmal sagen oder tippen.</translation>
  </message>
  <message>
   <source>What should it say here?</source>
   <translation>Was soll hier stehen?</translation>
  </message>
  <message>
   <source>What you said</source>
   <translation>Was Sie gesagt haben</translation>
  </message>
  <message>
   <source>Word after</source>
   <translation>Wort danach</translation>
  </message>
  <message>
   <source>Word before</source>
   <translation>Wort davor</translation>
  </message>
 </context>
 <context>
  <name>CriterionRow</name>
  <message>
   <source>Reason for {title}</source>
   <translation>Begründung für {title}</translation>
  </message>
  <message>
   <source>The rules found {theirs}, you say {yours}: that is kept as an override.</source>
   <translation>Die Regeln fanden {theirs}, Sie sagen {yours}: Das wird als Abweichung festgehalten.</translation>
  </message>
  <message>
   <source>Why? What did you hear?</source>
   <translation>Warum? Was haben Sie gehört?</translation>
  </message>
 </context>
 <context>
  <name>DecisionCard</name>
  <message>
   <source>Decide again</source>
   <translation>Neu entscheiden</translation>
  </message>
  <message>
   <source>Decision</source>
   <translation>Entscheidung</translation>
  </message>
  <message>
   <source>Levels rated otherwise than by the rules: {count}</source>
   <translation>Anders als von den Regeln bewertete Stufen: {count}</translation>
  </message>
  <message>
   <source>Nobody has decided yet. Only a person can.</source>
   <translation>Noch hat niemand entschieden. Das kann nur ein Mensch.</translation>
  </message>
  <message>
   <source>Not passed</source>
   <translation>Nicht bestanden</translation>
  </message>
  <message>
   <source>Passed</source>
   <translation>Bestanden</translation>
  </message>
  <message>
   <source>Reason for the decision</source>
   <translation>Grund der Entscheidung</translation>
  </message>
  <message>
   <source>The rules suggest {scores}</source>
   <translation>Die Regeln schlagen vor: {scores}</translation>
  </message>
  <message>
   <source>The scores show once you have rated every answer.</source>
   <translation>Die Bewertungen erscheinen, sobald Sie jede Antwort bewertet haben.</translation>
  </message>
  <message>
   <source>Why? Whoever asks later reads this.</source>
   <translation>Warum? Wer später fragt, liest das.</translation>
  </message>
  <message>
   <source>With your levels: {scores}</source>
   <translation>Mit Ihren Stufen: {scores}</translation>
  </message>
  <message>
   <source>{what}, {who}, {when}: {why}</source>
   <translation>{what}, {who}, {when}: {why}</translation>
  </message>
 </context>
 <context>
  <name>DeclinedScreen</name>
  <message>
   <source>Finish here</source>
   <translation>Hier beenden</translation>
  </message>
  <message>
   <source>Nothing has been recorded. Your decision is not held against you.</source>
   <translation>Es wurde nichts aufgenommen. Ihre Entscheidung wird Ihnen nicht nachgetragen.</translation>
  </message>
  <message>
   <source>Please tell the staff here, or write to the person who invited you. They will find another way to talk with you.</source>
   <translation>Bitte sagen Sie dem Personal hier Bescheid oder schreiben Sie der Person, die Sie eingeladen hat. Es findet sich ein anderer Weg für ein Gespräch.</translation>
  </message>
  <message>
   <source>Read the notice again</source>
   <translation>Hinweis noch einmal lesen</translation>
  </message>
  <message>
   <source>That is all right</source>
   <translation>Das ist in Ordnung</translation>
  </message>
 </context>
 <context>
  <name>Desk</name>
  <message>
   <source>1 interview</source>
   <translation>1 Interview</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>Angenommen</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>Camera covered by staff</source>
   <translation>Kamera vom Personal verdeckt</translation>
  </message>
  <message>
   <source>Camera lost</source>
   <translation>Kamera ausgefallen</translation>
  </message>
  <message>
   <source>Communication</source>
   <translation>Kommunikation</translation>
  </message>
  <message>
   <source>Could not be judged</source>
   <translation>Konnte nicht geprüft werden</translation>
  </message>
  <message>
   <source>Crashed</source>
   <translation>Abgestürzt</translation>
  </message>
  <message>
   <source>Cut short by the end of the interview</source>
   <translation>Durch das Ende des Interviews abgebrochen</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>Abgelehnt</translation>
  </message>
  <message>
   <source>Does not compile</source>
   <translation>Lässt sich nicht übersetzen</translation>
  </message>
  <message>
   <source>Interview</source>
   <translation>Interview</translation>
  </message>
  <message>
   <source>It could not be opened. Please tell a technician; main.py selftest says more.</source>
   <translation>Es ließ sich nicht öffnen. Bitte sagen Sie der Technik Bescheid; main.py selftest sagt mehr.</translation>
  </message>
  <message>
   <source>Left early</source>
   <translation>Vorzeitig beendet</translation>
  </message>
  <message>
   <source>Left out</source>
   <translation>Ausgelassen</translation>
  </message>
  <message>
   <source>Longest</source>
   <translation>Längste</translation>
  </message>
  <message>
   <source>Microphone covered by staff</source>
   <translation>Mikrofon vom Personal verdeckt</translation>
  </message>
  <message>
   <source>Microphone lost</source>
   <translation>Mikrofon ausgefallen</translation>
  </message>
  <message>
   <source>More than one stick is plugged in. Please leave only the one with the key in.</source>
   <translation>Es steckt mehr als ein Stick. Bitte lassen Sie nur den mit dem Schlüssel stecken.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Newest</source>
   <translation>Neueste</translation>
  </message>
  <message>
   <source>No key was found. Please plug in the stick with HR’s key, or type the key.</source>
   <translation>Es wurde kein Schlüssel gefunden. Bitte stecken Sie den Stick mit dem Schlüssel der Personalabteilung ein oder tippen Sie den Schlüssel.</translation>
  </message>
  <message>
   <source>Not exported</source>
   <translation>Nicht exportiert</translation>
  </message>
  <message>
   <source>Not judged</source>
   <translation>Nicht geprüft</translation>
  </message>
  <message>
   <source>Not kept: answered again</source>
   <translation>Nicht behalten: noch einmal beantwortet</translation>
  </message>
  <message>
   <source>Not passed</source>
   <translation>Nicht bestanden</translation>
  </message>
  <message>
   <source>Oldest</source>
   <translation>Älteste</translation>
  </message>
  <message>
   <source>Passed</source>
   <translation>Bestanden</translation>
  </message>
  <message>
   <source>Paused by staff</source>
   <translation>Vom Personal angehalten</translation>
  </message>
  <message>
   <source>Please wait {seconds} s before the next try.</source>
   <translation>Bitte warten Sie {seconds} s bis zum nächsten Versuch.</translation>
  </message>
  <message>
   <source>Power lost</source>
   <translation>Stromausfall</translation>
  </message>
  <message>
   <source>Problem solving</source>
   <translation>Problemlösung</translation>
  </message>
  <message>
   <source>Recording interrupted</source>
   <translation>Aufnahme unterbrochen</translation>
  </message>
  <message>
   <source>Recording stopped by staff</source>
   <translation>Aufnahme vom Personal gestoppt</translation>
  </message>
  <message>
   <source>Session {number}</source>
   <translation>Interview {number}</translation>
  </message>
  <message>
   <source>Technical</source>
   <translation>Fachlich</translation>
  </message>
  <message>
   <source>That does not open the key. Please try again.</source>
   <translation>Damit öffnet sich der Schlüssel nicht. Bitte versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The key on the stick is locked. Please type its passphrase.</source>
   <translation>Der Schlüssel auf dem Stick ist gesperrt. Bitte tippen Sie seine Passphrase.</translation>
  </message>
  <message>
   <source>The printer did not take it. Please look at it, then try again.</source>
   <translation>Der Drucker hat es nicht angenommen. Bitte sehen Sie nach und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The report could not be made. Please tell a technician.</source>
   <translation>Der Bericht konnte nicht erstellt werden. Bitte sagen Sie der Technik Bescheid.</translation>
  </message>
  <message>
   <source>The report is on its way to the printer.</source>
   <translation>Der Bericht ist auf dem Weg zum Drucker.</translation>
  </message>
  <message>
   <source>There were too many wrong tries.</source>
   <translation>Es gab zu viele falsche Versuche.</translation>
  </message>
  <message>
   <source>This computer has no printer set up. The export has the report as a PDF file.</source>
   <translation>An diesem Computer ist kein Drucker eingerichtet. Der Export enthält den Bericht als PDF-Datei.</translation>
  </message>
  <message>
   <source>This interview is too large to be opened in memory. A technician can open it onto a disk of HR’s with main.py unseal.</source>
   <translation>Dieses Interview ist zu groß, um im Arbeitsspeicher geöffnet zu werden. Die Technik kann es mit main.py unseal auf einen Datenträger der Personalabteilung öffnen.</translation>
  </message>
  <message>
   <source>This interview was sealed for another key.</source>
   <translation>Dieses Interview wurde für einen anderen Schlüssel versiegelt.</translation>
  </message>
  <message>
   <source>To decide</source>
   <translation>Zu entscheiden</translation>
  </message>
  <message>
   <source>Too much memory</source>
   <translation>Zu viel Speicher</translation>
  </message>
  <message>
   <source>Too much output</source>
   <translation>Zu viel Ausgabe</translation>
  </message>
  <message>
   <source>Too slow</source>
   <translation>Zu langsam</translation>
  </message>
  <message>
   <source>Under way</source>
   <translation>Läuft</translation>
  </message>
  <message>
   <source>Values</source>
   <translation>Werte</translation>
  </message>
  <message>
   <source>Wrong answer</source>
   <translation>Falsche Antwort</translation>
  </message>
  <message>
   <source>d MMM yyyy, HH:mm</source>
   <translation>d. MMM yyyy, HH:mm</translation>
  </message>
  <message>
   <source>looked at the scores before rating</source>
   <translation>hat die Bewertungen vor der eigenen angesehen</translation>
  </message>
  <message>
   <source>made a report</source>
   <translation>hat einen Bericht erstellt</translation>
  </message>
  <message>
   <source>opened it</source>
   <translation>hat es geöffnet</translation>
  </message>
  <message>
   <source>opened the seal</source>
   <translation>hat das Siegel geöffnet</translation>
  </message>
  <message>
   <source>played the recording</source>
   <translation>hat die Aufnahme abgespielt</translation>
  </message>
  <message>
   <source>withheld</source>
   <translation>zurückgehalten</translation>
  </message>
  <message>
   <source>{answered} of {questions}</source>
   <translation>{answered} von {questions}</translation>
  </message>
  <message>
   <source>{count} interviews</source>
   <translation>{count} Interviews</translation>
  </message>
  <message>
   <source>{passed} of {planned} tests</source>
   <translation>{passed} von {planned} Tests</translation>
  </message>
  <message>
   <source>{score} of 100</source>
   <translation>{score} von 100</translation>
  </message>
 </context>
 <context>
  <name>DeskView</name>
  <message>
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <source>Fairness</source>
   <translation>Fairness</translation>
  </message>
  <message>
   <source>HR’s desk</source>
   <translation>Arbeitsplatz der Personalabteilung</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Verlassen</translation>
  </message>
 </context>
 <context>
  <name>DeskWindow</name>
  <message>
   <source>Interview Kiosk: HR’s desk</source>
   <translation>Interview Kiosk: Arbeitsplatz der Personalabteilung</translation>
  </message>
  <message>
   <source>Only HR sees what candidates gave.</source>
   <translation>Nur die Personalabteilung sieht die Ergebnisse.</translation>
  </message>
 </context>
 <context>
  <name>DestinationPage</name>
  <message>
   <source>Where to?</source>
   <translation>Wohin?</translation>
  </message>
 </context>
 <context>
  <name>DeviceCheckScreen</name>
  <message>
   <source>Camera</source>
   <translation>Kamera</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Could you hear the voice?</source>
   <translation>Konnten Sie die Stimme hören?</translation>
  </message>
  <message>
   <source>Could you hear yourself?</source>
   <translation>Konnten Sie sich hören?</translation>
  </message>
  <message>
   <source>I heard it</source>
   <translation>Ich habe sie gehört</translation>
  </message>
  <message>
   <source>I heard myself</source>
   <translation>Ich habe mich gehört</translation>
  </message>
  <message>
   <source>Let us check that you can be heard</source>
   <translation>Wir prüfen, ob man Sie hören kann</translation>
  </message>
  <message>
   <source>Let us check that you can be seen and heard</source>
   <translation>Wir prüfen, ob man Sie sehen und hören kann</translation>
  </message>
  <message>
   <source>Listen now.</source>
   <translation>Hören Sie jetzt zu.</translation>
  </message>
  <message>
   <source>Loudspeaker</source>
   <translation>Lautsprecher</translation>
  </message>
  <message>
   <source>Microphone</source>
   <translation>Mikrofon</translation>
  </message>
  <message>
   <source>Play a sentence and listen.</source>
   <translation>Spielen Sie einen Satz ab und hören Sie zu.</translation>
  </message>
  <message>
   <source>Play it again</source>
   <translation>Noch einmal abspielen</translation>
  </message>
  <message>
   <source>Play the voice</source>
   <translation>Stimme abspielen</translation>
  </message>
  <message>
   <source>Please speak now.</source>
   <translation>Bitte sprechen Sie jetzt.</translation>
  </message>
  <message>
   <source>Record again</source>
   <translation>Noch einmal aufnehmen</translation>
  </message>
  <message>
   <source>Record three seconds</source>
   <translation>Drei Sekunden aufnehmen</translation>
  </message>
  <message>
   <source>Recording</source>
   <translation>Aufnahme läuft</translation>
  </message>
  <message>
   <source>Say a sentence for three seconds. You hear it back; then it is forgotten.</source>
   <translation>Sagen Sie drei Sekunden lang einen Satz. Sie hören ihn danach; dann wird er vergessen.</translation>
  </message>
  <message>
   <source>Sit so that your head and shoulders fit the outline.</source>
   <translation>Setzen Sie sich so, dass Kopf und Schultern in den Umriss passen.</translation>
  </message>
  <message>
   <source>This comes next.</source>
   <translation>Das kommt als Nächstes.</translation>
  </message>
  <message>
   <source>This is how we hear you.</source>
   <translation>So hören wir Sie.</translation>
  </message>
  <message>
   <source>Waiting for the picture.</source>
   <translation>Wir warten auf das Bild.</translation>
  </message>
  <message>
   <source>We can hear you well.</source>
   <translation>Wir können Sie gut hören.</translation>
  </message>
  <message>
   <source>We could hardly hear you. Please come a little closer and try again.</source>
   <translation>Wir konnten Sie kaum hören. Bitte kommen Sie etwas näher und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>When you continue, the screen flashes four times and you hear four short tones.</source>
   <translation>Wenn Sie weitergehen, blitzt der Bildschirm viermal auf, und Sie hören vier kurze Töne.</translation>
  </message>
  <message>
   <source>Without flashing</source>
   <translation>Ohne Blitzen</translation>
  </message>
  <message>
   <source>You can hear us well.</source>
   <translation>Sie können uns gut hören.</translation>
  </message>
 </context>
 <context>
  <name>DeviceChip</name>
  <message>
   <source>Camera covered</source>
   <translation>Kamera verdeckt</translation>
  </message>
  <message>
   <source>Camera disconnected</source>
   <translation>Kamera getrennt</translation>
  </message>
  <message>
   <source>Camera off</source>
   <translation>Kamera aus</translation>
  </message>
  <message>
   <source>Camera on</source>
   <translation>Kamera an</translation>
  </message>
  <message>
   <source>Camera picture stands still</source>
   <translation>Kamerabild steht still</translation>
  </message>
  <message>
   <source>Camera silent</source>
   <translation>Kamera still</translation>
  </message>
  <message>
   <source>Camera starting</source>
   <translation>Kamera startet</translation>
  </message>
  <message>
   <source>Microphone covered</source>
   <translation>Mikrofon verdeckt</translation>
  </message>
  <message>
   <source>Microphone disconnected</source>
   <translation>Mikrofon getrennt</translation>
  </message>
  <message>
   <source>Microphone off</source>
   <translation>Mikrofon aus</translation>
  </message>
  <message>
   <source>Microphone on</source>
   <translation>Mikrofon an</translation>
  </message>
  <message>
   <source>Microphone silent</source>
   <translation>Mikrofon stumm</translation>
  </message>
  <message>
   <source>Microphone stands still</source>
   <translation>Mikrofon steht still</translation>
  </message>
  <message>
   <source>Microphone starting</source>
   <translation>Mikrofon startet</translation>
  </message>
 </context>
 <context>
  <name>DevicesPage</name>
  <message>
   <source>Another camera</source>
   <translation>Andere Kamera</translation>
  </message>
  <message>
   <source>Another loudspeaker</source>
   <translation>Anderer Lautsprecher</translation>
  </message>
  <message>
   <source>Another microphone</source>
   <translation>Anderes Mikrofon</translation>
  </message>
  <message>
   <source>Camera</source>
   <translation>Kamera</translation>
  </message>
  <message>
   <source>Can it see, hear and speak?</source>
   <translation>Kann sie sehen, hören und sprechen?</translation>
  </message>
  <message>
   <source>Look at the picture, say something, and play the test sentence.</source>
   <translation>Sehen Sie sich das Bild an, sagen Sie etwas und spielen Sie den Testsatz ab.</translation>
  </message>
  <message>
   <source>Loudspeaker</source>
   <translation>Lautsprecher</translation>
  </message>
  <message>
   <source>Microphone</source>
   <translation>Mikrofon</translation>
  </message>
  <message>
   <source>Play the test sentence</source>
   <translation>Testsatz abspielen</translation>
  </message>
 </context>
 <context>
  <name>DossierPage</name>
  <message>
   <source>Interviews</source>
   <translation>Interviews</translation>
  </message>
  <message>
   <source>Nothing is missing and nothing went wrong.</source>
   <translation>Es fehlt nichts, und nichts ging schief.</translation>
  </message>
  <message>
   <source>One moment, please: the report is being laid out.</source>
   <translation>Einen Moment, bitte: Der Bericht wird gesetzt.</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Drucken</translation>
  </message>
  <message>
   <source>Save as PDF</source>
   <translation>Als PDF speichern</translation>
  </message>
  <message>
   <source>The candidate agreed that software may read the answers. It suggests; you decide.</source>
   <translation>Es wurde zugestimmt, dass Software die Antworten liest. Sie schlägt vor; Sie entscheiden.</translation>
  </message>
  <message>
   <source>The candidate has not agreed to be recorded.</source>
   <translation>Der Aufnahme wurde nicht zugestimmt.</translation>
  </message>
  <message>
   <source>The candidate wants people only to look at the answers, so no software has.</source>
   <translation>Die Antworten sollen nur Menschen ansehen; keine Software hat es getan.</translation>
  </message>
  <message>
   <source>The seal was opened with HR’s key: to read, not to rate or decide.</source>
   <translation>Das Siegel wurde mit dem Schlüssel der Personalabteilung geöffnet: zum Lesen, nicht zum Bewerten oder Entscheiden.</translation>
  </message>
  <message>
   <source>This interview is sealed: only the holders of HR’s key can read it.</source>
   <translation>Dieses Interview ist versiegelt: Nur wer den Schlüssel der Personalabteilung hat, kann es lesen.</translation>
  </message>
  <message>
   <source>This interview was erased. What is left says that it was.</source>
   <translation>Dieses Interview wurde gelöscht. Geblieben ist nur der Hinweis darauf.</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Was geschehen ist</translation>
  </message>
  <message>
   <source>Who has looked</source>
   <translation>Wer es angesehen hat</translation>
  </message>
 </context>
 <context>
  <name>Editor</name>
  <message>
   <source>Different output</source>
   <translation>Andere Ausgabe</translation>
  </message>
  <message>
   <source>Ended with an error</source>
   <translation>Mit einem Fehler beendet</translation>
  </message>
  <message>
   <source>Not built</source>
   <translation>Nicht übersetzt</translation>
  </message>
  <message>
   <source>Not run</source>
   <translation>Nicht ausgeführt</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Richtig</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <source>Too much memory</source>
   <translation>Zu viel Speicher</translation>
  </message>
  <message>
   <source>Too much output</source>
   <translation>Zu viel Ausgabe</translation>
  </message>
  <message>
   <source>Too slow</source>
   <translation>Zu langsam</translation>
  </message>
  <message>
   <source>We could not run your program. That is not your doing, and it is kept.</source>
   <translation>Wir konnten Ihr Programm nicht ausführen. Das liegt nicht an Ihnen, und es ist gespeichert.</translation>
  </message>
  <message>
   <source>You stopped this run. Your program is kept as it stands.</source>
   <translation>Sie haben diesen Lauf angehalten. Ihr Programm ist so gespeichert, wie es dasteht.</translation>
  </message>
  <message>
   <source>Your program could not be built.</source>
   <translation>Ihr Programm konnte nicht übersetzt werden.</translation>
  </message>
  <message>
   <source>{passed} of {planned} examples came out right.</source>
   <translation>{passed} von {planned} Beispielen kamen richtig heraus.</translation>
  </message>
  <message>
   <source>{passed} of {planned} tests came out right.</source>
   <translation>{passed} von {planned} Tests kamen richtig heraus.</translation>
  </message>
 </context>
 <context>
  <name>Export</name>
  <message>
   <source>A second, open format. This takes long.</source>
   <translation>Ein zweites, offenes Format. Das dauert lange.</translation>
  </message>
  <message>
   <source>Blind copy, blurred</source>
   <translation>Anonyme Kopie, unscharf</translation>
  </message>
  <message>
   <source>Blind copy, voice only</source>
   <translation>Anonyme Kopie, nur Stimme</translation>
  </message>
  <message>
   <source>Candidate {id}</source>
   <translation>Person {id}</translation>
  </message>
  <message>
   <source>Copying</source>
   <translation>Wird kopiert</translation>
  </message>
  <message>
   <source>Do not rely on this stick; please take another one. The interviews are untouched.</source>
   <translation>Verlassen Sie sich nicht auf diesen Stick; bitte nehmen Sie einen anderen. Die Interviews sind unberührt.</translation>
  </message>
  <message>
   <source>Every attempt, with its results.</source>
   <translation>Jeder Versuch mit seinen Ergebnissen.</translation>
  </message>
  <message>
   <source>Everything is in the folder and was read back without a difference.</source>
   <translation>Alles ist im Ordner und wurde ohne Abweichung zurückgelesen.</translation>
  </message>
  <message>
   <source>Everything is on the stick and was read back without a difference.</source>
   <translation>Alles ist auf dem Stick und wurde ohne Abweichung zurückgelesen.</translation>
  </message>
  <message>
   <source>Everything of these interviews, before all others that wait to be sent.</source>
   <translation>Alles von diesen Interviews, vor allen anderen, die auf das Senden warten.</translation>
  </message>
  <message>
   <source>Everything was copied and read back without a difference, but the station cannot let go of it yet.</source>
   <translation>Alles wurde kopiert und ohne Abweichung zurückgelesen, aber die Station kann den Stick noch nicht freigeben.</translation>
  </message>
  <message>
   <source>Finishing</source>
   <translation>Wird abgeschlossen</translation>
  </message>
  <message>
   <source>For HR’s key</source>
   <translation>Für den Schlüssel der Personalabteilung</translation>
  </message>
  <message>
   <source>For people who may know who it is</source>
   <translation>Für Menschen, die wissen dürfen, wer es ist</translation>
  </message>
  <message>
   <source>Interview {id}: received {when}, {files} files, receipt {signature}</source>
   <translation>Interview {id}: empfangen {when}, {files} Dateien, Quittung {signature}</translation>
  </message>
  <message>
   <source>More than one stick is plugged in.</source>
   <translation>Es steckt mehr als ein Stick.</translation>
  </message>
  <message>
   <source>Name, face and voice as they are.</source>
   <translation>Name, Gesicht und Stimme, wie sie sind.</translation>
  </message>
  <message>
   <source>No name, no face, another voice; the words come first. This takes a while.</source>
   <translation>Kein Name, kein Gesicht, eine andere Stimme; die Worte stehen vorn. Das dauert eine Weile.</translation>
  </message>
  <message>
   <source>No name, no picture, another voice; the words come first.</source>
   <translation>Kein Name, kein Bild, eine andere Stimme; die Worte stehen vorn.</translation>
  </message>
  <message>
   <source>No stick is plugged in.</source>
   <translation>Es steckt kein Stick.</translation>
  </message>
  <message>
   <source>Nothing can be written here.</source>
   <translation>Hier kann nichts geschrieben werden.</translation>
  </message>
  <message>
   <source>Nothing has been chosen yet.</source>
   <translation>Es wurde noch nichts gewählt.</translation>
  </message>
  <message>
   <source>Nothing is left to do.</source>
   <translation>Es ist nichts mehr zu tun.</translation>
  </message>
  <message>
   <source>Nothing is lost: the station goes on sending by itself. The staff panel shows what is left.</source>
   <translation>Nichts ist verloren: Die Station sendet von selbst weiter. Der Personalbereich zeigt, was noch fehlt.</translation>
  </message>
  <message>
   <source>One of the files is larger than 4 GB, which a stick formatted as FAT32 cannot hold.</source>
   <translation>Eine der Dateien ist größer als 4 GB; das fasst ein mit FAT32 formatierter Stick nicht.</translation>
  </message>
  <message>
   <source>One of these interviews is sealed or erased; the station cannot read it any more.</source>
   <translation>Eines dieser Interviews ist versiegelt oder gelöscht; die Station kann es nicht mehr lesen.</translation>
  </message>
  <message>
   <source>Only HR can open it. Nothing has to be written down.</source>
   <translation>Nur die Personalabteilung kann es öffnen. Es muss nichts aufgeschrieben werden.</translation>
  </message>
  <message>
   <source>Onto a USB stick</source>
   <translation>Auf einen USB-Stick</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Please choose a passphrase instead, or ask a technician to set the key.</source>
   <translation>Bitte wählen Sie stattdessen eine Passphrase oder lassen Sie den Schlüssel von der Technik einrichten.</translation>
  </message>
  <message>
   <source>Please choose another folder.</source>
   <translation>Bitte wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>Please choose at least one interview that is over.</source>
   <translation>Bitte wählen Sie mindestens ein abgeschlossenes Interview.</translation>
  </message>
  <message>
   <source>Please choose fewer interviews at a time.</source>
   <translation>Bitte wählen Sie weniger Interviews auf einmal.</translation>
  </message>
  <message>
   <source>Please eject it before you unplug it, or shut the station down first.</source>
   <translation>Bitte werfen Sie ihn aus, bevor Sie ihn abziehen, oder fahren Sie zuerst die Station herunter.</translation>
  </message>
  <message>
   <source>Please export without it, and tell a technician. The recording itself is untouched.</source>
   <translation>Bitte exportieren Sie ohne sie und sagen Sie der Technik Bescheid. Die Aufnahme selbst ist unberührt.</translation>
  </message>
  <message>
   <source>Please format it as exFAT on another computer, or take another one.</source>
   <translation>Bitte formatieren Sie ihn an einem anderen Computer mit exFAT oder nehmen Sie einen anderen.</translation>
  </message>
  <message>
   <source>Please free some space on it, then go on.</source>
   <translation>Bitte schaffen Sie Platz darauf und machen Sie dann weiter.</translation>
  </message>
  <message>
   <source>Please free some space, choose fewer interviews, or take a larger stick.</source>
   <translation>Bitte schaffen Sie Platz, wählen Sie weniger Interviews oder nehmen Sie einen größeren Stick.</translation>
  </message>
  <message>
   <source>Please leave only the one in that you want to use.</source>
   <translation>Bitte lassen Sie nur den stecken, den Sie benutzen möchten.</translation>
  </message>
  <message>
   <source>Please plug in one USB stick.</source>
   <translation>Bitte stecken Sie einen USB-Stick ein.</translation>
  </message>
  <message>
   <source>Please plug it in again and go on: what is already there is kept.</source>
   <translation>Bitte stecken Sie ihn wieder ein und machen Sie weiter: Was schon darauf ist, bleibt.</translation>
  </message>
  <message>
   <source>Please take a stick formatted as exFAT, or choose fewer interviews.</source>
   <translation>Bitte nehmen Sie einen mit exFAT formatierten Stick oder wählen Sie weniger Interviews.</translation>
  </message>
  <message>
   <source>Please take another one.</source>
   <translation>Bitte nehmen Sie einen anderen.</translation>
  </message>
  <message>
   <source>Please take another one; this one is failing.</source>
   <translation>Bitte nehmen Sie einen anderen; dieser ist defekt.</translation>
  </message>
  <message>
   <source>Please take one that is formatted as exFAT, FAT32, NTFS or ext4.</source>
   <translation>Bitte nehmen Sie einen, der mit exFAT, FAT32, NTFS oder ext4 formatiert ist.</translation>
  </message>
  <message>
   <source>Please take one that is not; the export can be encrypted.</source>
   <translation>Bitte nehmen Sie einen, der es nicht ist; der Export kann verschlüsselt werden.</translation>
  </message>
  <message>
   <source>Please tell a technician; main.py selftest says more. Nothing was exported.</source>
   <translation>Bitte sagen Sie der Technik Bescheid; main.py selftest sagt mehr. Es wurde nichts exportiert.</translation>
  </message>
  <message>
   <source>Please tell a technician; main.py sync says why. The interviews are untouched.</source>
   <translation>Bitte sagen Sie der Technik Bescheid; main.py sync sagt warum. Die Interviews sind unberührt.</translation>
  </message>
  <message>
   <source>Preparing</source>
   <translation>Wird vorbereitet</translation>
  </message>
  <message>
   <source>Programs</source>
   <translation>Programme</translation>
  </message>
  <message>
   <source>Reading back</source>
   <translation>Wird zurückgelesen</translation>
  </message>
  <message>
   <source>Recording</source>
   <translation>Aufnahme</translation>
  </message>
  <message>
   <source>Recording as WebM as well</source>
   <translation>Aufnahme auch als WebM</translation>
  </message>
  <message>
   <source>Scores</source>
   <translation>Bewertungen</translation>
  </message>
  <message>
   <source>Sending</source>
   <translation>Wird gesendet</translation>
  </message>
  <message>
   <source>Some sticks have a small switch against writing: please slide it, or take another stick.</source>
   <translation>Manche Sticks haben einen kleinen Schreibschutzschalter: Bitte schieben Sie ihn um oder nehmen Sie einen anderen Stick.</translation>
  </message>
  <message>
   <source>Something that belongs to these interviews cannot be read on this station.</source>
   <translation>Etwas, das zu diesen Interviews gehört, ist auf dieser Station nicht lesbar.</translation>
  </message>
  <message>
   <source>Start again when you like: it goes on where it stopped.</source>
   <translation>Starten Sie wieder, wann Sie möchten: Es geht dort weiter, wo es aufgehört hat.</translation>
  </message>
  <message>
   <source>The central server does not have everything yet. The interviews wait first in the queue.</source>
   <translation>Der zentrale Server hat noch nicht alles. Die Interviews stehen ganz vorn in der Warteschlange.</translation>
  </message>
  <message>
   <source>The central server does not take one of these interviews.</source>
   <translation>Der zentrale Server nimmt eines dieser Interviews nicht an.</translation>
  </message>
  <message>
   <source>The central server has everything and has signed for it.</source>
   <translation>Der zentrale Server hat alles und hat dafür unterschrieben.</translation>
  </message>
  <message>
   <source>The copy in another form could not be made.</source>
   <translation>Die Kopie in anderer Form konnte nicht erstellt werden.</translation>
  </message>
  <message>
   <source>The export was cancelled. What is on the stick is not complete.</source>
   <translation>Der Export wurde abgebrochen. Was auf dem Stick ist, ist nicht vollständig.</translation>
  </message>
  <message>
   <source>The station has no room left to prepare the export.</source>
   <translation>Die Station hat keinen Platz, um den Export vorzubereiten.</translation>
  </message>
  <message>
   <source>The station makes one and shows it once. 7-Zip opens the file.</source>
   <translation>Die Station erzeugt eine und zeigt sie einmal. 7-Zip öffnet die Datei.</translation>
  </message>
  <message>
   <source>The stick does not take what is written to it.</source>
   <translation>Der Stick nimmt nicht an, was auf ihn geschrieben wird.</translation>
  </message>
  <message>
   <source>The stick is full. What is on it is not complete.</source>
   <translation>Der Stick ist voll. Was darauf ist, ist nicht vollständig.</translation>
  </message>
  <message>
   <source>The stick was unplugged too early. What is on it is not complete; the interviews are untouched.</source>
   <translation>Der Stick wurde zu früh abgezogen. Was darauf ist, ist nicht vollständig; die Interviews sind unberührt.</translation>
  </message>
  <message>
   <source>The video as it was made; plays everywhere.</source>
   <translation>Das Video, wie es entstanden ist; läuft überall.</translation>
  </message>
  <message>
   <source>There is not enough room.</source>
   <translation>Es ist nicht genug Platz.</translation>
  </message>
  <message>
   <source>This folder does not exist.</source>
   <translation>Diesen Ordner gibt es nicht.</translation>
  </message>
  <message>
   <source>This station has not been given a key of HR’s.</source>
   <translation>Diese Station hat keinen Schlüssel der Personalabteilung.</translation>
  </message>
  <message>
   <source>This stick cannot be opened; it seems to be damaged.</source>
   <translation>Dieser Stick lässt sich nicht öffnen; er scheint beschädigt zu sein.</translation>
  </message>
  <message>
   <source>This stick is encrypted and locked.</source>
   <translation>Dieser Stick ist verschlüsselt und gesperrt.</translation>
  </message>
  <message>
   <source>This stick is formatted in a way that other computers may not read.</source>
   <translation>Dieser Stick ist so formatiert, dass andere Computer ihn vielleicht nicht lesen.</translation>
  </message>
  <message>
   <source>This stick is not formatted.</source>
   <translation>Dieser Stick ist nicht formatiert.</translation>
  </message>
  <message>
   <source>To the central server, now</source>
   <translation>Zum zentralen Server, jetzt</translation>
  </message>
  <message>
   <source>Transcript</source>
   <translation>Transkript</translation>
  </message>
  <message>
   <source>USB stick</source>
   <translation>USB-Stick</translation>
  </message>
  <message>
   <source>What was read back from the stick is not what was written.</source>
   <translation>Was vom Stick zurückgelesen wurde, ist nicht das Geschriebene.</translation>
  </message>
  <message>
   <source>What was said, as text and as captions.</source>
   <translation>Was gesagt wurde, als Text und als Untertitel.</translation>
  </message>
  <message>
   <source>Whoever has the stick can read it.</source>
   <translation>Wer den Stick hat, kann es lesen.</translation>
  </message>
  <message>
   <source>Whoever holds the key opens sealed ones with main.py unseal, and exports from there.</source>
   <translation>Wer den Schlüssel hat, öffnet versiegelte mit main.py unseal und exportiert von dort.</translation>
  </message>
  <message>
   <source>With a passphrase</source>
   <translation>Mit einer Passphrase</translation>
  </message>
  <message>
   <source>With the words they rest on.</source>
   <translation>Mit den Worten, auf denen sie beruhen.</translation>
  </message>
  <message>
   <source>You choose what goes along and who can open it.</source>
   <translation>Sie wählen, was mitkommt und wer es öffnen kann.</translation>
  </message>
  <message>
   <source>You may unplug now.</source>
   <translation>Sie können jetzt abziehen.</translation>
  </message>
  <message>
   <source>about a minute left</source>
   <translation>noch etwa eine Minute</translation>
  </message>
  <message>
   <source>about {count} minutes left</source>
   <translation>noch etwa {count} Minuten</translation>
  </message>
  <message>
   <source>d MMMM yyyy, HH:mm</source>
   <translation>d. MMMM yyyy, HH:mm</translation>
  </message>
  <message>
   <source>exported before</source>
   <translation>schon exportiert</translation>
  </message>
  <message>
   <source>less than a minute left</source>
   <translation>weniger als eine Minute</translation>
  </message>
  <message>
   <source>no recording</source>
   <translation>keine Aufnahme</translation>
  </message>
  <message>
   <source>{size} a second</source>
   <translation>{size} pro Sekunde</translation>
  </message>
 </context>
 <context>
  <name>ExportWizard</name>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Cancel the export</source>
   <translation>Export abbrechen</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Copy to the stick</source>
   <translation>Auf den Stick kopieren</translation>
  </message>
  <message>
   <source>Do not wait for it</source>
   <translation>Nicht darauf warten</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Export interviews</source>
   <translation>Interviews exportieren</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Send to the server</source>
   <translation>An den Server senden</translation>
  </message>
  <message>
   <source>Step {number} of {total}</source>
   <translation>Schritt {number} von {total}</translation>
  </message>
 </context>
 <context>
  <name>Fault</name>
  <message>
   <source>A session could not be erased or sealed.</source>
   <translation>Ein Interview konnte nicht gelöscht oder versiegelt werden.</translation>
  </message>
  <message>
   <source>A technician must find out why; most often another computer uses a copy of this station’s disk.</source>
   <translation>Die Technik muss herausfinden, warum; meist benutzt ein anderer Computer eine Kopie des Datenträgers dieser Station.</translation>
  </message>
  <message>
   <source>A technician must see what refuses; the station keeps trying.</source>
   <translation>Die Technik muss nachsehen, was sich sperrt; die Station versucht es weiter.</translation>
  </message>
  <message>
   <source>All its parts are kept on this station.</source>
   <translation>Alle Teile sind auf dieser Station aufbewahrt.</translation>
  </message>
  <message>
   <source>Another program is using the camera.</source>
   <translation>Ein anderes Programm benutzt die Kamera.</translation>
  </message>
  <message>
   <source>Check that the camera is plugged in, or choose another in the station settings.</source>
   <translation>Prüfen Sie, ob die Kamera eingesteckt ist, oder wählen Sie in den Einstellungen der Station eine andere.</translation>
  </message>
  <message>
   <source>Check that the microphone is plugged in, or choose another in the station settings.</source>
   <translation>Prüfen Sie, ob das Mikrofon eingesteckt ist, oder wählen Sie in den Einstellungen der Station ein anderes.</translation>
  </message>
  <message>
   <source>Check the folder’s owner and permissions, and that the disk is mounted for writing.</source>
   <translation>Prüfen Sie Eigentümer und Rechte des Ordners und ob der Datenträger zum Schreiben eingehängt ist.</translation>
  </message>
  <message>
   <source>Close other programs on the station.</source>
   <translation>Schließen Sie andere Programme auf der Station.</translation>
  </message>
  <message>
   <source>Close the other program. The camera is tried again every few seconds.</source>
   <translation>Schließen Sie das andere Programm. Die Kamera wird alle paar Sekunden erneut versucht.</translation>
  </message>
  <message>
   <source>Every interview so far is kept.</source>
   <translation>Alle bisherigen Interviews sind aufbewahrt.</translation>
  </message>
  <message>
   <source>Everything is kept here, and interviews can go on.</source>
   <translation>Alles wird hier aufbewahrt, und Interviews können weitergehen.</translation>
  </message>
  <message>
   <source>Everything you have said so far is saved.</source>
   <translation>Alles, was Sie bisher gesagt haben, ist gespeichert.</translation>
  </message>
  <message>
   <source>Everything you have said so far is saved. Your time has stopped.</source>
   <translation>Alles, was Sie bisher gesagt haben, ist gespeichert. Ihre Zeit steht.</translation>
  </message>
  <message>
   <source>Export and remove old sessions, or free some space.</source>
   <translation>Exportieren und entfernen Sie alte Interviews oder schaffen Sie Platz.</translation>
  </message>
  <message>
   <source>Export and remove old sessions, or free some space; the station then opens by itself.</source>
   <translation>Exportieren und entfernen Sie alte Interviews oder schaffen Sie Platz; die Station öffnet dann von selbst.</translation>
  </message>
  <message>
   <source>If it has a switch, please turn it on. Please press “Call staff”.</source>
   <translation>Falls es einen Schalter hat, schalten Sie es bitte ein. Bitte drücken Sie „Personal rufen“.</translation>
  </message>
  <message>
   <source>Install it with “apt-get install ffmpeg”, then start the station again.</source>
   <translation>Installieren Sie es mit „apt-get install ffmpeg“ und starten Sie die Station neu.</translation>
  </message>
  <message>
   <source>Little disk space is left.</source>
   <translation>Der Speicherplatz wird knapp.</translation>
  </message>
  <message>
   <source>Nothing has been lost.</source>
   <translation>Es ist nichts verloren gegangen.</translation>
  </message>
  <message>
   <source>Nothing was lost; something is still there that should be gone.</source>
   <translation>Es ist nichts verloren; etwas ist noch da, das weg sein sollte.</translation>
  </message>
  <message>
   <source>Please check that nothing covers the camera.</source>
   <translation>Bitte prüfen Sie, ob etwas die Kamera verdeckt.</translation>
  </message>
  <message>
   <source>Please press “Call staff”.</source>
   <translation>Bitte drücken Sie „Personal rufen“.</translation>
  </message>
  <message>
   <source>Please speak a little louder, or press “Call staff”.</source>
   <translation>Bitte sprechen Sie etwas lauter oder drücken Sie „Personal rufen“.</translation>
  </message>
  <message>
   <source>Please wait. We are starting it again.</source>
   <translation>Bitte warten Sie. Wir starten sie neu.</translation>
  </message>
  <message>
   <source>Run “main.py status” and free some space, then start the station again.</source>
   <translation>Führen Sie „main.py status“ aus, schaffen Sie Platz und starten Sie die Station neu.</translation>
  </message>
  <message>
   <source>See to the device that the readiness report names, then test the booth again.</source>
   <translation>Kümmern Sie sich um das Gerät, das der Bereitschaftsbericht nennt, und testen Sie die Kabine erneut.</translation>
  </message>
  <message>
   <source>Start no interview; follow “Journal damaged” in the operator’s guide.</source>
   <translation>Starten Sie kein Interview; folgen Sie „Journal damaged“ im Betriebshandbuch.</translation>
  </message>
  <message>
   <source>The camera has stopped sending a picture.</source>
   <translation>Die Kamera sendet kein Bild mehr.</translation>
  </message>
  <message>
   <source>The camera picture is dark.</source>
   <translation>Das Kamerabild ist dunkel.</translation>
  </message>
  <message>
   <source>The camera picture is standing still.</source>
   <translation>Das Kamerabild steht still.</translation>
  </message>
  <message>
   <source>The central server no longer listens to this station.</source>
   <translation>Der zentrale Server hört nicht mehr auf diese Station.</translation>
  </message>
  <message>
   <source>The program ffmpeg is missing.</source>
   <translation>Das Programm ffmpeg fehlt.</translation>
  </message>
  <message>
   <source>The recording could not be started.</source>
   <translation>Die Aufnahme konnte nicht gestartet werden.</translation>
  </message>
  <message>
   <source>The recording could not be turned into one file.</source>
   <translation>Die Aufnahme konnte nicht zu einer Datei zusammengefügt werden.</translation>
  </message>
  <message>
   <source>The recording stopped for a moment.</source>
   <translation>Die Aufnahme hat kurz ausgesetzt.</translation>
  </message>
  <message>
   <source>The recordings are untouched.</source>
   <translation>Die Aufnahmen sind unberührt.</translation>
  </message>
  <message>
   <source>The sound is complete; every missing picture is counted.</source>
   <translation>Der Ton ist vollständig; jedes fehlende Bild wird gezählt.</translation>
  </message>
  <message>
   <source>The station cannot write to its data folder.</source>
   <translation>Die Station kann nicht in ihren Datenordner schreiben.</translation>
  </message>
  <message>
   <source>The station’s journal is damaged.</source>
   <translation>Das Journal der Station ist beschädigt.</translation>
  </message>
  <message>
   <source>The test recording of this booth did not come out right.</source>
   <translation>Die Probeaufnahme dieser Kabine ist nicht gelungen.</translation>
  </message>
  <message>
   <source>The voice is not available.</source>
   <translation>Die Stimme ist nicht verfügbar.</translation>
  </message>
  <message>
   <source>This computer is too busy to record every picture.</source>
   <translation>Dieser Computer ist zu ausgelastet, um jedes Bild aufzunehmen.</translation>
  </message>
  <message>
   <source>This station has no space left to record.</source>
   <translation>Diese Station hat keinen Platz mehr für die Aufnahme.</translation>
  </message>
  <message>
   <source>This station has not enough space for another interview.</source>
   <translation>Diese Station hat nicht genug Platz für ein weiteres Interview.</translation>
  </message>
  <message>
   <source>We can no longer hear you: the microphone has been disconnected.</source>
   <translation>Wir hören Sie nicht mehr: Das Mikrofon wurde getrennt.</translation>
  </message>
  <message>
   <source>We can no longer hear you: the microphone has been switched off.</source>
   <translation>Wir hören Sie nicht mehr: Das Mikrofon wurde ausgeschaltet.</translation>
  </message>
  <message>
   <source>We cannot find the camera.</source>
   <translation>Wir finden die Kamera nicht.</translation>
  </message>
  <message>
   <source>We cannot find the loudspeaker.</source>
   <translation>Wir finden den Lautsprecher nicht.</translation>
  </message>
  <message>
   <source>We cannot find the microphone.</source>
   <translation>Wir finden das Mikrofon nicht.</translation>
  </message>
  <message>
   <source>We hear nothing from the microphone.</source>
   <translation>Vom Mikrofon kommt kein Ton.</translation>
  </message>
  <message>
   <source>What was saved before is untouched.</source>
   <translation>Was vorher gespeichert wurde, ist unberührt.</translation>
  </message>
  <message>
   <source>You can read every question on the screen.</source>
   <translation>Sie können jede Frage auf dem Bildschirm lesen.</translation>
  </message>
  <message>
   <source>You can simply go on. Staff have been told.</source>
   <translation>Sie können einfach weitermachen. Das Personal ist informiert.</translation>
  </message>
  <message>
   <source>Your voice is still being recorded, and everything you have said so far is saved.</source>
   <translation>Ihre Stimme wird weiter aufgenommen, und alles, was Sie bisher gesagt haben, ist gespeichert.</translation>
  </message>
 </context>
 <context>
  <name>Findings</name>
  <message>
   <source>Not found: {signs}</source>
   <translation>Nicht gefunden: {signs}</translation>
  </message>
  <message>
   <source>What a model says; it counts nothing</source>
   <translation>Was ein Modell sagt; es zählt nicht</translation>
  </message>
  <message>
   <source>What the rules found</source>
   <translation>Was die Regeln gefunden haben</translation>
  </message>
  <message>
   <source>level {level} of {top}</source>
   <translation>Stufe {level} von {top}</translation>
  </message>
  <message>
   <source>withheld ({reason})</source>
   <translation>zurückgehalten ({reason})</translation>
  </message>
 </context>
 <context>
  <name>FinishingScreen</name>
  <message>
   <source>Saving your interview</source>
   <translation>Ihr Interview wird gespeichert</translation>
  </message>
  <message>
   <source>Your answers are safe. Putting them together takes a moment.</source>
   <translation>Ihre Antworten sind sicher. Das Zusammenfügen dauert einen Moment.</translation>
  </message>
 </context>
 <context>
  <name>FlashPanel</name>
  <message>
   <source>The screen flashes</source>
   <translation>Der Bildschirm blitzt</translation>
  </message>
 </context>
 <context>
  <name>Happened</name>
  <message>
   <source>A staff name was locked after wrong PINs</source>
   <translation>Ein Name wurde nach falschen PINs gesperrt</translation>
  </message>
  <message>
   <source>Incident in the surroundings</source>
   <translation>Vorfall in der Umgebung</translation>
  </message>
  <message>
   <source>Incident with staff</source>
   <translation>Vorfall mit dem Personal</translation>
  </message>
  <message>
   <source>Incident with the candidate</source>
   <translation>Vorfall mit der interviewten Person</translation>
  </message>
  <message>
   <source>Staff changed to another microphone</source>
   <translation>Das Personal hat ein anderes Mikrofon gewählt</translation>
  </message>
  <message>
   <source>Staff covered the camera</source>
   <translation>Das Personal hat die Kamera verdeckt</translation>
  </message>
  <message>
   <source>Staff covered the microphone</source>
   <translation>Das Personal hat das Mikrofon verdeckt</translation>
  </message>
  <message>
   <source>Staff ended the interview</source>
   <translation>Das Personal hat das Interview beendet</translation>
  </message>
  <message>
   <source>Staff gave more time</source>
   <translation>Das Personal hat mehr Zeit gegeben</translation>
  </message>
  <message>
   <source>Staff had the question asked again</source>
   <translation>Das Personal ließ die Frage noch einmal stellen</translation>
  </message>
  <message>
   <source>Staff left the question out</source>
   <translation>Das Personal hat die Frage ausgelassen</translation>
  </message>
  <message>
   <source>Staff marked this moment</source>
   <translation>Das Personal hat diesen Moment markiert</translation>
  </message>
  <message>
   <source>Staff opened the booth in spite of a fault</source>
   <translation>Das Personal hat die Kabine trotz einer Störung geöffnet</translation>
  </message>
  <message>
   <source>Staff opened the panel</source>
   <translation>Das Personal hat seinen Bereich geöffnet</translation>
  </message>
  <message>
   <source>Staff paused the interview</source>
   <translation>Das Personal hat das Interview angehalten</translation>
  </message>
  <message>
   <source>Staff released the start</source>
   <translation>Das Personal hat den Beginn freigegeben</translation>
  </message>
  <message>
   <source>Staff stopped the recording</source>
   <translation>Das Personal hat die Aufnahme beendet</translation>
  </message>
  <message>
   <source>Staff told the candidate something</source>
   <translation>Das Personal hat eine Nachricht geschickt</translation>
  </message>
  <message>
   <source>Technical incident</source>
   <translation>Technischer Vorfall</translation>
  </message>
  <message>
   <source>The candidate called staff</source>
   <translation>Das Personal wurde gerufen</translation>
  </message>
  <message>
   <source>The candidate raised a hand; the clock stood still</source>
   <translation>Die Hand wurde gehoben; die Uhr stand still</translation>
  </message>
  <message>
   <source>The station started again</source>
   <translation>Die Station ist neu gestartet</translation>
  </message>
  <message>
   <source>{what}, {seconds} s</source>
   <translation>{what}, {seconds} s</translation>
  </message>
 </context>
 <context>
  <name>Hatch</name>
  <message>
   <source>Accessibility</source>
   <translation>Barrierefreiheit</translation>
  </message>
  <message>
   <source>Call staff</source>
   <translation>Personal rufen</translation>
  </message>
  <message>
   <source>Language: {name}</source>
   <translation>Sprache: {name}</translation>
  </message>
  <message>
   <source>Staff are told</source>
   <translation>Personal informiert</translation>
  </message>
 </context>
 <context>
  <name>HearingPart</name>
  <message>
   <source>It heard nothing of a clear sentence.</source>
   <translation>Von einem klaren Satz wurde nichts gehört.</translation>
  </message>
  <message>
   <source>It heard “{text}”: {found} of {all} words, in {seconds} seconds.</source>
   <translation>Gehört wurde „{text}“: {found} von {all} Wörtern, in {seconds} Sekunden.</translation>
  </message>
  <message>
   <source>It listens to a sentence in English. A large model is slow the first time.</source>
   <translation>Ein englischer Satz wird angehört. Ein großes Modell braucht beim ersten Mal länger.</translation>
  </message>
  <message>
   <source>It listens. {time} more at most.</source>
   <translation>Der Satz wird angehört. Höchstens noch {time}.</translation>
  </message>
  <message>
   <source>Let it hear a sentence</source>
   <translation>Einen Satz hören lassen</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
 </context>
 <context>
  <name>InterruptedScreen</name>
  <message>
   <source>All your answers are saved. Only the end of the interview is left.</source>
   <translation>Alle Ihre Antworten sind gespeichert. Es fehlt nur noch das Ende des Interviews.</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>One moment, please</source>
   <translation>Einen Moment, bitte</translation>
  </message>
  <message>
   <source>Staff have been told. Your time has stopped and the microphone is covered, so you can speak freely. Nobody takes any of your time away: go on whenever you like.</source>
   <translation>Das Personal ist informiert. Ihre Zeit steht, und das Mikrofon ist verdeckt; Sie können also frei sprechen. Niemand nimmt Ihnen Zeit weg: Machen Sie weiter, wann Sie möchten.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Erneut versuchen</translation>
  </message>
  <message>
   <source>We are starting the recording again. Your time has stopped.</source>
   <translation>Wir starten die Aufnahme neu. Ihre Zeit steht.</translation>
  </message>
  <message>
   <source>We can go on</source>
   <translation>Wir können weitermachen</translation>
  </message>
  <message>
   <source>We go on with question {number}. You have about {time} left.</source>
   <translation>Wir machen mit Frage {number} weiter. Sie haben noch etwa {time}.</translation>
  </message>
  <message>
   <source>We go on with question {number}. Your time has stopped until then.</source>
   <translation>Wir machen mit Frage {number} weiter. Bis dahin steht Ihre Zeit.</translation>
  </message>
  <message>
   <source>We go on with the device check.</source>
   <translation>Wir machen mit der Geräteprüfung weiter.</translation>
  </message>
  <message>
   <source>We go on with the first question.</source>
   <translation>Wir machen mit der ersten Frage weiter.</translation>
  </message>
  <message>
   <source>We go on with the practice question.</source>
   <translation>Wir machen mit der Übungsfrage weiter.</translation>
  </message>
  <message>
   <source>Welcome back</source>
   <translation>Willkommen zurück</translation>
  </message>
  <message>
   <source>You have raised your hand</source>
   <translation>Sie haben die Hand gehoben</translation>
  </message>
 </context>
 <context>
  <name>InterviewsPage</name>
  <message>
   <source>All that are new ({count})</source>
   <translation>Alle neuen ({count})</translation>
  </message>
  <message>
   <source>Looking them up…</source>
   <translation>Sie werden gesucht …</translation>
  </message>
  <message>
   <source>Newer</source>
   <translation>Neuere</translation>
  </message>
  <message>
   <source>Older</source>
   <translation>Ältere</translation>
  </message>
  <message>
   <source>There is no interview on this station yet.</source>
   <translation>Auf dieser Station gibt es noch kein Interview.</translation>
  </message>
  <message>
   <source>Which interviews?</source>
   <translation>Welche Interviews?</translation>
  </message>
  <message>
   <source>{count} of {all} chosen, {size}</source>
   <translation>{count} von {all} gewählt, {size}</translation>
  </message>
 </context>
 <context>
  <name>KeepingCard</name>
  <message>
   <source>Erase</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Erase for ever</source>
   <translation>Für immer löschen</translation>
  </message>
  <message>
   <source>It is erased when its days are over.</source>
   <translation>Es wird gelöscht, wenn seine Frist abgelaufen ist.</translation>
  </message>
  <message>
   <source>Keep beyond its date</source>
   <translation>Über die Frist hinaus aufbewahren</translation>
  </message>
  <message>
   <source>Keeping</source>
   <translation>Aufbewahrung</translation>
  </message>
  <message>
   <source>Let its date count</source>
   <translation>Frist wieder gelten lassen</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Jetzt nicht</translation>
  </message>
  <message>
   <source>Reason to keep it</source>
   <translation>Grund für die Aufbewahrung</translation>
  </message>
  <message>
   <source>Recording, words, scores and name go for ever, on this station. There is no way back.</source>
   <translation>Aufnahme, Worte, Bewertungen und Name verschwinden auf dieser Station für immer. Es gibt keinen Weg zurück.</translation>
  </message>
  <message>
   <source>Why must it stay?</source>
   <translation>Warum muss es bleiben?</translation>
  </message>
  <message>
   <source>{who} keeps it beyond its date.</source>
   <translation>{who} bewahrt es über die Frist hinaus auf.</translation>
  </message>
 </context>
 <context>
  <name>Keyboard</name>
  <message>
   <source>Keyboard</source>
   <translation>Tastatur</translation>
  </message>
  <message>
   <source>Letters</source>
   <translation>Buchstaben</translation>
  </message>
 </context>
 <context>
  <name>LanguageCard</name>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>The questions of this interview come in: {languages}.</source>
   <translation>Die Fragen dieses Interviews gibt es auf: {languages}.</translation>
  </message>
  <message>
   <source>Which language would you like?</source>
   <translation>Welche Sprache möchten Sie?</translation>
  </message>
 </context>
 <context>
  <name>LanguagePage</name>
  <message>
   <source>Candidates are greeted in it. Each of them can choose another one for the interview.</source>
   <translation>In ihr wird begrüßt. Jede Person kann für das Interview eine andere wählen.</translation>
  </message>
  <message>
   <source>Which language does this station speak?</source>
   <translation>Welche Sprache spricht diese Station?</translation>
  </message>
 </context>
 <context>
  <name>LanguageScreen</name>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Choose your language</source>
   <translation>Wählen Sie Ihre Sprache</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>The questions are asked and written in it.</source>
   <translation>In ihr werden die Fragen gestellt und geschrieben.</translation>
  </message>
 </context>
 <context>
  <name>LastPage</name>
  <message>
   <source>A real interview of a few minutes: it asks, records and keeps as for a candidate.</source>
   <translation>Ein echtes Interview von wenigen Minuten: Es fragt, nimmt auf und bewahrt auf wie sonst auch.</translation>
  </message>
  <message>
   <source>Camera</source>
   <translation>Kamera</translation>
  </message>
  <message>
   <source>It was not recorded to its end.</source>
   <translation>Es wurde nicht bis zum Ende aufgenommen.</translation>
  </message>
  <message>
   <source>Loudspeaker</source>
   <translation>Lautsprecher</translation>
  </message>
  <message>
   <source>Microphone</source>
   <translation>Mikrofon</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Nobody can open the staff panel yet.</source>
   <translation>Noch kann niemand den Personalbereich öffnen.</translation>
  </message>
  <message>
   <source>None: everything stays on this station.</source>
   <translation>Keiner: Alles bleibt auf dieser Station.</translation>
  </message>
  <message>
   <source>Recorded whole: {time}.</source>
   <translation>Vollständig aufgenommen: {time}.</translation>
  </message>
  <message>
   <source>Server</source>
   <translation>Server</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>Personal</translation>
  </message>
  <message>
   <source>Test interview</source>
   <translation>Testinterview</translation>
  </message>
  <message>
   <source>Try it with a test interview</source>
   <translation>Mit einem Testinterview ausprobieren</translation>
  </message>
  <message>
   <source>Written answers</source>
   <translation>Antworten aufschreiben</translation>
  </message>
 </context>
 <context>
  <name>LevelLine</name>
  <message>
   <source>Speak whenever you are ready</source>
   <translation>Sprechen Sie, sobald Sie so weit sind</translation>
  </message>
  <message>
   <source>We hear you</source>
   <translation>Wir hören Sie</translation>
  </message>
 </context>
 <context>
  <name>LockedScreen</name>
  <message>
   <source>Staff will open it for you. Nothing is recorded.</source>
   <translation>Das Personal öffnet sie für Sie. Es wird nichts aufgenommen.</translation>
  </message>
  <message>
   <source>This booth is not open yet</source>
   <translation>Diese Kabine ist noch nicht geöffnet</translation>
  </message>
 </context>
 <context>
  <name>MessageStrip</name>
  <message>
   <source>Understood</source>
   <translation>Verstanden</translation>
  </message>
  <message>
   <source>{name} says: {text}</source>
   <translation>{name} sagt: {text}</translation>
  </message>
 </context>
 <context>
  <name>NamePage</name>
  <message>
   <source>Name of the station</source>
   <translation>Name der Station</translation>
  </message>
  <message>
   <source>Staff read the name beside the booth’s state, and it is written into every recording.</source>
   <translation>Das Personal liest den Namen neben dem Stand der Kabine, und er steht in jeder Aufnahme.</translation>
  </message>
  <message>
   <source>What is this station called?</source>
   <translation>Wie heißt diese Station?</translation>
  </message>
 </context>
 <context>
  <name>NotesCard</name>
  <message>
   <source>About the whole interview</source>
   <translation>Zum ganzen Interview</translation>
  </message>
  <message>
   <source>At {time}</source>
   <translation>Bei {time}</translation>
  </message>
  <message>
   <source>Nobody has written anything yet.</source>
   <translation>Noch hat niemand etwas geschrieben.</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notizen</translation>
  </message>
  <message>
   <source>Take the note back</source>
   <translation>Notiz zurücknehmen</translation>
  </message>
  <message>
   <source>Write a note</source>
   <translation>Notiz schreiben</translation>
  </message>
 </context>
 <context>
  <name>Opener</name>
  <message>
   <source>Show the keyboard</source>
   <translation>Tastatur zeigen</translation>
  </message>
 </context>
 <context>
  <name>OutOfOrderScreen</name>
  <message>
   <source>No interview can start here just now. Staff will show you another place.</source>
   <translation>Hier kann gerade kein Interview beginnen. Das Personal zeigt Ihnen einen anderen Platz.</translation>
  </message>
  <message>
   <source>This station is taking a break</source>
   <translation>Diese Station macht eine Pause</translation>
  </message>
 </context>
 <context>
  <name>OutputPane</name>
  <message>
   <source>Example {number}</source>
   <translation>Beispiel {number}</translation>
  </message>
  <message>
   <source>Expected output</source>
   <translation>Erwartete Ausgabe</translation>
  </message>
  <message>
   <source>Input</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Nothing has been run yet. These are the examples.</source>
   <translation>Noch wurde nichts ausgeführt. Das sind die Beispiele.</translation>
  </message>
  <message>
   <source>What the compiler says</source>
   <translation>Was der Compiler sagt</translation>
  </message>
  <message>
   <source>Your output</source>
   <translation>Ihre Ausgabe</translation>
  </message>
  <message>
   <source>Your program is running.</source>
   <translation>Ihr Programm läuft.</translation>
  </message>
 </context>
 <context>
  <name>OverPage</name>
  <message>
   <source>It did not work out</source>
   <translation>Es hat nicht geklappt</translation>
  </message>
  <message>
   <source>Its name is {name}.</source>
   <translation>Der Name ist {name}.</translation>
  </message>
  <message>
   <source>Please write it down and keep it away from the stick. Nobody can find it again.</source>
   <translation>Bitte schreiben Sie sie auf und bewahren Sie sie getrennt vom Stick auf. Niemand kann sie wiederfinden.</translation>
  </message>
  <message>
   <source>The passphrase, shown only now:</source>
   <translation>Die Passphrase, nur jetzt zu sehen:</translation>
  </message>
 </context>
 <context>
  <name>PausedScreen</name>
  <message>
   <source>A short pause</source>
   <translation>Eine kurze Pause</translation>
  </message>
  <message>
   <source>No picture and no sound are being recorded. Your time has stopped.</source>
   <translation>Bild und Ton werden nicht aufgenommen. Ihre Zeit steht.</translation>
  </message>
  <message>
   <source>{name} paused the interview and will let it go on.</source>
   <translation>{name} hat das Interview angehalten und lässt es wieder weitergehen.</translation>
  </message>
 </context>
 <context>
  <name>PeoplePage</name>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Five taps in the top left corner open the staff panel; a PIN shows who somebody is.</source>
   <translation>Fünfmal in die linke obere Ecke tippen öffnet den Personalbereich; eine PIN zeigt, wer jemand ist.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Nobody has a PIN for this station yet.</source>
   <translation>Noch hat niemand eine PIN für diese Station.</translation>
  </message>
  <message>
   <source>PIN, at least {least} digits</source>
   <translation>PIN, mindestens {least} Ziffern</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Remove {name}</source>
   <translation>{name} entfernen</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Aufgabe</translation>
  </message>
  <message>
   <source>The same PIN again</source>
   <translation>Dieselbe PIN noch einmal</translation>
  </message>
  <message>
   <source>The two PINs are not the same.</source>
   <translation>Die beiden PINs sind nicht gleich.</translation>
  </message>
  <message>
   <source>Who looks after this station?</source>
   <translation>Wer betreut diese Station?</translation>
  </message>
 </context>
 <context>
  <name>Phases</name>
  <message>
   <source>Answer again</source>
   <translation>Noch einmal antworten</translation>
  </message>
  <message>
   <source>Have you finished?</source>
   <translation>Sind Sie fertig?</translation>
  </message>
  <message>
   <source>I am listening. Take your time.</source>
   <translation>Ich höre zu. Nehmen Sie sich Zeit.</translation>
  </message>
  <message>
   <source>I am ready</source>
   <translation>Ich bin so weit</translation>
  </message>
  <message>
   <source>I have finished</source>
   <translation>Ich bin fertig</translation>
  </message>
  <message>
   <source>Keep this answer</source>
   <translation>Diese Antwort behalten</translation>
  </message>
  <message>
   <source>Not yet</source>
   <translation>Noch nicht</translation>
  </message>
  <message>
   <source>One more question about your answer to: {question}</source>
   <translation>Noch eine Frage zu Ihrer Antwort auf: {question}</translation>
  </message>
  <message>
   <source>Please listen.</source>
   <translation>Bitte hören Sie zu.</translation>
  </message>
  <message>
   <source>Please listen. You can read along.</source>
   <translation>Bitte hören Sie zu. Sie können mitlesen.</translation>
  </message>
  <message>
   <source>Please read the question. It goes on by itself.</source>
   <translation>Bitte lesen Sie die Frage. Es geht von selbst weiter.</translation>
  </message>
  <message>
   <source>Practise again</source>
   <translation>Noch einmal üben</translation>
  </message>
  <message>
   <source>Repeat the question</source>
   <translation>Frage wiederholen</translation>
  </message>
  <message>
   <source>Skip the practice</source>
   <translation>Übung überspringen</translation>
  </message>
  <message>
   <source>Skip this question</source>
   <translation>Diese Frage überspringen</translation>
  </message>
  <message>
   <source>Start the interview</source>
   <translation>Interview starten</translation>
  </message>
  <message>
   <source>Take a moment to think. Your answer has not begun.</source>
   <translation>Denken Sie einen Moment nach. Ihre Antwort hat noch nicht begonnen.</translation>
  </message>
  <message>
   <source>That is how it works. Nothing of this practice was kept.</source>
   <translation>So funktioniert es. Von dieser Übung wurde nichts aufbewahrt.</translation>
  </message>
  <message>
   <source>There is no hurry.</source>
   <translation>Es eilt nicht.</translation>
  </message>
  <message>
   <source>Write or speak, as you like. Take your time.</source>
   <translation>Schreiben oder sprechen Sie, wie Sie möchten. Nehmen Sie sich Zeit.</translation>
  </message>
  <message>
   <source>Your answer is saved. You may answer once more; if you do nothing, we keep this one.</source>
   <translation>Ihre Antwort ist gespeichert. Sie dürfen noch einmal antworten; wenn Sie nichts tun, behalten wir diese.</translation>
  </message>
  <message>
   <source>Your answer is saved. You may answer {left} more times; if you do nothing, we keep this one.</source>
   <translation>Ihre Antwort ist gespeichert. Sie dürfen noch {left}-mal antworten; wenn Sie nichts tun, behalten wir diese.</translation>
  </message>
  <message>
   <source>Your answer was not recorded well, through no fault of yours. Please answer again.</source>
   <translation>Ihre Antwort wurde nicht gut aufgenommen; das liegt nicht an Ihnen. Bitte antworten Sie noch einmal.</translation>
  </message>
 </context>
 <context>
  <name>PinPad</name>
  <message>
   <source>Remove the last digit</source>
   <translation>Letzte Ziffer löschen</translation>
  </message>
  <message>
   <source>{count} digits</source>
   <translation>{count} Ziffern</translation>
  </message>
 </context>
 <context>
  <name>Player</name>
  <message>
   <source>Recording</source>
   <translation>Aufnahme</translation>
  </message>
  <message>
   <source>The recording cannot be played: {why}</source>
   <translation>Die Aufnahme lässt sich nicht abspielen: {why}</translation>
  </message>
  <message>
   <source>There is no recording on this station.</source>
   <translation>Auf dieser Station gibt es keine Aufnahme.</translation>
  </message>
 </context>
 <context>
  <name>Preview</name>
  <message>
   <source>Camera picture</source>
   <translation>Kamerabild</translation>
  </message>
  <message>
   <source>Waiting for the camera</source>
   <translation>Wir warten auf die Kamera</translation>
  </message>
 </context>
 <context>
  <name>ProblemText</name>
  <message>
   <source>The task</source>
   <translation>Die Aufgabe</translation>
  </message>
 </context>
 <context>
  <name>Programs</name>
  <message>
   <source>Changes</source>
   <translation>Änderungen</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Program</source>
   <translation>Programm</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>Ausführen</translation>
  </message>
  <message>
   <source>Show in the recording</source>
   <translation>In der Aufnahme zeigen</translation>
  </message>
  <message>
   <source>Submission</source>
   <translation>Abgabe</translation>
  </message>
 </context>
 <context>
  <name>Progress</name>
  <message>
   <source>Question {number} of {total}</source>
   <translation>Frage {number} von {total}</translation>
  </message>
 </context>
 <context>
  <name>ProgressLine</name>
  <message>
   <source>Please wait</source>
   <translation>Bitte warten</translation>
  </message>
 </context>
 <context>
  <name>ProtectionPage</name>
  <message>
   <source>This station has not been given a key of HR’s.</source>
   <translation>Diese Station hat keinen Schlüssel der Personalabteilung.</translation>
  </message>
  <message>
   <source>Who can open it?</source>
   <translation>Wer kann es öffnen?</translation>
  </message>
 </context>
 <context>
  <name>QuestionPart</name>
  <message>
   <source>Nobody has written this answer down.</source>
   <translation>Diese Antwort hat niemand aufgeschrieben.</translation>
  </message>
  <message>
   <source>Not answered</source>
   <translation>Nicht beantwortet</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>Frage</translation>
  </message>
  <message>
   <source>{criterion}: {level} of {top}, {who}. {why}</source>
   <translation>{criterion}: {level} von {top}, {who}. {why}</translation>
  </message>
 </context>
 <context>
  <name>RatingCard</name>
  <message>
   <source>Keep my rating</source>
   <translation>Meine Bewertung speichern</translation>
  </message>
  <message>
   <source>Nobody else has rated this answer.</source>
   <translation>Sonst hat niemand diese Antwort bewertet.</translation>
  </message>
  <message>
   <source>Show what the rules found</source>
   <translation>Zeigen, was die Regeln gefunden haben</translation>
  </message>
  <message>
   <source>Somebody else has rated this answer; it shows once your rating is complete.</source>
   <translation>Jemand anderes hat diese Antwort bewertet; das erscheint, sobald Ihre Bewertung vollständig ist.</translation>
  </message>
  <message>
   <source>Your rating</source>
   <translation>Ihre Bewertung</translation>
  </message>
  <message>
   <source>{count} others have rated this answer; it shows once your rating is complete.</source>
   <translation>{count} andere haben diese Antwort bewertet; das erscheint, sobald Ihre Bewertung vollständig ist.</translation>
  </message>
 </context>
 <context>
  <name>ReadinessPage</name>
  <message>
   <source>Checked by</source>
   <translation>Geprüft von</translation>
  </message>
  <message>
   <source>Readiness of {station}</source>
   <translation>Bereitschaft von {station}</translation>
  </message>
  <message>
   <source>Signature</source>
   <translation>Unterschrift</translation>
  </message>
  <message>
   <source>The booth is not ready.</source>
   <translation>Die Kabine ist nicht bereit.</translation>
  </message>
  <message>
   <source>The booth is ready.</source>
   <translation>Die Kabine ist bereit.</translation>
  </message>
  <message>
   <source>The booth is ready; some lines are worth a look.</source>
   <translation>Die Kabine ist bereit; einige Zeilen sollten Sie ansehen.</translation>
  </message>
  <message>
   <source>bad</source>
   <translation>schlecht</translation>
  </message>
  <message>
   <source>d MMMM yyyy, HH:mm</source>
   <translation>d. MMMM yyyy, HH:mm</translation>
  </message>
  <message>
   <source>good</source>
   <translation>gut</translation>
  </message>
  <message>
   <source>look</source>
   <translation>ansehen</translation>
  </message>
 </context>
 <context>
  <name>RecBadge</name>
  <message>
   <source>Not recording</source>
   <translation>Keine Aufnahme</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <source>Recording</source>
   <translation>Aufnahme läuft</translation>
  </message>
  <message>
   <source>Recording picture only</source>
   <translation>Nur Bild wird aufgenommen</translation>
  </message>
  <message>
   <source>Recording sound only</source>
   <translation>Nur Ton wird aufgenommen</translation>
  </message>
 </context>
 <context>
  <name>ReviewScreen</name>
  <message>
   <source>End the interview</source>
   <translation>Interview beenden</translation>
  </message>
  <message>
   <source>That was the last question</source>
   <translation>Das war die letzte Frage</translation>
  </message>
  <message>
   <source>This is what we understood. Touch a word that is wrong; dots show where we were unsure.</source>
   <translation>Das haben wir verstanden. Berühren Sie ein Wort, das nicht stimmt; Punkte zeigen, wo wir unsicher waren.</translation>
  </message>
  <message>
   <source>This is what you gave us. Nothing more is asked of you.</source>
   <translation>Das haben Sie uns gegeben. Mehr wird nicht von Ihnen verlangt.</translation>
  </message>
  <message>
   <source>Your answer to question {number}, word by word</source>
   <translation>Ihre Antwort auf Frage {number}, Wort für Wort</translation>
  </message>
 </context>
 <context>
  <name>RoomPage</name>
  <message>
   <source>A better picture takes more of the disk. What is over its time is erased by itself.</source>
   <translation>Ein besseres Bild braucht mehr Speicher. Was seine Frist überschritten hat, wird von selbst gelöscht.</translation>
  </message>
  <message>
   <source>Also where a question pack says longer.</source>
   <translation>Auch wo ein Fragenpaket länger sagt.</translation>
  </message>
  <message>
   <source>As long as each question pack says</source>
   <translation>So lange, wie jedes Fragenpaket sagt</translation>
  </message>
  <message>
   <source>How are recordings kept?</source>
   <translation>Wie werden Aufnahmen aufbewahrt?</translation>
  </message>
  <message>
   <source>In days: {packs}</source>
   <translation>In Tagen: {packs}</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>Qualität</translation>
  </message>
  <message>
   <source>Recordings stay</source>
   <translation>Aufnahmen bleiben</translation>
  </message>
  <message>
   <source>{days} days at most</source>
   <translation>höchstens {days} Tage</translation>
  </message>
  <message>
   <source>{size} are free on this disk.</source>
   <translation>{size} sind auf diesem Datenträger frei.</translation>
  </message>
 </context>
 <context>
  <name>RunningPage</name>
  <message>
   <source>On the way to the central server</source>
   <translation>Unterwegs zum zentralen Server</translation>
  </message>
  <message>
   <source>Please leave the stick in</source>
   <translation>Bitte lassen Sie den Stick stecken</translation>
  </message>
  <message>
   <source>This stick is slow. Another one may be faster.</source>
   <translation>Dieser Stick ist langsam. Ein anderer ist vielleicht schneller.</translation>
  </message>
 </context>
 <context>
  <name>SealCard</name>
  <message>
   <source>One moment, please: it is being opened.</source>
   <translation>Einen Moment, bitte: Es wird geöffnet.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Passphrase or key</source>
   <translation>Passphrase oder Schlüssel</translation>
  </message>
  <message>
   <source>Plug in the stick with HR’s key and type its passphrase, or type the key itself. What is opened stays in memory and is wiped when you leave this page.</source>
   <translation>Stecken Sie den Stick mit dem Schlüssel der Personalabteilung ein und tippen Sie seine Passphrase oder tippen Sie den Schlüssel selbst. Das Geöffnete bleibt im Arbeitsspeicher und wird gelöscht, wenn Sie diese Seite verlassen.</translation>
  </message>
  <message>
   <source>This interview is sealed</source>
   <translation>Dieses Interview ist versiegelt</translation>
  </message>
 </context>
 <context>
  <name>ServerPage</name>
  <message>
   <source>Address of the server</source>
   <translation>Adresse des Servers</translation>
  </message>
  <message>
   <source>Code from the server</source>
   <translation>Code vom Server</translation>
  </message>
  <message>
   <source>Does it belong to a server?</source>
   <translation>Gehört sie zu einem Server?</translation>
  </message>
  <message>
   <source>It belongs to no server yet.</source>
   <translation>Sie gehört noch zu keinem Server.</translation>
  </message>
  <message>
   <source>It belongs to {server}. A new code introduces it again, or to another server.</source>
   <translation>Sie gehört zu {server}. Ein neuer Code stellt sie erneut vor oder einem anderen Server.</translation>
  </message>
  <message>
   <source>The server gives a code that works once: under “Booths”, “A new booth”. Without a server everything stays on this station.</source>
   <translation>Der Server gibt einen Code, der einmal gilt: unter „Kabinen“, „Neue Kabine“. Ohne Server bleibt alles auf dieser Station.</translation>
  </message>
 </context>
 <context>
  <name>SessionsModel</name>
  <message>
   <source>Answers</source>
   <translation>Antworten</translation>
  </message>
  <message>
   <source>Candidate</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Interview</source>
   <translation>Interview</translation>
  </message>
  <message>
   <source>Standing</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
 </context>
 <context>
  <name>SessionsPage</name>
  <message>
   <source>30 days</source>
   <translation>30 Tage</translation>
  </message>
  <message>
   <source>7 days</source>
   <translation>7 Tage</translation>
  </message>
  <message>
   <source>A year</source>
   <translation>Ein Jahr</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Any time</source>
   <translation>Jederzeit</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>First</source>
   <translation>Zuerst</translation>
  </message>
  <message>
   <source>Interview</source>
   <translation>Interview</translation>
  </message>
  <message>
   <source>Interviews</source>
   <translation>Interviews</translation>
  </message>
  <message>
   <source>Nothing fits. Fewer words or another filter may help.</source>
   <translation>Nichts passt. Weniger Wörter oder ein anderer Filter helfen vielleicht.</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Search names and what was said</source>
   <translation>Namen und Gesagtes durchsuchen</translation>
  </message>
  <message>
   <source>The interviews cannot be read now: {why}</source>
   <translation>Die Interviews sind gerade nicht lesbar: {why}</translation>
  </message>
  <message>
   <source>There is no interview on this station yet.</source>
   <translation>Auf dieser Station gibt es noch kein Interview.</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
 </context>
 <context>
  <name>SessionsTable</name>
  <message>
   <source>Interviews</source>
   <translation>Interviews</translation>
  </message>
 </context>
 <context>
  <name>SetUpWindow</name>
  <message>
   <source>Accessibility</source>
   <translation>Barrierefreiheit</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>Abschließen</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Später</translation>
  </message>
  <message>
   <source>Set-up</source>
   <translation>Einrichtung</translation>
  </message>
  <message>
   <source>Set-up, step {number} of {total}</source>
   <translation>Einrichtung, Schritt {number} von {total}</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Überspringen</translation>
  </message>
  <message>
   <source>Test interview</source>
   <translation>Testinterview</translation>
  </message>
 </context>
 <context>
  <name>Shell</name>
  <message>
   <source>Interview Kiosk</source>
   <translation>Interview Kiosk</translation>
  </message>
  <message>
   <source>Simulated devices: this is not a real interview</source>
   <translation>Simulierte Geräte: Dies ist kein echtes Interview</translation>
  </message>
 </context>
 <context>
  <name>SpeechPage</name>
  <message>
   <source>Address of the server</source>
   <translation>Adresse des Servers</translation>
  </message>
  <message>
   <source>Another model</source>
   <translation>Anderes Modell</translation>
  </message>
  <message>
   <source>Everything it needs is here.</source>
   <translation>Alles Nötige ist da.</translation>
  </message>
  <message>
   <source>Folder of the model</source>
   <translation>Ordner des Modells</translation>
  </message>
  <message>
   <source>Key, if the server wants one</source>
   <translation>Schlüssel, falls der Server einen verlangt</translation>
  </message>
  <message>
   <source>Name of the model</source>
   <translation>Name des Modells</translation>
  </message>
  <message>
   <source>Who writes the answers down?</source>
   <translation>Wer schreibt die Antworten auf?</translation>
  </message>
  <message>
   <source>Written answers can be searched, quoted and scored; only those of candidates who agree that software reads them.</source>
   <translation>Aufgeschriebene Antworten lassen sich durchsuchen, zitieren und bewerten; nur die von Personen, die zustimmen, dass Software sie liest.</translation>
  </message>
  <message>
   <source>as it is</source>
   <translation>wie bisher</translation>
  </message>
 </context>
 <context>
  <name>SpokenLines</name>
  <message>
   <source>What was said</source>
   <translation>Was gesagt wurde</translation>
  </message>
 </context>
 <context>
  <name>SpokenText</name>
  <message>
   <source>{word}, perhaps misheard</source>
   <translation>{word}, vielleicht falsch verstanden</translation>
  </message>
 </context>
 <context>
  <name>StaffActs</name>
  <message>
   <source>A quarter more time</source>
   <translation>Ein Viertel mehr Zeit</translation>
  </message>
  <message>
   <source>Accommodations</source>
   <translation>Nachteilsausgleich</translation>
  </message>
  <message>
   <source>Another microphone</source>
   <translation>Anderes Mikrofon</translation>
  </message>
  <message>
   <source>Answers in writing</source>
   <translation>Schriftliche Antworten</translation>
  </message>
  <message>
   <source>As for everybody</source>
   <translation>Wie für alle</translation>
  </message>
  <message>
   <source>Ask again</source>
   <translation>Noch einmal stellen</translation>
  </message>
  <message>
   <source>Cover the camera</source>
   <translation>Kamera verdecken</translation>
  </message>
  <message>
   <source>Cover the microphone</source>
   <translation>Mikrofon verdecken</translation>
  </message>
  <message>
   <source>End the interview</source>
   <translation>Interview beenden</translation>
  </message>
  <message>
   <source>Five minutes</source>
   <translation>Fünf Minuten</translation>
  </message>
  <message>
   <source>Give more time</source>
   <translation>Mehr Zeit geben</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Half a minute</source>
   <translation>Eine halbe Minute</translation>
  </message>
  <message>
   <source>Half as much time again</source>
   <translation>Die Hälfte mehr Zeit</translation>
  </message>
  <message>
   <source>I am here</source>
   <translation>Ich bin da</translation>
  </message>
  <message>
   <source>In my own words</source>
   <translation>Mit eigenen Worten</translation>
  </message>
  <message>
   <source>Leave it out</source>
   <translation>Auslassen</translation>
  </message>
  <message>
   <source>Lock the booth</source>
   <translation>Kabine sperren</translation>
  </message>
  <message>
   <source>Mark this moment</source>
   <translation>Diesen Moment markieren</translation>
  </message>
  <message>
   <source>Mark with a note</source>
   <translation>Mit Notiz markieren</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>Nachricht</translation>
  </message>
  <message>
   <source>No time on the screen</source>
   <translation>Keine Zeit auf dem Bildschirm</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>One minute</source>
   <translation>Eine Minute</translation>
  </message>
  <message>
   <source>One more attempt at every answer</source>
   <translation>Ein weiterer Versuch je Antwort</translation>
  </message>
  <message>
   <source>Open the booth</source>
   <translation>Kabine öffnen</translation>
  </message>
  <message>
   <source>Open the booth all the same</source>
   <translation>Kabine trotzdem öffnen</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Report an incident</source>
   <translation>Vorfall melden</translation>
  </message>
  <message>
   <source>Say it aloud as well</source>
   <translation>Auch laut sagen</translation>
  </message>
  <message>
   <source>Set up this station</source>
   <translation>Station einrichten</translation>
  </message>
  <message>
   <source>Start the interview</source>
   <translation>Interview starten</translation>
  </message>
  <message>
   <source>Start the recording</source>
   <translation>Aufnahme starten</translation>
  </message>
  <message>
   <source>Stop the recording</source>
   <translation>Aufnahme stoppen</translation>
  </message>
  <message>
   <source>Test the booth</source>
   <translation>Kabine testen</translation>
  </message>
  <message>
   <source>Twice the time</source>
   <translation>Die doppelte Zeit</translation>
  </message>
  <message>
   <source>Two minutes</source>
   <translation>Zwei Minuten</translation>
  </message>
  <message>
   <source>Uncover the camera</source>
   <translation>Kamera aufdecken</translation>
  </message>
  <message>
   <source>Uncover the microphone</source>
   <translation>Mikrofon aufdecken</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Was geschehen ist</translation>
  </message>
  <message>
   <source>Write to the candidate</source>
   <translation>Nachricht in die Kabine schreiben</translation>
  </message>
 </context>
 <context>
  <name>StaffEntry</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eintreten</translation>
  </message>
  <message>
   <source>Nobody has a PIN for this station yet.</source>
   <translation>Noch hat niemand eine PIN für diese Station.</translation>
  </message>
  <message>
   <source>Please enter your PIN.</source>
   <translation>Bitte geben Sie Ihre PIN ein.</translation>
  </message>
  <message>
   <source>Please wait {seconds} s. The interview goes on meanwhile.</source>
   <translation>Bitte warten Sie {seconds} s. Das Interview läuft währenddessen weiter.</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>Jemand anderes</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>Personal</translation>
  </message>
  <message>
   <source>The PIN cannot be checked now. Please try again, or ask a technician.</source>
   <translation>Die PIN kann gerade nicht geprüft werden. Bitte versuchen Sie es noch einmal oder fragen Sie die Technik.</translation>
  </message>
  <message>
   <source>There were too many wrong PINs.</source>
   <translation>Die PIN war zu oft falsch.</translation>
  </message>
  <message>
   <source>This is not the PIN.</source>
   <translation>Das ist nicht die PIN.</translation>
  </message>
  <message>
   <source>This is not the PIN. Please try again.</source>
   <translation>Das ist nicht die PIN. Bitte versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>This name is locked after too many wrong PINs. A technician can set a new PIN. The interview goes on meanwhile.</source>
   <translation>Dieser Name ist nach zu vielen falschen PINs gesperrt. Die Technik kann eine neue PIN setzen. Das Interview läuft währenddessen weiter.</translation>
  </message>
  <message>
   <source>Who are you?</source>
   <translation>Wer sind Sie?</translation>
  </message>
 </context>
 <context>
  <name>StaffPanel</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Export interviews</source>
   <translation>Interviews exportieren</translation>
  </message>
  <message>
   <source>Hello {name}</source>
   <translation>Hallo {name}</translation>
  </message>
  <message>
   <source>Interviews</source>
   <translation>Interviews</translation>
  </message>
  <message>
   <source>No interview is running.</source>
   <translation>Es läuft kein Interview.</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>Personal</translation>
  </message>
 </context>
 <context>
  <name>StaffPlace</name>
  <message>
   <source>All questions are done.</source>
   <translation>Alle Fragen sind gestellt.</translation>
  </message>
  <message>
   <source>Arriving, nothing agreed yet.</source>
   <translation>Kommt gerade an, noch keine Zustimmung.</translation>
  </message>
  <message>
   <source>Consent was declined.</source>
   <translation>Die Zustimmung wurde verweigert.</translation>
  </message>
  <message>
   <source>Device check.</source>
   <translation>Geräteprüfung.</translation>
  </message>
  <message>
   <source>Interrupted. {place}</source>
   <translation>Unterbrochen. {place}</translation>
  </message>
  <message>
   <source>Nobody is here.</source>
   <translation>Niemand ist hier.</translation>
  </message>
  <message>
   <source>Paused by {name}. {place}</source>
   <translation>Angehalten von {name}. {place}</translation>
  </message>
  <message>
   <source>Practice question.</source>
   <translation>Übungsfrage.</translation>
  </message>
  <message>
   <source>Question {number} of {total}</source>
   <translation>Frage {number} von {total}</translation>
  </message>
  <message>
   <source>Ready, and waiting for you to start the interview.</source>
   <translation>Bereit und wartet, dass Sie das Interview starten.</translation>
  </message>
  <message>
   <source>The interview is over.</source>
   <translation>Das Interview ist vorbei.</translation>
  </message>
  <message>
   <source>The recording is being finished.</source>
   <translation>Die Aufnahme wird abgeschlossen.</translation>
  </message>
  <message>
   <source>The recording is starting.</source>
   <translation>Die Aufnahme startet.</translation>
  </message>
  <message>
   <source>answering</source>
   <translation>antwortet</translation>
  </message>
  <message>
   <source>being read out</source>
   <translation>wird vorgelesen</translation>
  </message>
  <message>
   <source>deciding whether to keep the answer</source>
   <translation>entscheidet, ob die Antwort bleibt</translation>
  </message>
  <message>
   <source>thinking</source>
   <translation>denkt nach</translation>
  </message>
  <message>
   <source>{spent} of {limit}</source>
   <translation>{spent} von {limit}</translation>
  </message>
 </context>
 <context>
  <name>StaffTongue</name>
  <message>
   <source>Language: {name}</source>
   <translation>Sprache: {name}</translation>
  </message>
  <message>
   <source>Which language would you like?</source>
   <translation>Welche Sprache möchten Sie?</translation>
  </message>
 </context>
 <context>
  <name>StaffWindow</name>
  <message>
   <source>Interview Kiosk: staff</source>
   <translation>Interview Kiosk: Personal</translation>
  </message>
  <message>
   <source>Open the panel</source>
   <translation>Bereich öffnen</translation>
  </message>
 </context>
 <context>
  <name>StatusList</name>
  <message>
   <source>Camera</source>
   <translation>Kamera</translation>
  </message>
  <message>
   <source>Central server</source>
   <translation>Zentraler Server</translation>
  </message>
  <message>
   <source>Closed until it is needed</source>
   <translation>Geschlossen, bis es gebraucht wird</translation>
  </message>
  <message>
   <source>Covered. Uncover it when the reason is over.</source>
   <translation>Verdeckt. Decken Sie es auf, wenn der Grund vorbei ist.</translation>
  </message>
  <message>
   <source>Disconnected. Check the cable; it comes back by itself.</source>
   <translation>Getrennt. Prüfen Sie das Kabel; es kommt von selbst wieder.</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>Speicher</translation>
  </message>
  <message>
   <source>Everything has been sent.</source>
   <translation>Alles wurde gesendet.</translation>
  </message>
  <message>
   <source>Export and remove old sessions today.</source>
   <translation>Exportieren und entfernen Sie heute alte Interviews.</translation>
  </message>
  <message>
   <source>Loudspeaker</source>
   <translation>Lautsprecher</translation>
  </message>
  <message>
   <source>Microphone</source>
   <translation>Mikrofon</translation>
  </message>
  <message>
   <source>Not connected. Everything stays on this station.</source>
   <translation>Nicht verbunden. Alles bleibt auf dieser Station.</translation>
  </message>
  <message>
   <source>On</source>
   <translation>An</translation>
  </message>
  <message>
   <source>On, being recorded</source>
   <translation>An, wird aufgenommen</translation>
  </message>
  <message>
   <source>Opening</source>
   <translation>Wird geöffnet</translation>
  </message>
  <message>
   <source>Ready, not recording</source>
   <translation>Bereit, nimmt nicht auf</translation>
  </message>
  <message>
   <source>Recorder</source>
   <translation>Aufnahmegerät</translation>
  </message>
  <message>
   <source>Recording, part {part}, {minutes}:{seconds:02d}, {lost} pictures lost</source>
   <translation>Nimmt auf, Teil {part}, {minutes}:{seconds:02d}, {lost} Bilder verloren</translation>
  </message>
  <message>
   <source>Silent. Ask for a word, or use another microphone.</source>
   <translation>Still. Bitten Sie um ein Wort oder nehmen Sie ein anderes Mikrofon.</translation>
  </message>
  <message>
   <source>The booth is being tested. That takes about twenty seconds.</source>
   <translation>Die Kabine wird getestet. Das dauert etwa zwanzig Sekunden.</translation>
  </message>
  <message>
   <source>The picture stands still. Plug the camera out and in again.</source>
   <translation>Das Bild steht still. Ziehen Sie die Kamera ab und stecken Sie sie wieder ein.</translation>
  </message>
  <message>
   <source>The recorder does not answer. It is being started again; wait a moment.</source>
   <translation>Die Aufnahme antwortet nicht. Sie wird neu gestartet; warten Sie einen Moment.</translation>
  </message>
  <message>
   <source>{free}, about {hours} hours of interviews</source>
   <translation>{free}, etwa {hours} Stunden Interviews</translation>
  </message>
  <message>
   <source>{gib} GiB free</source>
   <translation>{gib} GiB frei</translation>
  </message>
  <message>
   <source>{sessions} sessions wait to be sent ({gib} GiB)</source>
   <translation>{sessions} Interviews warten auf das Senden ({gib} GiB)</translation>
  </message>
  <message>
   <source>{sessions} sessions wait, the server cannot be reached. Nothing is lost.</source>
   <translation>{sessions} Interviews warten, der Server ist nicht erreichbar. Nichts ist verloren.</translation>
  </message>
 </context>
 <context>
  <name>StickPage</name>
  <message>
   <source>Looking…</source>
   <translation>Suche läuft …</translation>
  </message>
  <message>
   <source>Plug in a stick</source>
   <translation>Stecken Sie einen Stick ein</translation>
  </message>
  <message>
   <source>The export needs up to {size}.</source>
   <translation>Der Export braucht bis zu {size}.</translation>
  </message>
 </context>
 <context>
  <name>StillThere</name>
  <message>
   <source>Are you still there?</source>
   <translation>Sind Sie noch da?</translation>
  </message>
  <message>
   <source>I am still here</source>
   <translation>Ich bin noch da</translation>
  </message>
  <message>
   <source>Take all the time you need. If nobody answers, this interview is closed soon.</source>
   <translation>Nehmen Sie sich alle Zeit, die Sie brauchen. Wenn niemand antwortet, wird dieses Interview bald geschlossen.</translation>
  </message>
 </context>
 <context>
  <name>Texts</name>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n Minute</numerusform>
    <numerusform>%n Minuten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n second(s)</source>
   <translation>
    <numerusform>%n Sekunde</numerusform>
    <numerusform>%n Sekunden</numerusform>
   </translation>
  </message>
  <message>
   <source>A letter or a number is missing or mistaken. Please compare it with your invitation.</source>
   <translation>Ein Buchstabe oder eine Ziffer fehlt oder stimmt nicht. Bitte vergleichen Sie den Code mit Ihrer Einladung.</translation>
  </message>
  <message>
   <source>Another reason</source>
   <translation>Ein anderer Grund</translation>
  </message>
  <message>
   <source>Answered in {time}</source>
   <translation>Beantwortet in {time}</translation>
  </message>
  <message>
   <source>Cut short after {time}</source>
   <translation>Nach {time} abgebrochen</translation>
  </message>
  <message>
   <source>Hand raised</source>
   <translation>Hand gehoben</translation>
  </message>
  <message>
   <source>Interview paused</source>
   <translation>Interview angehalten</translation>
  </message>
  <message>
   <source>Not asked</source>
   <translation>Nicht gestellt</translation>
  </message>
  <message>
   <source>Not in the recording: {missing}.</source>
   <translation>Nicht in der Aufnahme: {missing}.</translation>
  </message>
  <message>
   <source>Privacy</source>
   <translation>Privatsphäre</translation>
  </message>
  <message>
   <source>Skipped</source>
   <translation>Übersprungen</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>Personal</translation>
  </message>
  <message>
   <source>Staff in the booth</source>
   <translation>Personal in der Kabine</translation>
  </message>
  <message>
   <source>Technical reason</source>
   <translation>Technischer Grund</translation>
  </message>
  <message>
   <source>That took too long on our side. Please try again.</source>
   <translation>Das hat bei uns zu lange gedauert. Bitte versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The candidate</source>
   <translation>Die interviewte Person</translation>
  </message>
  <message>
   <source>The candidate asked for it</source>
   <translation>Auf Wunsch der interviewten Person</translation>
  </message>
  <message>
   <source>The surroundings</source>
   <translation>Die Umgebung</translation>
  </message>
  <message>
   <source>The technology</source>
   <translation>Die Technik</translation>
  </message>
  <message>
   <source>This code has been used already. If that was not you, please call staff.</source>
   <translation>Dieser Code wurde schon benutzt. Wenn Sie das nicht waren, rufen Sie bitte das Personal.</translation>
  </message>
  <message>
   <source>This invitation is no longer valid. Staff can help you with a new one.</source>
   <translation>Diese Einladung gilt nicht mehr. Das Personal kann Ihnen zu einer neuen verhelfen.</translation>
  </message>
  <message>
   <source>We do not know this code. Please compare it with your invitation and try again.</source>
   <translation>Diesen Code kennen wir nicht. Bitte vergleichen Sie ihn mit Ihrer Einladung und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>You can simply go on.</source>
   <translation>Sie können einfach weitermachen.</translation>
  </message>
  <message>
   <source>Your code is right, but the questions on this station were changed and nobody has checked them yet. Please call staff.</source>
   <translation>Ihr Code stimmt, aber die Fragen auf dieser Station wurden geändert und noch von niemandem geprüft. Bitte rufen Sie das Personal.</translation>
  </message>
  <message>
   <source>Your code is right, but this station lacks your interview. Please call staff.</source>
   <translation>Ihr Code stimmt, aber Ihr Interview fehlt auf dieser Station. Bitte rufen Sie das Personal.</translation>
  </message>
  <message>
   <source>Your interview is not open yet. Please come back at the time in your invitation.</source>
   <translation>Ihr Interview ist noch nicht offen. Bitte kommen Sie zu der Zeit wieder, die in Ihrer Einladung steht.</translation>
  </message>
  <message>
   <source>camera covered</source>
   <translation>Kamera verdeckt</translation>
  </message>
  <message>
   <source>camera disconnected</source>
   <translation>Kamera getrennt</translation>
  </message>
  <message>
   <source>d MMMM yyyy</source>
   <translation>d. MMMM yyyy</translation>
  </message>
  <message>
   <source>microphone covered</source>
   <translation>Mikrofon verdeckt</translation>
  </message>
  <message>
   <source>microphone disconnected</source>
   <translation>Mikrofon getrennt</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>angehalten</translation>
  </message>
  <message>
   <source>power lost</source>
   <translation>Stromausfall</translation>
  </message>
  <message>
   <source>recording interrupted</source>
   <translation>Aufnahme unterbrochen</translation>
  </message>
  <message>
   <source>recording stopped by staff</source>
   <translation>Aufnahme vom Personal gestoppt</translation>
  </message>
 </context>
 <context>
  <name>ThanksScreen</name>
  <message>
   <source>People read and hear your answers, and you are told what they decide. It is kept {days} days.</source>
   <translation>Menschen lesen und hören Ihre Antworten, und Sie erfahren, was sie entscheiden. Alles wird {days} Tage aufbewahrt.</translation>
  </message>
  <message>
   <source>Photograph this, or write both down. With the code you can have everything erased; without it that happens on {until}.</source>
   <translation>Fotografieren Sie dies oder schreiben Sie beides auf. Mit dem Code können Sie alles löschen lassen; ohne ihn geschieht das am {until}.</translation>
  </message>
  <message>
   <source>Staff have ended the interview. What you said until then is saved.</source>
   <translation>Das Personal hat das Interview beendet. Was Sie bis dahin gesagt haben, ist gespeichert.</translation>
  </message>
  <message>
   <source>Start a new interview</source>
   <translation>Neues Interview beginnen</translation>
  </message>
  <message>
   <source>Thank you</source>
   <translation>Vielen Dank</translation>
  </message>
  <message>
   <source>The interview ended before it began. Nothing was recorded.</source>
   <translation>Das Interview endete, bevor es begann. Es wurde nichts aufgenommen.</translation>
  </message>
  <message>
   <source>Write it down: with it you can ask about your interview.</source>
   <translation>Schreiben Sie sie auf: Mit ihr können Sie nach Ihrem Interview fragen.</translation>
  </message>
  <message>
   <source>Your delete code</source>
   <translation>Ihr Löschcode</translation>
  </message>
  <message>
   <source>Your interview is complete and safely saved. You may get up now.</source>
   <translation>Ihr Interview ist vollständig und sicher gespeichert. Sie können jetzt aufstehen.</translation>
  </message>
  <message>
   <source>Your interview is saved in parts on this station. Staff will put them together.</source>
   <translation>Ihr Interview ist in Teilen auf dieser Station gespeichert. Das Personal fügt sie zusammen.</translation>
  </message>
  <message>
   <source>Your receipt as a QR code</source>
   <translation>Ihre Quittung als QR-Code</translation>
  </message>
  <message>
   <source>Your receipt number</source>
   <translation>Ihre Quittungsnummer</translation>
  </message>
 </context>
 <context>
  <name>TimeBar</name>
  <message>
   <source>a few seconds left</source>
   <translation>noch ein paar Sekunden</translation>
  </message>
  <message>
   <source>about a minute left</source>
   <translation>noch etwa eine Minute</translation>
  </message>
  <message>
   <source>about half a minute left</source>
   <translation>noch etwa eine halbe Minute</translation>
  </message>
  <message>
   <source>about {minutes} minutes left</source>
   <translation>noch etwa {minutes} Minuten</translation>
  </message>
  <message>
   <source>the time is up</source>
   <translation>die Zeit ist um</translation>
  </message>
  <message>
   <source>{minutes}:{seconds:02d} left</source>
   <translation>noch {minutes}:{seconds:02d}</translation>
  </message>
 </context>
 <context>
  <name>Timeline</name>
  <message>
   <source>{at} of {length}</source>
   <translation>{at} von {length}</translation>
  </message>
 </context>
 <context>
  <name>ToCandidate</name>
  <message>
   <source>Please move a little closer to the camera.</source>
   <translation>Bitte kommen Sie etwas näher an die Kamera.</translation>
  </message>
  <message>
   <source>Please speak a little louder.</source>
   <translation>Bitte sprechen Sie etwas lauter.</translation>
  </message>
  <message>
   <source>Take your time.</source>
   <translation>Nehmen Sie sich Zeit.</translation>
  </message>
  <message>
   <source>We will be with you in a moment.</source>
   <translation>Wir sind gleich bei Ihnen.</translation>
  </message>
 </context>
 <context>
  <name>TopLine</name>
  <message>
   <source>Practice question</source>
   <translation>Übungsfrage</translation>
  </message>
 </context>
 <context>
  <name>Watching</name>
  <message>
   <source>Captions</source>
   <translation>Untertitel</translation>
  </message>
  <message>
   <source>Five seconds back</source>
   <translation>Fünf Sekunden zurück</translation>
  </message>
  <message>
   <source>Five seconds on</source>
   <translation>Fünf Sekunden vor</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>Abspielen</translation>
  </message>
  <message>
   <source>Speed</source>
   <translation>Tempo</translation>
  </message>
 </context>
 <context>
  <name>WelcomeScreen</name>
  <message>
   <source>A quiet place for your interview. You set the pace.</source>
   <translation>Ein ruhiger Ort für Ihr Interview. Sie bestimmen das Tempo.</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>Beginnen</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Willkommen</translation>
  </message>
  <message>
   <source>You need the code from your invitation. Nothing is recorded before you agree to it.</source>
   <translation>Sie brauchen den Code aus Ihrer Einladung. Nichts wird aufgenommen, bevor Sie zustimmen.</translation>
  </message>
 </context>
 <context>
  <name>Workbench</name>
  <message>
   <source>Larger letters</source>
   <translation>Größere Schrift</translation>
  </message>
  <message>
   <source>Programs cannot be run here. Write yours and submit it: it is kept.</source>
   <translation>Programme können hier nicht ausgeführt werden. Schreiben Sie Ihres und geben Sie es ab: Es wird aufbewahrt.</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>Ausführen</translation>
  </message>
  <message>
   <source>Smaller letters</source>
   <translation>Kleinere Schrift</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Submit</source>
   <translation>Abgeben</translation>
  </message>
  <message>
   <source>Tab now moves on. Type to go on writing.</source>
   <translation>Tab geht jetzt weiter. Tippen Sie, um weiterzuschreiben.</translation>
  </message>
  <message>
   <source>To leave the editor by keyboard: Escape, then Tab.</source>
   <translation>Den Editor mit der Tastatur verlassen: Escape, dann Tab.</translation>
  </message>
  <message>
   <source>Your program is kept as it stands.</source>
   <translation>Ihr Programm ist so gespeichert, wie es dasteht.</translation>
  </message>
 </context>
 <context>
  <name>keyboard</name>
  <message>
   <source>Acute accent</source>
   <translation>Akut</translation>
  </message>
  <message>
   <source>Ampersand</source>
   <translation>Und-Zeichen</translation>
  </message>
  <message>
   <source>Apostrophe</source>
   <translation>Apostroph</translation>
  </message>
  <message>
   <source>Asterisk</source>
   <translation>Sternchen</translation>
  </message>
  <message>
   <source>At sign</source>
   <translation>At-Zeichen</translation>
  </message>
  <message>
   <source>Backslash</source>
   <translation>Umgekehrter Schrägstrich</translation>
  </message>
  <message>
   <source>Backtick</source>
   <translation>Gravis</translation>
  </message>
  <message>
   <source>Capital letter</source>
   <translation>Großbuchstabe</translation>
  </message>
  <message>
   <source>Capital {letter}</source>
   <translation>Großes {letter}</translation>
  </message>
  <message>
   <source>Caret</source>
   <translation>Zirkumflex</translation>
  </message>
  <message>
   <source>Closing brace</source>
   <translation>Geschweifte Klammer zu</translation>
  </message>
  <message>
   <source>Closing bracket</source>
   <translation>Klammer zu</translation>
  </message>
  <message>
   <source>Closing square bracket</source>
   <translation>Eckige Klammer zu</translation>
  </message>
  <message>
   <source>Colon</source>
   <translation>Doppelpunkt</translation>
  </message>
  <message>
   <source>Comma</source>
   <translation>Komma</translation>
  </message>
  <message>
   <source>Diaeresis</source>
   <translation>Trema</translation>
  </message>
  <message>
   <source>Dollar</source>
   <translation>Dollar</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eintreten</translation>
  </message>
  <message>
   <source>Equals</source>
   <translation>Gleich</translation>
  </message>
  <message>
   <source>Erase</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Euro</source>
   <translation>Euro</translation>
  </message>
  <message>
   <source>Exclamation mark</source>
   <translation>Ausrufezeichen</translation>
  </message>
  <message>
   <source>Full stop</source>
   <translation>Punkt</translation>
  </message>
  <message>
   <source>Greater than</source>
   <translation>Größer als</translation>
  </message>
  <message>
   <source>Hide the keyboard</source>
   <translation>Tastatur ausblenden</translation>
  </message>
  <message>
   <source>Indent</source>
   <translation>Einrücken</translation>
  </message>
  <message>
   <source>Keys of another language</source>
   <translation>Tasten einer anderen Sprache</translation>
  </message>
  <message>
   <source>Less than</source>
   <translation>Kleiner als</translation>
  </message>
  <message>
   <source>Minus</source>
   <translation>Minus</translation>
  </message>
  <message>
   <source>Number sign</source>
   <translation>Raute</translation>
  </message>
  <message>
   <source>Opening brace</source>
   <translation>Geschweifte Klammer auf</translation>
  </message>
  <message>
   <source>Opening bracket</source>
   <translation>Klammer auf</translation>
  </message>
  <message>
   <source>Opening exclamation mark</source>
   <translation>Umgekehrtes Ausrufezeichen</translation>
  </message>
  <message>
   <source>Opening question mark</source>
   <translation>Umgekehrtes Fragezeichen</translation>
  </message>
  <message>
   <source>Opening square bracket</source>
   <translation>Eckige Klammer auf</translation>
  </message>
  <message>
   <source>Per cent</source>
   <translation>Prozent</translation>
  </message>
  <message>
   <source>Plus</source>
   <translation>Plus</translation>
  </message>
  <message>
   <source>Question mark</source>
   <translation>Fragezeichen</translation>
  </message>
  <message>
   <source>Quotation mark</source>
   <translation>Anführungszeichen</translation>
  </message>
  <message>
   <source>Semicolon</source>
   <translation>Strichpunkt</translation>
  </message>
  <message>
   <source>Signs</source>
   <translation>Zeichen</translation>
  </message>
  <message>
   <source>Slash</source>
   <translation>Schrägstrich</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Leerzeichen</translation>
  </message>
  <message>
   <source>Tilde</source>
   <translation>Tilde</translation>
  </message>
  <message>
   <source>To the left</source>
   <translation>Nach links</translation>
  </message>
  <message>
   <source>To the right</source>
   <translation>Nach rechts</translation>
  </message>
  <message>
   <source>Underscore</source>
   <translation>Unterstrich</translation>
  </message>
  <message>
   <source>Vertical bar</source>
   <translation>Senkrechter Strich</translation>
  </message>
 </context>
 <context>
  <name>setup</name>
  <message>
   <source>A PIN has {least} to {most} digits.</source>
   <translation>Eine PIN hat {least} bis {most} Ziffern.</translation>
  </message>
  <message>
   <source>A model on this station</source>
   <translation>Ein Modell auf dieser Station</translation>
  </message>
  <message>
   <source>A package that it needs is not installed on this station.</source>
   <translation>Ein Paket, das dafür nötig ist, ist auf dieser Station nicht installiert.</translation>
  </message>
  <message>
   <source>A server on your site that speaks the OpenAI protocol. The sound of the answers is sent to it.</source>
   <translation>Ein Server in Ihrem Haus, der das OpenAI-Protokoll spricht. Der Ton der Antworten wird an ihn gesendet.</translation>
  </message>
  <message>
   <source>A speech server</source>
   <translation>Ein Spracherkennungsserver</translation>
  </message>
  <message>
   <source>Full HD</source>
   <translation>Full HD</translation>
  </message>
  <message>
   <source>HD</source>
   <translation>HD</translation>
  </message>
  <message>
   <source>HR</source>
   <translation>Personalabteilung</translation>
  </message>
  <message>
   <source>Helps candidates, pauses, releases and ends interviews.</source>
   <translation>Hilft, hält Interviews an, gibt sie frei und beendet sie.</translation>
  </message>
  <message>
   <source>It did not write the sentence down.</source>
   <translation>Der Satz wurde nicht aufgeschrieben.</translation>
  </message>
  <message>
   <source>Its words help to find a place in a recording. No score is made of them.</source>
   <translation>Die Wörter helfen, eine Stelle in einer Aufnahme zu finden. Bewertet wird nach ihnen nicht.</translation>
  </message>
  <message>
   <source>No answer leaves the station. The model (CTranslate2 format) lies in a folder of its own, where the station can read it and backups leave it out.</source>
   <translation>Keine Antwort verlässt die Station. Das Modell (im CTranslate2-Format) liegt in einem eigenen Ordner, den die Station lesen kann und den Sicherungen auslassen.</translation>
  </message>
  <message>
   <source>Nobody</source>
   <translation>Niemand</translation>
  </message>
  <message>
   <source>Nothing can be played.</source>
   <translation>Es kann nichts abgespielt werden.</translation>
  </message>
  <message>
   <source>Nothing is filmed.</source>
   <translation>Es wird nichts gefilmt.</translation>
  </message>
  <message>
   <source>People listen to the answers, and candidates may type. Scores are withheld and say why. Everything else works.</source>
   <translation>Menschen hören die Antworten an, und wer interviewt wird, darf auch tippen. Bewertungen werden zurückgehalten und sagen, warum. Alles andere geht.</translation>
  </message>
  <message>
   <source>Proctor</source>
   <translation>Aufsicht</translation>
  </message>
  <message>
   <source>Room for {hours} hours of interviews.</source>
   <translation>Platz für {hours} Stunden Interviews.</translation>
  </message>
  <message>
   <source>Roughly, in English only</source>
   <translation>Ungefähr, nur auf Englisch</translation>
  </message>
  <message>
   <source>Sees, exports and erases what candidates gave.</source>
   <translation>Sieht, exportiert und löscht die Ergebnisse.</translation>
  </message>
  <message>
   <source>Small pictures</source>
   <translation>Kleine Bilder</translation>
  </message>
  <message>
   <source>Technician</source>
   <translation>Technik</translation>
  </message>
  <message>
   <source>Tests the booth, sees to its devices and sets it up.</source>
   <translation>Testet die Kabine, kümmert sich um ihre Geräte und richtet sie ein.</translation>
  </message>
  <message>
   <source>The address begins with http:// or https:// and ends with the version, as in /v1.</source>
   <translation>Die Adresse beginnt mit http:// oder https:// und endet mit der Version, etwa /v1.</translation>
  </message>
  <message>
   <source>The address begins with https:// (or http:// inside one computer).</source>
   <translation>Die Adresse beginnt mit https:// (oder http:// innerhalb eines Computers).</translation>
  </message>
  <message>
   <source>The first one there is</source>
   <translation>Das erste vorhandene Gerät</translation>
  </message>
  <message>
   <source>The model in this folder is not whole.</source>
   <translation>Das Modell in diesem Ordner ist nicht vollständig.</translation>
  </message>
  <message>
   <source>The server does not answer. Please check the address and the network.</source>
   <translation>Der Server antwortet nicht. Bitte prüfen Sie Adresse und Netzwerk.</translation>
  </message>
  <message>
   <source>The server does not take this code. Please ask for a new one.</source>
   <translation>Der Server nimmt diesen Code nicht an. Bitte fordern Sie einen neuen an.</translation>
  </message>
  <message>
   <source>There is no such folder yet. Please put the model there.</source>
   <translation>Diesen Ordner gibt es noch nicht. Bitte legen Sie das Modell dort ab.</translation>
  </message>
  <message>
   <source>This cannot be kept, and nothing was changed.</source>
   <translation>Das kann nicht gespeichert werden; es wurde nichts geändert.</translation>
  </message>
  <message>
   <source>Voice only</source>
   <translation>Nur Stimme</translation>
  </message>
 </context>
</TS>
