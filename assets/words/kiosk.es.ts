<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
 <context>
  <name>ActForm</name>
  <message>
   <source>Not now</source>
   <translation>Ahora no</translation>
  </message>
 </context>
 <context>
  <name>AnswerField</name>
  <message>
   <source>You may write your answer here, or speak.</source>
   <translation>Puede escribir aquí su respuesta o hablar.</translation>
  </message>
  <message>
   <source>Your answer</source>
   <translation>Su respuesta</translation>
  </message>
 </context>
 <context>
  <name>AppearanceCard</name>
  <message>
   <source>Accessibility</source>
   <translation>Accesibilidad</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Colores</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Oscuro</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Listo</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>Alto contraste</translation>
  </message>
  <message>
   <source>Large</source>
   <translation>Grande</translation>
  </message>
  <message>
   <source>Less motion</source>
   <translation>Menos movimiento</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Claro</translation>
  </message>
  <message>
   <source>Louder</source>
   <translation>Más alto</translation>
  </message>
  <message>
   <source>Make the screen fit you</source>
   <translation>Adapte la pantalla a sus necesidades</translation>
  </message>
  <message>
   <source>No voice</source>
   <translation>Sin voz</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Ninguno</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>Normal</translation>
  </message>
  <message>
   <source>Only the mouth of the person who speaks moves.</source>
   <translation>Solo se mueve la boca de quien habla.</translation>
  </message>
  <message>
   <source>Slower</source>
   <translation>Más despacio</translation>
  </message>
  <message>
   <source>Softer</source>
   <translation>Más bajo</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>Tamaño del texto</translation>
  </message>
  <message>
   <source>The question as text</source>
   <translation>La pregunta como texto</translation>
  </message>
  <message>
   <source>Usual pace</source>
   <translation>Ritmo habitual</translation>
  </message>
  <message>
   <source>Usual volume</source>
   <translation>Volumen habitual</translation>
  </message>
  <message>
   <source>Voice</source>
   <translation>Voz</translation>
  </message>
  <message>
   <source>You read the questions, and nobody looks at you.</source>
   <translation>Usted lee las preguntas y nadie le mira.</translation>
  </message>
 </context>
 <context>
  <name>AudiencePage</name>
  <message>
   <source>Who is it for?</source>
   <translation>¿Para quién es?</translation>
  </message>
 </context>
 <context>
  <name>AvatarView</name>
  <message>
   <source>Interviewer {name}</source>
   <translation>Personaje que entrevista: {name}</translation>
  </message>
 </context>
 <context>
  <name>AwaitingScreen</name>
  <message>
   <source>Have a sip of water, and sit comfortably.</source>
   <translation>Beba un poco de agua y póngase cómodo o cómoda.</translation>
  </message>
  <message>
   <source>Staff will start your interview in a moment. Nothing is recorded yet.</source>
   <translation>El personal iniciará su entrevista enseguida. Todavía no se graba nada.</translation>
  </message>
  <message>
   <source>You are ready</source>
   <translation>Todo está listo</translation>
  </message>
 </context>
 <context>
  <name>BeginningScreen</name>
  <message>
   <source>Sit comfortably. The first question comes in a moment.</source>
   <translation>Siéntese con comodidad. La primera pregunta llega enseguida.</translation>
  </message>
  <message>
   <source>We are starting the recording</source>
   <translation>Estamos iniciando la grabación</translation>
  </message>
 </context>
 <context>
  <name>BoardPage</name>
  <message>
   <source>All interviews</source>
   <translation>Todas las entrevistas</translation>
  </message>
  <message>
   <source>Decisions and scores</source>
   <translation>Decisiones y puntuaciones</translation>
  </message>
  <message>
   <source>Fairness</source>
   <translation>Equidad</translation>
  </message>
  <message>
   <source>Fairness board</source>
   <translation>Panel de equidad</translation>
  </message>
  <message>
   <source>Fewer than 30 answers: read it with care.</source>
   <translation>Menos de 30 respuestas: léalo con cautela.</translation>
  </message>
  <message>
   <source>Groups</source>
   <translation>Grupos</translation>
  </message>
  <message>
   <source>Groups: {attribute}</source>
   <translation>Grupos: {attribute}</translation>
  </message>
  <message>
   <source>Impact ratios as New York City’s Local Law 144 defines them, of people who chose to say; {unknown} have not. The line marks four fifths.</source>
   <translation>Ratios de impacto según la Local Law 144 de la ciudad de Nueva York, de quienes quisieron indicarlo; {unknown} no lo hicieron. La línea marca los cuatro quintos.</translation>
  </message>
  <message>
   <source>Interviews</source>
   <translation>Entrevistas</translation>
  </message>
  <message>
   <source>Interviews by score: {counts}</source>
   <translation>Entrevistas por puntuación: {counts}</translation>
  </message>
  <message>
   <source>Interviews by the rules’ score, in steps of ten. The solid part was passed.</source>
   <translation>Entrevistas según la puntuación de las reglas, de diez en diez. La parte sólida es la de las aprobadas.</translation>
  </message>
  <message>
   <source>Is every question understood?</source>
   <translation>¿Se entiende cada pregunta?</translation>
  </message>
  <message>
   <source>Nobody’s group is known here, and none is guessed. If candidates chose to say, a technician can put their answers into the file groups.csv; only this board reads it.</source>
   <translation>Aquí no se conoce el grupo de nadie y no se supone ninguno. Si las personas quisieron indicarlo, el servicio técnico puede poner sus respuestas en el archivo groups.csv; solo este panel lo lee.</translation>
  </message>
  <message>
   <source>People’s levels less the rules’: left, people are stricter; right, more generous.</source>
   <translation>Niveles de las personas menos los de las reglas: a la izquierda, las personas son más estrictas; a la derecha, más generosas.</translation>
  </message>
  <message>
   <source>Rules against people</source>
   <translation>Reglas frente a personas</translation>
  </message>
  <message>
   <source>The largest share of candidates who had the question said again, left it out, or scored low.</source>
   <translation>La mayor proporción de quienes pidieron repetir la pregunta, la omitieron o sacaron una puntuación baja.</translation>
  </message>
  <message>
   <source>The same for scores above the median of {median}</source>
   <translation>Lo mismo para puntuaciones por encima de la mediana de {median}</translation>
  </message>
  <message>
   <source>There is no interview yet that is over.</source>
   <translation>Todavía no hay ninguna entrevista terminada.</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>omitida</translation>
  </message>
  <message>
   <source>look at its words: {words}</source>
   <translation>revise su redacción: {words}</translation>
  </message>
  <message>
   <source>nothing to compare, n = {n}</source>
   <translation>nada que comparar, n = {n}</translation>
  </message>
  <message>
   <source>said again</source>
   <translation>repetida</translation>
  </message>
  <message>
   <source>scored low</source>
   <translation>puntuación baja</translation>
  </message>
  <message>
   <source>small number: {words}</source>
   <translation>número pequeño: {words}</translation>
  </message>
  <message>
   <source>{all} interviews: {passed} passed, {failed} not passed, {undecided} to decide</source>
   <translation>{all} entrevistas: {passed} aprobadas, {failed} no aprobadas, {undecided} por decidir</translation>
  </message>
  <message>
   <source>{drift} levels, agreement {kappa}, n = {pairs}</source>
   <translation>{drift} niveles, acuerdo {kappa}, n = {pairs}</translation>
  </message>
  <message>
   <source>{ratio} ({rate} of n = {n})</source>
   <translation>{ratio} ({rate} de n = {n})</translation>
  </message>
 </context>
 <context>
  <name>CalibrationScreen</name>
  <message>
   <source>Please look at the screen for two seconds</source>
   <translation>Mire la pantalla durante dos segundos, por favor</translation>
  </message>
  <message>
   <source>We are matching picture and sound.</source>
   <translation>Estamos ajustando la imagen y el sonido.</translation>
  </message>
 </context>
 <context>
  <name>CodeEditor</name>
  <message>
   <source>Press Escape and then Tab to leave the editor.</source>
   <translation>Pulse Escape y después Tab para salir del editor.</translation>
  </message>
  <message>
   <source>Your program</source>
   <translation>Su programa</translation>
  </message>
 </context>
 <context>
  <name>CodeField</name>
  <message>
   <source>Invitation code</source>
   <translation>Código de invitación</translation>
  </message>
 </context>
 <context>
  <name>CodeScreen</name>
  <message>
   <source>Back</source>
   <translation>Atrás</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Continuar</translation>
  </message>
  <message>
   <source>Hold it in front of the camera, about a hand's width away.</source>
   <translation>Sosténgalo delante de la cámara, a un palmo de distancia.</translation>
  </message>
  <message>
   <source>Show a QR code</source>
   <translation>Mostrar un código QR</translation>
  </message>
  <message>
   <source>Show your QR code</source>
   <translation>Muestre su código QR</translation>
  </message>
  <message>
   <source>Type the code instead</source>
   <translation>Prefiero escribir el código</translation>
  </message>
  <message>
   <source>You find it in your invitation. Spaces and dashes do not matter.</source>
   <translation>Lo encontrará en su invitación. Los espacios y los guiones no importan.</translation>
  </message>
  <message>
   <source>Your invitation code</source>
   <translation>Su código de invitación</translation>
  </message>
 </context>
 <context>
  <name>CodingScreen</name>
  <message>
   <source>There are no more attempts. What stands here counts when you have finished.</source>
   <translation>No quedan más intentos. Cuando termine, contará lo que esté escrito aquí.</translation>
  </message>
  <message>
   <source>Your program is too long to be kept. Please shorten it.</source>
   <translation>Su programa es demasiado largo para guardarlo. Acórtelo, por favor.</translation>
  </message>
 </context>
 <context>
  <name>ConsentScreen</name>
  <message>
   <source>A computer suggests, a person decides</source>
   <translation>Un ordenador propone, una persona decide</translation>
  </message>
  <message>
   <source>A person decides in every case. Neither choice counts against you.</source>
   <translation>En todos los casos decide una persona. Ninguna de las dos opciones le perjudica.</translation>
  </message>
  <message>
   <source>Also good to know</source>
   <translation>También conviene saber</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Atrás</translation>
  </message>
  <message>
   <source>Before we begin</source>
   <translation>Antes de empezar</translation>
  </message>
  <message>
   <source>Choose one of the two to go on.</source>
   <translation>Elija una de las dos opciones para continuar.</translation>
  </message>
  <message>
   <source>Every program you run or hand in is kept, and the screen is filmed.</source>
   <translation>Se guarda cada programa que ejecute o entregue, y se graba la pantalla.</translation>
  </message>
  <message>
   <source>How long it is kept</source>
   <translation>Cuánto tiempo se guarda</translation>
  </message>
  <message>
   <source>I agree to be recorded</source>
   <translation>Acepto que se me grabe</translation>
  </message>
  <message>
   <source>I do not want to be recorded</source>
   <translation>No quiero que se me grabe</translation>
  </message>
  <message>
   <source>No scoring software sees your answers. People read and hear all of it.</source>
   <translation>Ningún programa de evaluación ve sus respuestas. Todo lo leen y escuchan personas.</translation>
  </message>
  <message>
   <source>Only people</source>
   <translation>Solo personas</translation>
  </message>
  <message>
   <source>Software reads what you said, may word one further question about an answer, and proposes scores with quotes from your answers.</source>
   <translation>Un programa lee lo que ha dicho, puede formular una pregunta más sobre una respuesta y propone puntuaciones con citas de sus respuestas.</translation>
  </message>
  <message>
   <source>Those who decide about your application, and staff while you are here. You never see yourself answer.</source>
   <translation>Quienes deciden sobre su candidatura y el personal mientras esté aquí. Usted nunca se ve respondiendo.</translation>
  </message>
  <message>
   <source>What is recorded</source>
   <translation>Qué se graba</translation>
  </message>
  <message>
   <source>While you write a program</source>
   <translation>Mientras escribe un programa</translation>
  </message>
  <message>
   <source>Who looks at your answers first?</source>
   <translation>¿Quién ve primero sus respuestas?</translation>
  </message>
  <message>
   <source>Who sees it</source>
   <translation>Quién lo ve</translation>
  </message>
  <message>
   <source>You may still change your mind.</source>
   <translation>Todavía puede cambiar de opinión.</translation>
  </message>
  <message>
   <source>You may stop at any time, and later see, correct or delete what is kept. Just ask us.</source>
   <translation>Puede dejarlo en cualquier momento y, más adelante, ver, corregir o borrar lo guardado. Solo tiene que pedírnoslo.</translation>
  </message>
  <message>
   <source>Your picture, your voice and the times, from the first question to the end. Practice is not.</source>
   <translation>Su imagen, su voz y los tiempos, desde la primera pregunta hasta el final. La práctica no.</translation>
  </message>
  <message>
   <source>Your rights</source>
   <translation>Sus derechos</translation>
  </message>
  <message>
   <source>Your voice and the times, from the first question to the end. Practice is not. The camera stays off.</source>
   <translation>Su voz y los tiempos, desde la primera pregunta hasta el final. La práctica no. La cámara permanece apagada.</translation>
  </message>
  <message>
   <source>{days} days, then it is deleted, unless the law asks for something else.</source>
   <translation>{days} días; después se borra, salvo que la ley exija otra cosa.</translation>
  </message>
 </context>
 <context>
  <name>ContentsPage</name>
  <message>
   <source>What goes along?</source>
   <translation>¿Qué se incluye?</translation>
  </message>
 </context>
 <context>
  <name>CorrectionScreen</name>
  <message>
   <source>I have said it</source>
   <translation>Ya lo he dicho</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>Dejarlo así</translation>
  </message>
  <message>
   <source>One moment, we write down what you said.</source>
   <translation>Un momento, estamos anotando lo que ha dicho.</translation>
  </message>
  <message>
   <source>Please say these words now.</source>
   <translation>Diga ahora estas palabras, por favor.</translation>
  </message>
  <message>
   <source>Say it again</source>
   <translation>Decirlo otra vez</translation>
  </message>
  <message>
   <source>Type what you said, or say just these words again.</source>
   <translation>Escriba lo que dijo o diga otra vez solo estas palabras.</translation>
  </message>
  <message>
   <source>Use these words</source>
   <translation>Usar estas palabras</translation>
  </message>
  <message>
   <source>We could not understand that. You may say it again or type it.</source>
   <translation>No hemos podido entenderlo. Puede decirlo otra vez o escribirlo.</translation>
  </message>
  <message>
   <source>What should it say here?</source>
   <translation>¿Qué debería decir aquí?</translation>
  </message>
  <message>
   <source>What you said</source>
   <translation>Lo que dijo</translation>
  </message>
  <message>
   <source>Word after</source>
   <translation>Palabra siguiente</translation>
  </message>
  <message>
   <source>Word before</source>
   <translation>Palabra anterior</translation>
  </message>
 </context>
 <context>
  <name>CriterionRow</name>
  <message>
   <source>Reason for {title}</source>
   <translation>Motivo para {title}</translation>
  </message>
  <message>
   <source>The rules found {theirs}, you say {yours}: that is kept as an override.</source>
   <translation>Las reglas hallaron {theirs}, usted dice {yours}: se conserva como corrección.</translation>
  </message>
  <message>
   <source>Why? What did you hear?</source>
   <translation>¿Por qué? ¿Qué ha oído?</translation>
  </message>
 </context>
 <context>
  <name>DecisionCard</name>
  <message>
   <source>Decide again</source>
   <translation>Decidir de nuevo</translation>
  </message>
  <message>
   <source>Decision</source>
   <translation>Decisión</translation>
  </message>
  <message>
   <source>Levels rated otherwise than by the rules: {count}</source>
   <translation>Niveles valorados de forma distinta a las reglas: {count}</translation>
  </message>
  <message>
   <source>Nobody has decided yet. Only a person can.</source>
   <translation>Nadie ha decidido todavía. Solo puede hacerlo una persona.</translation>
  </message>
  <message>
   <source>Not passed</source>
   <translation>No aprobada</translation>
  </message>
  <message>
   <source>Passed</source>
   <translation>Aprobada</translation>
  </message>
  <message>
   <source>Reason for the decision</source>
   <translation>Motivo de la decisión</translation>
  </message>
  <message>
   <source>The rules suggest {scores}</source>
   <translation>Las reglas proponen {scores}</translation>
  </message>
  <message>
   <source>The scores show once you have rated every answer.</source>
   <translation>Las puntuaciones se muestran cuando haya valorado todas las respuestas.</translation>
  </message>
  <message>
   <source>Why? Whoever asks later reads this.</source>
   <translation>¿Por qué? Quien pregunte más adelante lo leerá.</translation>
  </message>
  <message>
   <source>With your levels: {scores}</source>
   <translation>Con sus niveles: {scores}</translation>
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
   <translation>Terminar aquí</translation>
  </message>
  <message>
   <source>Nothing has been recorded. Your decision is not held against you.</source>
   <translation>No se ha grabado nada. Su decisión no le perjudica.</translation>
  </message>
  <message>
   <source>Please tell the staff here, or write to the person who invited you. They will find another way to talk with you.</source>
   <translation>Dígaselo al personal o escriba a la persona que le invitó. Encontrarán otra manera de hablar con usted.</translation>
  </message>
  <message>
   <source>Read the notice again</source>
   <translation>Volver a leer el aviso</translation>
  </message>
  <message>
   <source>That is all right</source>
   <translation>No pasa nada</translation>
  </message>
 </context>
 <context>
  <name>Desk</name>
  <message>
   <source>1 interview</source>
   <translation>1 entrevista</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>Aceptado</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Todas</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Respuesta</translation>
  </message>
  <message>
   <source>Camera covered by staff</source>
   <translation>Cámara tapada por el personal</translation>
  </message>
  <message>
   <source>Camera lost</source>
   <translation>Cámara perdida</translation>
  </message>
  <message>
   <source>Communication</source>
   <translation>Comunicación</translation>
  </message>
  <message>
   <source>Could not be judged</source>
   <translation>No se pudo evaluar</translation>
  </message>
  <message>
   <source>Crashed</source>
   <translation>Falló</translation>
  </message>
  <message>
   <source>Cut short by the end of the interview</source>
   <translation>Interrumpida por el final de la entrevista</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>Rechazada</translation>
  </message>
  <message>
   <source>Does not compile</source>
   <translation>No compila</translation>
  </message>
  <message>
   <source>Interview</source>
   <translation>Entrevista</translation>
  </message>
  <message>
   <source>It could not be opened. Please tell a technician; main.py selftest says more.</source>
   <translation>No se ha podido abrir. Avise al servicio técnico; main.py selftest da más detalles.</translation>
  </message>
  <message>
   <source>Left early</source>
   <translation>Terminada antes</translation>
  </message>
  <message>
   <source>Left out</source>
   <translation>Omitida</translation>
  </message>
  <message>
   <source>Longest</source>
   <translation>Más largas</translation>
  </message>
  <message>
   <source>Microphone covered by staff</source>
   <translation>Micrófono tapado por el personal</translation>
  </message>
  <message>
   <source>Microphone lost</source>
   <translation>Micrófono perdido</translation>
  </message>
  <message>
   <source>More than one stick is plugged in. Please leave only the one with the key in.</source>
   <translation>Hay más de una memoria USB conectada. Deje solo la que contiene la clave.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>Newest</source>
   <translation>Más recientes</translation>
  </message>
  <message>
   <source>No key was found. Please plug in the stick with HR’s key, or type the key.</source>
   <translation>No se ha encontrado ninguna clave. Conecte la memoria USB con la clave de Recursos Humanos o escriba la clave.</translation>
  </message>
  <message>
   <source>Not exported</source>
   <translation>Sin exportar</translation>
  </message>
  <message>
   <source>Not judged</source>
   <translation>Sin evaluar</translation>
  </message>
  <message>
   <source>Not kept: answered again</source>
   <translation>No conservada: se respondió otra vez</translation>
  </message>
  <message>
   <source>Not passed</source>
   <translation>No aprobada</translation>
  </message>
  <message>
   <source>Oldest</source>
   <translation>Más antiguas</translation>
  </message>
  <message>
   <source>Passed</source>
   <translation>Aprobada</translation>
  </message>
  <message>
   <source>Paused by staff</source>
   <translation>En pausa por el personal</translation>
  </message>
  <message>
   <source>Please wait {seconds} s before the next try.</source>
   <translation>Espere {seconds} s antes del siguiente intento, por favor.</translation>
  </message>
  <message>
   <source>Power lost</source>
   <translation>Corte de corriente</translation>
  </message>
  <message>
   <source>Problem solving</source>
   <translation>Resolución de problemas</translation>
  </message>
  <message>
   <source>Recording interrupted</source>
   <translation>Grabación interrumpida</translation>
  </message>
  <message>
   <source>Recording stopped by staff</source>
   <translation>Grabación detenida por el personal</translation>
  </message>
  <message>
   <source>Session {number}</source>
   <translation>Sesión {number}</translation>
  </message>
  <message>
   <source>Technical</source>
   <translation>Técnica</translation>
  </message>
  <message>
   <source>That does not open the key. Please try again.</source>
   <translation>Eso no abre la clave. Inténtelo de nuevo, por favor.</translation>
  </message>
  <message>
   <source>The key on the stick is locked. Please type its passphrase.</source>
   <translation>La clave de la memoria USB está bloqueada. Escriba su frase de contraseña.</translation>
  </message>
  <message>
   <source>The printer did not take it. Please look at it, then try again.</source>
   <translation>La impresora no lo ha aceptado. Revísela e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>The report could not be made. Please tell a technician.</source>
   <translation>No se ha podido crear el informe. Avise al servicio técnico, por favor.</translation>
  </message>
  <message>
   <source>The report is on its way to the printer.</source>
   <translation>El informe va camino de la impresora.</translation>
  </message>
  <message>
   <source>There were too many wrong tries.</source>
   <translation>Ha habido demasiados intentos incorrectos.</translation>
  </message>
  <message>
   <source>This computer has no printer set up. The export has the report as a PDF file.</source>
   <translation>Este ordenador no tiene ninguna impresora configurada. La exportación incluye el informe en PDF.</translation>
  </message>
  <message>
   <source>This interview is too large to be opened in memory. A technician can open it onto a disk of HR’s with main.py unseal.</source>
   <translation>Esta entrevista es demasiado grande para abrirla en memoria. El servicio técnico puede abrirla en un disco de Recursos Humanos con main.py unseal.</translation>
  </message>
  <message>
   <source>This interview was sealed for another key.</source>
   <translation>Esta entrevista se selló para otra clave.</translation>
  </message>
  <message>
   <source>To decide</source>
   <translation>Por decidir</translation>
  </message>
  <message>
   <source>Too much memory</source>
   <translation>Demasiada memoria</translation>
  </message>
  <message>
   <source>Too much output</source>
   <translation>Demasiada salida</translation>
  </message>
  <message>
   <source>Too slow</source>
   <translation>Demasiado lento</translation>
  </message>
  <message>
   <source>Under way</source>
   <translation>En curso</translation>
  </message>
  <message>
   <source>Values</source>
   <translation>Valores</translation>
  </message>
  <message>
   <source>Wrong answer</source>
   <translation>Respuesta incorrecta</translation>
  </message>
  <message>
   <source>d MMM yyyy, HH:mm</source>
   <translation>d MMM yyyy, HH:mm</translation>
  </message>
  <message>
   <source>looked at the scores before rating</source>
   <translation>vio las puntuaciones antes de valorar</translation>
  </message>
  <message>
   <source>made a report</source>
   <translation>creó un informe</translation>
  </message>
  <message>
   <source>opened it</source>
   <translation>la abrió</translation>
  </message>
  <message>
   <source>opened the seal</source>
   <translation>abrió el sello</translation>
  </message>
  <message>
   <source>played the recording</source>
   <translation>reprodujo la grabación</translation>
  </message>
  <message>
   <source>withheld</source>
   <translation>no se da</translation>
  </message>
  <message>
   <source>{answered} of {questions}</source>
   <translation>{answered} de {questions}</translation>
  </message>
  <message>
   <source>{count} interviews</source>
   <translation>{count} entrevistas</translation>
  </message>
  <message>
   <source>{passed} of {planned} tests</source>
   <translation>{passed} de {planned} pruebas</translation>
  </message>
  <message>
   <source>{score} of 100</source>
   <translation>{score} de 100</translation>
  </message>
 </context>
 <context>
  <name>DeskView</name>
  <message>
   <source>Export</source>
   <translation>Exportar</translation>
  </message>
  <message>
   <source>Fairness</source>
   <translation>Equidad</translation>
  </message>
  <message>
   <source>HR’s desk</source>
   <translation>Mesa de Recursos Humanos</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Salir</translation>
  </message>
 </context>
 <context>
  <name>DeskWindow</name>
  <message>
   <source>Interview Kiosk: HR’s desk</source>
   <translation>Interview Kiosk: mesa de Recursos Humanos</translation>
  </message>
  <message>
   <source>Only HR sees what candidates gave.</source>
   <translation>Solo Recursos Humanos ve los resultados.</translation>
  </message>
 </context>
 <context>
  <name>DestinationPage</name>
  <message>
   <source>Where to?</source>
   <translation>¿Adónde?</translation>
  </message>
 </context>
 <context>
  <name>DeviceCheckScreen</name>
  <message>
   <source>Camera</source>
   <translation>Cámara</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Continuar</translation>
  </message>
  <message>
   <source>Could you hear the voice?</source>
   <translation>¿Ha podido oír la voz?</translation>
  </message>
  <message>
   <source>Could you hear yourself?</source>
   <translation>¿Ha podido oírse?</translation>
  </message>
  <message>
   <source>I heard it</source>
   <translation>La he oído</translation>
  </message>
  <message>
   <source>I heard myself</source>
   <translation>Me he oído</translation>
  </message>
  <message>
   <source>Let us check that you can be heard</source>
   <translation>Comprobemos que se le oye</translation>
  </message>
  <message>
   <source>Let us check that you can be seen and heard</source>
   <translation>Comprobemos que se le ve y se le oye</translation>
  </message>
  <message>
   <source>Listen now.</source>
   <translation>Escuche ahora.</translation>
  </message>
  <message>
   <source>Loudspeaker</source>
   <translation>Altavoz</translation>
  </message>
  <message>
   <source>Microphone</source>
   <translation>Micrófono</translation>
  </message>
  <message>
   <source>Play a sentence and listen.</source>
   <translation>Reproduzca una frase y escuche.</translation>
  </message>
  <message>
   <source>Play it again</source>
   <translation>Reproducir otra vez</translation>
  </message>
  <message>
   <source>Play the voice</source>
   <translation>Reproducir la voz</translation>
  </message>
  <message>
   <source>Please speak now.</source>
   <translation>Hable ahora, por favor.</translation>
  </message>
  <message>
   <source>Record again</source>
   <translation>Grabar otra vez</translation>
  </message>
  <message>
   <source>Record three seconds</source>
   <translation>Grabar tres segundos</translation>
  </message>
  <message>
   <source>Recording</source>
   <translation>Grabando</translation>
  </message>
  <message>
   <source>Say a sentence for three seconds. You hear it back; then it is forgotten.</source>
   <translation>Diga una frase durante tres segundos. Después la oirá y se borrará.</translation>
  </message>
  <message>
   <source>Sit so that your head and shoulders fit the outline.</source>
   <translation>Siéntese de modo que la cabeza y los hombros encajen en la silueta.</translation>
  </message>
  <message>
   <source>This comes next.</source>
   <translation>Esto viene después.</translation>
  </message>
  <message>
   <source>This is how we hear you.</source>
   <translation>Así le oímos.</translation>
  </message>
  <message>
   <source>Waiting for the picture.</source>
   <translation>Esperando la imagen.</translation>
  </message>
  <message>
   <source>We can hear you well.</source>
   <translation>Le oímos bien.</translation>
  </message>
  <message>
   <source>We could hardly hear you. Please come a little closer and try again.</source>
   <translation>Apenas le hemos oído. Acérquese un poco e inténtelo de nuevo, por favor.</translation>
  </message>
  <message>
   <source>When you continue, the screen flashes four times and you hear four short tones.</source>
   <translation>Al continuar, la pantalla parpadeará cuatro veces y oirá cuatro tonos cortos.</translation>
  </message>
  <message>
   <source>Without flashing</source>
   <translation>Sin parpadeo</translation>
  </message>
  <message>
   <source>You can hear us well.</source>
   <translation>Nos oye bien.</translation>
  </message>
 </context>
 <context>
  <name>DeviceChip</name>
  <message>
   <source>Camera covered</source>
   <translation>Cámara tapada</translation>
  </message>
  <message>
   <source>Camera disconnected</source>
   <translation>Cámara desconectada</translation>
  </message>
  <message>
   <source>Camera off</source>
   <translation>Cámara apagada</translation>
  </message>
  <message>
   <source>Camera on</source>
   <translation>Cámara activa</translation>
  </message>
  <message>
   <source>Camera picture stands still</source>
   <translation>Imagen de la cámara congelada</translation>
  </message>
  <message>
   <source>Camera silent</source>
   <translation>Cámara sin señal</translation>
  </message>
  <message>
   <source>Camera starting</source>
   <translation>Cámara iniciándose</translation>
  </message>
  <message>
   <source>Microphone covered</source>
   <translation>Micrófono tapado</translation>
  </message>
  <message>
   <source>Microphone disconnected</source>
   <translation>Micrófono desconectado</translation>
  </message>
  <message>
   <source>Microphone off</source>
   <translation>Micrófono apagado</translation>
  </message>
  <message>
   <source>Microphone on</source>
   <translation>Micrófono activo</translation>
  </message>
  <message>
   <source>Microphone silent</source>
   <translation>Micrófono en silencio</translation>
  </message>
  <message>
   <source>Microphone stands still</source>
   <translation>Micrófono detenido</translation>
  </message>
  <message>
   <source>Microphone starting</source>
   <translation>Micrófono iniciándose</translation>
  </message>
 </context>
 <context>
  <name>DevicesPage</name>
  <message>
   <source>Another camera</source>
   <translation>Otra cámara</translation>
  </message>
  <message>
   <source>Another loudspeaker</source>
   <translation>Otro altavoz</translation>
  </message>
  <message>
   <source>Another microphone</source>
   <translation>Otro micrófono</translation>
  </message>
  <message>
   <source>Camera</source>
   <translation>Cámara</translation>
  </message>
  <message>
   <source>Can it see, hear and speak?</source>
   <translation>¿Puede ver, oír y hablar?</translation>
  </message>
  <message>
   <source>Look at the picture, say something, and play the test sentence.</source>
   <translation>Mire la imagen, diga algo y reproduzca la frase de prueba.</translation>
  </message>
  <message>
   <source>Loudspeaker</source>
   <translation>Altavoz</translation>
  </message>
  <message>
   <source>Microphone</source>
   <translation>Micrófono</translation>
  </message>
  <message>
   <source>Play the test sentence</source>
   <translation>Reproducir la frase de prueba</translation>
  </message>
 </context>
 <context>
  <name>DossierPage</name>
  <message>
   <source>Interviews</source>
   <translation>Entrevistas</translation>
  </message>
  <message>
   <source>Nothing is missing and nothing went wrong.</source>
   <translation>No falta nada y nada ha salido mal.</translation>
  </message>
  <message>
   <source>One moment, please: the report is being laid out.</source>
   <translation>Un momento, por favor: se está componiendo el informe.</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Imprimir</translation>
  </message>
  <message>
   <source>Save as PDF</source>
   <translation>Guardar como PDF</translation>
  </message>
  <message>
   <source>The candidate agreed that software may read the answers. It suggests; you decide.</source>
   <translation>Se aceptó que un programa lea las respuestas. El programa propone; usted decide.</translation>
  </message>
  <message>
   <source>The candidate has not agreed to be recorded.</source>
   <translation>No se aceptó la grabación.</translation>
  </message>
  <message>
   <source>The candidate wants people only to look at the answers, so no software has.</source>
   <translation>Se pidió que solo personas vean las respuestas; ningún programa lo ha hecho.</translation>
  </message>
  <message>
   <source>The seal was opened with HR’s key: to read, not to rate or decide.</source>
   <translation>El sello se abrió con la clave de Recursos Humanos: para leer, no para valorar ni decidir.</translation>
  </message>
  <message>
   <source>This interview is sealed: only the holders of HR’s key can read it.</source>
   <translation>Esta entrevista está sellada: solo puede leerla quien tenga la clave de Recursos Humanos.</translation>
  </message>
  <message>
   <source>This interview was erased. What is left says that it was.</source>
   <translation>Esta entrevista se ha borrado. Solo queda constancia de ello.</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Qué ocurrió</translation>
  </message>
  <message>
   <source>Who has looked</source>
   <translation>Quién la ha visto</translation>
  </message>
 </context>
 <context>
  <name>Editor</name>
  <message>
   <source>Different output</source>
   <translation>Salida distinta</translation>
  </message>
  <message>
   <source>Ended with an error</source>
   <translation>Terminó con un error</translation>
  </message>
  <message>
   <source>Not built</source>
   <translation>No compilado</translation>
  </message>
  <message>
   <source>Not run</source>
   <translation>No ejecutado</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Correcto</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Detenido</translation>
  </message>
  <message>
   <source>Too much memory</source>
   <translation>Demasiada memoria</translation>
  </message>
  <message>
   <source>Too much output</source>
   <translation>Demasiada salida</translation>
  </message>
  <message>
   <source>Too slow</source>
   <translation>Demasiado lento</translation>
  </message>
  <message>
   <source>We could not run your program. That is not your doing, and it is kept.</source>
   <translation>No hemos podido ejecutar su programa. No es culpa suya y queda guardado.</translation>
  </message>
  <message>
   <source>You stopped this run. Your program is kept as it stands.</source>
   <translation>Ha detenido esta ejecución. Su programa queda guardado tal como está.</translation>
  </message>
  <message>
   <source>Your program could not be built.</source>
   <translation>No se ha podido compilar su programa.</translation>
  </message>
  <message>
   <source>{passed} of {planned} examples came out right.</source>
   <translation>{passed} de {planned} ejemplos han salido bien.</translation>
  </message>
  <message>
   <source>{passed} of {planned} tests came out right.</source>
   <translation>{passed} de {planned} pruebas han salido bien.</translation>
  </message>
 </context>
 <context>
  <name>Export</name>
  <message>
   <source>A second, open format. This takes long.</source>
   <translation>Un segundo formato, abierto. Tarda mucho.</translation>
  </message>
  <message>
   <source>Blind copy, blurred</source>
   <translation>Copia anónima, difuminada</translation>
  </message>
  <message>
   <source>Blind copy, voice only</source>
   <translation>Copia anónima, solo voz</translation>
  </message>
  <message>
   <source>Candidate {id}</source>
   <translation>Persona {id}</translation>
  </message>
  <message>
   <source>Copying</source>
   <translation>Copiando</translation>
  </message>
  <message>
   <source>Do not rely on this stick; please take another one. The interviews are untouched.</source>
   <translation>No se fíe de esta memoria USB; utilice otra, por favor. Las entrevistas están intactas.</translation>
  </message>
  <message>
   <source>Every attempt, with its results.</source>
   <translation>Cada intento con sus resultados.</translation>
  </message>
  <message>
   <source>Everything is in the folder and was read back without a difference.</source>
   <translation>Todo está en la carpeta y se ha releído sin diferencias.</translation>
  </message>
  <message>
   <source>Everything is on the stick and was read back without a difference.</source>
   <translation>Todo está en la memoria USB y se ha releído sin diferencias.</translation>
  </message>
  <message>
   <source>Everything of these interviews, before all others that wait to be sent.</source>
   <translation>Todo lo de estas entrevistas, antes que las demás que esperan su envío.</translation>
  </message>
  <message>
   <source>Everything was copied and read back without a difference, but the station cannot let go of it yet.</source>
   <translation>Todo se ha copiado y releído sin diferencias, pero el puesto aún no puede liberar la memoria USB.</translation>
  </message>
  <message>
   <source>Finishing</source>
   <translation>Terminando</translation>
  </message>
  <message>
   <source>For HR’s key</source>
   <translation>Para la clave de Recursos Humanos</translation>
  </message>
  <message>
   <source>For people who may know who it is</source>
   <translation>Para quienes pueden saber de quién se trata</translation>
  </message>
  <message>
   <source>Interview {id}: received {when}, {files} files, receipt {signature}</source>
   <translation>Entrevista {id}: recibida {when}, {files} archivos, resguardo {signature}</translation>
  </message>
  <message>
   <source>More than one stick is plugged in.</source>
   <translation>Hay más de una memoria USB conectada.</translation>
  </message>
  <message>
   <source>Name, face and voice as they are.</source>
   <translation>Nombre, rostro y voz tal como son.</translation>
  </message>
  <message>
   <source>No name, no face, another voice; the words come first. This takes a while.</source>
   <translation>Sin nombre, sin rostro y con otra voz; lo primero son las palabras. Tarda un rato.</translation>
  </message>
  <message>
   <source>No name, no picture, another voice; the words come first.</source>
   <translation>Sin nombre, sin imagen y con otra voz; lo primero son las palabras.</translation>
  </message>
  <message>
   <source>No stick is plugged in.</source>
   <translation>No hay ninguna memoria USB conectada.</translation>
  </message>
  <message>
   <source>Nothing can be written here.</source>
   <translation>Aquí no se puede escribir nada.</translation>
  </message>
  <message>
   <source>Nothing has been chosen yet.</source>
   <translation>Todavía no se ha elegido nada.</translation>
  </message>
  <message>
   <source>Nothing is left to do.</source>
   <translation>No queda nada por hacer.</translation>
  </message>
  <message>
   <source>Nothing is lost: the station goes on sending by itself. The staff panel shows what is left.</source>
   <translation>No se ha perdido nada: el puesto sigue enviando por sí solo. El panel del personal muestra lo que falta.</translation>
  </message>
  <message>
   <source>One of the files is larger than 4 GB, which a stick formatted as FAT32 cannot hold.</source>
   <translation>Uno de los archivos supera los 4 GB, y una memoria USB con formato FAT32 no lo admite.</translation>
  </message>
  <message>
   <source>One of these interviews is sealed or erased; the station cannot read it any more.</source>
   <translation>Una de estas entrevistas está sellada o borrada; el puesto ya no puede leerla.</translation>
  </message>
  <message>
   <source>Only HR can open it. Nothing has to be written down.</source>
   <translation>Solo Recursos Humanos puede abrirlo. No hay que anotar nada.</translation>
  </message>
  <message>
   <source>Onto a USB stick</source>
   <translation>A una memoria USB</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Abierto</translation>
  </message>
  <message>
   <source>Please choose a passphrase instead, or ask a technician to set the key.</source>
   <translation>Elija en su lugar una frase de contraseña o pida al servicio técnico que configure la clave.</translation>
  </message>
  <message>
   <source>Please choose another folder.</source>
   <translation>Elija otra carpeta, por favor.</translation>
  </message>
  <message>
   <source>Please choose at least one interview that is over.</source>
   <translation>Elija al menos una entrevista terminada, por favor.</translation>
  </message>
  <message>
   <source>Please choose fewer interviews at a time.</source>
   <translation>Elija menos entrevistas a la vez, por favor.</translation>
  </message>
  <message>
   <source>Please eject it before you unplug it, or shut the station down first.</source>
   <translation>Expúlsela antes de desconectarla o apague primero el puesto.</translation>
  </message>
  <message>
   <source>Please export without it, and tell a technician. The recording itself is untouched.</source>
   <translation>Exporte sin ella y avise al servicio técnico. La grabación en sí está intacta.</translation>
  </message>
  <message>
   <source>Please format it as exFAT on another computer, or take another one.</source>
   <translation>Formatéela como exFAT en otro ordenador o utilice otra, por favor.</translation>
  </message>
  <message>
   <source>Please free some space on it, then go on.</source>
   <translation>Libere espacio en ella y continúe después.</translation>
  </message>
  <message>
   <source>Please free some space, choose fewer interviews, or take a larger stick.</source>
   <translation>Libere espacio, elija menos entrevistas o utilice una memoria USB mayor.</translation>
  </message>
  <message>
   <source>Please leave only the one in that you want to use.</source>
   <translation>Deje conectada solo la que quiera usar, por favor.</translation>
  </message>
  <message>
   <source>Please plug in one USB stick.</source>
   <translation>Conecte una memoria USB, por favor.</translation>
  </message>
  <message>
   <source>Please plug it in again and go on: what is already there is kept.</source>
   <translation>Vuelva a conectarla y continúe: se conserva lo que ya contiene.</translation>
  </message>
  <message>
   <source>Please take a stick formatted as exFAT, or choose fewer interviews.</source>
   <translation>Utilice una memoria USB con formato exFAT o elija menos entrevistas.</translation>
  </message>
  <message>
   <source>Please take another one.</source>
   <translation>Utilice otra, por favor.</translation>
  </message>
  <message>
   <source>Please take another one; this one is failing.</source>
   <translation>Utilice otra, por favor; esta está fallando.</translation>
  </message>
  <message>
   <source>Please take one that is formatted as exFAT, FAT32, NTFS or ext4.</source>
   <translation>Utilice una con formato exFAT, FAT32, NTFS o ext4, por favor.</translation>
  </message>
  <message>
   <source>Please take one that is not; the export can be encrypted.</source>
   <translation>Utilice una que no lo esté; la exportación se puede cifrar.</translation>
  </message>
  <message>
   <source>Please tell a technician; main.py selftest says more. Nothing was exported.</source>
   <translation>Avise al servicio técnico; main.py selftest da más detalles. No se ha exportado nada.</translation>
  </message>
  <message>
   <source>Please tell a technician; main.py sync says why. The interviews are untouched.</source>
   <translation>Avise al servicio técnico; main.py sync explica por qué. Las entrevistas están intactas.</translation>
  </message>
  <message>
   <source>Preparing</source>
   <translation>Preparando</translation>
  </message>
  <message>
   <source>Programs</source>
   <translation>Programas</translation>
  </message>
  <message>
   <source>Reading back</source>
   <translation>Releyendo</translation>
  </message>
  <message>
   <source>Recording</source>
   <translation>Grabación</translation>
  </message>
  <message>
   <source>Recording as WebM as well</source>
   <translation>Grabación también en WebM</translation>
  </message>
  <message>
   <source>Scores</source>
   <translation>Puntuaciones</translation>
  </message>
  <message>
   <source>Sending</source>
   <translation>Enviando</translation>
  </message>
  <message>
   <source>Some sticks have a small switch against writing: please slide it, or take another stick.</source>
   <translation>Algunas memorias USB tienen un pequeño interruptor contra escritura: muévalo o utilice otra.</translation>
  </message>
  <message>
   <source>Something that belongs to these interviews cannot be read on this station.</source>
   <translation>Algo que pertenece a estas entrevistas no se puede leer en este puesto.</translation>
  </message>
  <message>
   <source>Start again when you like: it goes on where it stopped.</source>
   <translation>Empiece de nuevo cuando quiera: continuará donde se detuvo.</translation>
  </message>
  <message>
   <source>The central server does not have everything yet. The interviews wait first in the queue.</source>
   <translation>El servidor central todavía no lo tiene todo. Las entrevistas esperan las primeras en la cola.</translation>
  </message>
  <message>
   <source>The central server does not take one of these interviews.</source>
   <translation>El servidor central no acepta una de estas entrevistas.</translation>
  </message>
  <message>
   <source>The central server has everything and has signed for it.</source>
   <translation>El servidor central lo tiene todo y lo ha firmado.</translation>
  </message>
  <message>
   <source>The copy in another form could not be made.</source>
   <translation>No se ha podido crear la copia en otro formato.</translation>
  </message>
  <message>
   <source>The export was cancelled. What is on the stick is not complete.</source>
   <translation>La exportación se ha cancelado. El contenido de la memoria USB no está completo.</translation>
  </message>
  <message>
   <source>The station has no room left to prepare the export.</source>
   <translation>Al puesto no le queda espacio para preparar la exportación.</translation>
  </message>
  <message>
   <source>The station makes one and shows it once. 7-Zip opens the file.</source>
   <translation>El puesto crea una y la muestra una vez. 7-Zip abre el archivo.</translation>
  </message>
  <message>
   <source>The stick does not take what is written to it.</source>
   <translation>La memoria USB no acepta lo que se escribe en ella.</translation>
  </message>
  <message>
   <source>The stick is full. What is on it is not complete.</source>
   <translation>La memoria USB está llena. Su contenido no está completo.</translation>
  </message>
  <message>
   <source>The stick was unplugged too early. What is on it is not complete; the interviews are untouched.</source>
   <translation>La memoria USB se desconectó demasiado pronto. Su contenido no está completo; las entrevistas están intactas.</translation>
  </message>
  <message>
   <source>The video as it was made; plays everywhere.</source>
   <translation>El vídeo tal como se hizo; se reproduce en todas partes.</translation>
  </message>
  <message>
   <source>There is not enough room.</source>
   <translation>No hay espacio suficiente.</translation>
  </message>
  <message>
   <source>This folder does not exist.</source>
   <translation>Esta carpeta no existe.</translation>
  </message>
  <message>
   <source>This station has not been given a key of HR’s.</source>
   <translation>Este puesto no tiene ninguna clave de Recursos Humanos.</translation>
  </message>
  <message>
   <source>This stick cannot be opened; it seems to be damaged.</source>
   <translation>Esta memoria USB no se puede abrir; parece dañada.</translation>
  </message>
  <message>
   <source>This stick is encrypted and locked.</source>
   <translation>Esta memoria USB está cifrada y bloqueada.</translation>
  </message>
  <message>
   <source>This stick is formatted in a way that other computers may not read.</source>
   <translation>Esta memoria USB tiene un formato que otros ordenadores quizá no lean.</translation>
  </message>
  <message>
   <source>This stick is not formatted.</source>
   <translation>Esta memoria USB no está formateada.</translation>
  </message>
  <message>
   <source>To the central server, now</source>
   <translation>Al servidor central, ahora</translation>
  </message>
  <message>
   <source>Transcript</source>
   <translation>Transcripción</translation>
  </message>
  <message>
   <source>USB stick</source>
   <translation>Memoria USB</translation>
  </message>
  <message>
   <source>What was read back from the stick is not what was written.</source>
   <translation>Lo releído de la memoria USB no coincide con lo escrito.</translation>
  </message>
  <message>
   <source>What was said, as text and as captions.</source>
   <translation>Lo que se dijo, como texto y como subtítulos.</translation>
  </message>
  <message>
   <source>Whoever has the stick can read it.</source>
   <translation>Quien tenga la memoria USB puede leerlo.</translation>
  </message>
  <message>
   <source>Whoever holds the key opens sealed ones with main.py unseal, and exports from there.</source>
   <translation>Quien tenga la clave abre las selladas con main.py unseal y exporta desde ahí.</translation>
  </message>
  <message>
   <source>With a passphrase</source>
   <translation>Con una frase de contraseña</translation>
  </message>
  <message>
   <source>With the words they rest on.</source>
   <translation>Con las palabras en que se basan.</translation>
  </message>
  <message>
   <source>You choose what goes along and who can open it.</source>
   <translation>Usted elige qué se incluye y quién puede abrirlo.</translation>
  </message>
  <message>
   <source>You may unplug now.</source>
   <translation>Ya puede desconectarla.</translation>
  </message>
  <message>
   <source>about a minute left</source>
   <translation>queda alrededor de un minuto</translation>
  </message>
  <message>
   <source>about {count} minutes left</source>
   <translation>quedan unos {count} minutos</translation>
  </message>
  <message>
   <source>d MMMM yyyy, HH:mm</source>
   <translation>d 'de' MMMM 'de' yyyy, HH:mm</translation>
  </message>
  <message>
   <source>exported before</source>
   <translation>ya exportada</translation>
  </message>
  <message>
   <source>less than a minute left</source>
   <translation>queda menos de un minuto</translation>
  </message>
  <message>
   <source>no recording</source>
   <translation>sin grabación</translation>
  </message>
  <message>
   <source>{size} a second</source>
   <translation>{size} por segundo</translation>
  </message>
 </context>
 <context>
  <name>ExportWizard</name>
  <message>
   <source>Back</source>
   <translation>Atrás</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Cancel the export</source>
   <translation>Cancelar la exportación</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Continuar</translation>
  </message>
  <message>
   <source>Copy to the stick</source>
   <translation>Copiar a la memoria USB</translation>
  </message>
  <message>
   <source>Do not wait for it</source>
   <translation>No esperar</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Listo</translation>
  </message>
  <message>
   <source>Export interviews</source>
   <translation>Exportar entrevistas</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Continuar</translation>
  </message>
  <message>
   <source>Send to the server</source>
   <translation>Enviar al servidor</translation>
  </message>
  <message>
   <source>Step {number} of {total}</source>
   <translation>Paso {number} de {total}</translation>
  </message>
 </context>
 <context>
  <name>Fault</name>
  <message>
   <source>A session could not be erased or sealed.</source>
   <translation>No se ha podido borrar o sellar una sesión.</translation>
  </message>
  <message>
   <source>A technician must find out why; most often another computer uses a copy of this station’s disk.</source>
   <translation>El servicio técnico debe averiguar por qué; lo más habitual es que otro ordenador use una copia del disco de este puesto.</translation>
  </message>
  <message>
   <source>A technician must see what refuses; the station keeps trying.</source>
   <translation>El servicio técnico debe ver qué lo impide; el puesto lo sigue intentando.</translation>
  </message>
  <message>
   <source>All its parts are kept on this station.</source>
   <translation>Todas sus partes se conservan en este puesto.</translation>
  </message>
  <message>
   <source>Another program is using the camera.</source>
   <translation>Otro programa está usando la cámara.</translation>
  </message>
  <message>
   <source>Check that the camera is plugged in, or choose another in the station settings.</source>
   <translation>Compruebe que la cámara esté conectada o elija otra en los ajustes del puesto.</translation>
  </message>
  <message>
   <source>Check that the microphone is plugged in, or choose another in the station settings.</source>
   <translation>Compruebe que el micrófono esté conectado o elija otro en los ajustes del puesto.</translation>
  </message>
  <message>
   <source>Check the folder’s owner and permissions, and that the disk is mounted for writing.</source>
   <translation>Compruebe el propietario y los permisos de la carpeta, y que el disco esté montado para escritura.</translation>
  </message>
  <message>
   <source>Close other programs on the station.</source>
   <translation>Cierre otros programas en el puesto.</translation>
  </message>
  <message>
   <source>Close the other program. The camera is tried again every few seconds.</source>
   <translation>Cierre el otro programa. La cámara se vuelve a probar cada pocos segundos.</translation>
  </message>
  <message>
   <source>Every interview so far is kept.</source>
   <translation>Todas las entrevistas anteriores se conservan.</translation>
  </message>
  <message>
   <source>Everything is kept here, and interviews can go on.</source>
   <translation>Todo se conserva aquí y las entrevistas pueden continuar.</translation>
  </message>
  <message>
   <source>Everything you have said so far is saved.</source>
   <translation>Todo lo que ha dicho hasta ahora está guardado.</translation>
  </message>
  <message>
   <source>Everything you have said so far is saved. Your time has stopped.</source>
   <translation>Todo lo que ha dicho hasta ahora está guardado. Su tiempo se ha detenido.</translation>
  </message>
  <message>
   <source>Export and remove old sessions, or free some space.</source>
   <translation>Exporte y elimine sesiones antiguas, o libere espacio.</translation>
  </message>
  <message>
   <source>Export and remove old sessions, or free some space; the station then opens by itself.</source>
   <translation>Exporte y elimine sesiones antiguas, o libere espacio; el puesto se abrirá entonces por sí solo.</translation>
  </message>
  <message>
   <source>If it has a switch, please turn it on. Please press “Call staff”.</source>
   <translation>Si tiene un interruptor, enciéndalo. Pulse «Llamar al personal», por favor.</translation>
  </message>
  <message>
   <source>Install it with “apt-get install ffmpeg”, then start the station again.</source>
   <translation>Instálelo con «apt-get install ffmpeg» y reinicie el puesto.</translation>
  </message>
  <message>
   <source>Little disk space is left.</source>
   <translation>Queda poco espacio en el disco.</translation>
  </message>
  <message>
   <source>Nothing has been lost.</source>
   <translation>No se ha perdido nada.</translation>
  </message>
  <message>
   <source>Nothing was lost; something is still there that should be gone.</source>
   <translation>No se ha perdido nada; todavía queda algo que debería haberse borrado.</translation>
  </message>
  <message>
   <source>Please check that nothing covers the camera.</source>
   <translation>Compruebe que nada tape la cámara, por favor.</translation>
  </message>
  <message>
   <source>Please press “Call staff”.</source>
   <translation>Pulse «Llamar al personal», por favor.</translation>
  </message>
  <message>
   <source>Please speak a little louder, or press “Call staff”.</source>
   <translation>Hable un poco más alto o pulse «Llamar al personal», por favor.</translation>
  </message>
  <message>
   <source>Please wait. We are starting it again.</source>
   <translation>Espere, por favor. La estamos reiniciando.</translation>
  </message>
  <message>
   <source>Run “main.py status” and free some space, then start the station again.</source>
   <translation>Ejecute «main.py status», libere espacio y reinicie el puesto.</translation>
  </message>
  <message>
   <source>See to the device that the readiness report names, then test the booth again.</source>
   <translation>Revise el dispositivo que nombra el informe de disponibilidad y vuelva a probar la cabina.</translation>
  </message>
  <message>
   <source>Start no interview; follow “Journal damaged” in the operator’s guide.</source>
   <translation>No inicie ninguna entrevista; siga «Journal damaged» en la guía de operación.</translation>
  </message>
  <message>
   <source>The camera has stopped sending a picture.</source>
   <translation>La cámara ha dejado de enviar imagen.</translation>
  </message>
  <message>
   <source>The camera picture is dark.</source>
   <translation>La imagen de la cámara está oscura.</translation>
  </message>
  <message>
   <source>The camera picture is standing still.</source>
   <translation>La imagen de la cámara está congelada.</translation>
  </message>
  <message>
   <source>The central server no longer listens to this station.</source>
   <translation>El servidor central ya no escucha a este puesto.</translation>
  </message>
  <message>
   <source>The program ffmpeg is missing.</source>
   <translation>Falta el programa ffmpeg.</translation>
  </message>
  <message>
   <source>The recording could not be started.</source>
   <translation>No se ha podido iniciar la grabación.</translation>
  </message>
  <message>
   <source>The recording could not be turned into one file.</source>
   <translation>No se ha podido reunir la grabación en un solo archivo.</translation>
  </message>
  <message>
   <source>The recording stopped for a moment.</source>
   <translation>La grabación se ha detenido un momento.</translation>
  </message>
  <message>
   <source>The recordings are untouched.</source>
   <translation>Las grabaciones están intactas.</translation>
  </message>
  <message>
   <source>The sound is complete; every missing picture is counted.</source>
   <translation>El sonido está completo; se cuenta cada imagen que falta.</translation>
  </message>
  <message>
   <source>The station cannot write to its data folder.</source>
   <translation>El puesto no puede escribir en su carpeta de datos.</translation>
  </message>
  <message>
   <source>The station’s journal is damaged.</source>
   <translation>El diario del puesto está dañado.</translation>
  </message>
  <message>
   <source>The test recording of this booth did not come out right.</source>
   <translation>La grabación de prueba de esta cabina no ha salido bien.</translation>
  </message>
  <message>
   <source>The voice is not available.</source>
   <translation>La voz no está disponible.</translation>
  </message>
  <message>
   <source>This computer is too busy to record every picture.</source>
   <translation>Este ordenador está demasiado ocupado para grabar todas las imágenes.</translation>
  </message>
  <message>
   <source>This station has no space left to record.</source>
   <translation>A este puesto no le queda espacio para grabar.</translation>
  </message>
  <message>
   <source>This station has not enough space for another interview.</source>
   <translation>Este puesto no tiene espacio suficiente para otra entrevista.</translation>
  </message>
  <message>
   <source>We can no longer hear you: the microphone has been disconnected.</source>
   <translation>Ya no le oímos: el micrófono se ha desconectado.</translation>
  </message>
  <message>
   <source>We can no longer hear you: the microphone has been switched off.</source>
   <translation>Ya no le oímos: el micrófono se ha apagado.</translation>
  </message>
  <message>
   <source>We cannot find the camera.</source>
   <translation>No encontramos la cámara.</translation>
  </message>
  <message>
   <source>We cannot find the loudspeaker.</source>
   <translation>No encontramos el altavoz.</translation>
  </message>
  <message>
   <source>We cannot find the microphone.</source>
   <translation>No encontramos el micrófono.</translation>
  </message>
  <message>
   <source>We hear nothing from the microphone.</source>
   <translation>No nos llega sonido del micrófono.</translation>
  </message>
  <message>
   <source>What was saved before is untouched.</source>
   <translation>Lo guardado anteriormente está intacto.</translation>
  </message>
  <message>
   <source>You can read every question on the screen.</source>
   <translation>Puede leer todas las preguntas en la pantalla.</translation>
  </message>
  <message>
   <source>You can simply go on. Staff have been told.</source>
   <translation>Puede continuar sin más. El personal ya está avisado.</translation>
  </message>
  <message>
   <source>Your voice is still being recorded, and everything you have said so far is saved.</source>
   <translation>Su voz se sigue grabando, y todo lo que ha dicho hasta ahora está guardado.</translation>
  </message>
 </context>
 <context>
  <name>Findings</name>
  <message>
   <source>Not found: {signs}</source>
   <translation>No encontrado: {signs}</translation>
  </message>
  <message>
   <source>What a model says; it counts nothing</source>
   <translation>Lo que dice un modelo; no cuenta</translation>
  </message>
  <message>
   <source>What the rules found</source>
   <translation>Lo que hallaron las reglas</translation>
  </message>
  <message>
   <source>level {level} of {top}</source>
   <translation>nivel {level} de {top}</translation>
  </message>
  <message>
   <source>withheld ({reason})</source>
   <translation>no se da ({reason})</translation>
  </message>
 </context>
 <context>
  <name>FinishingScreen</name>
  <message>
   <source>Saving your interview</source>
   <translation>Guardando su entrevista</translation>
  </message>
  <message>
   <source>Your answers are safe. Putting them together takes a moment.</source>
   <translation>Sus respuestas están a salvo. Reunirlas tardará un momento.</translation>
  </message>
 </context>
 <context>
  <name>FlashPanel</name>
  <message>
   <source>The screen flashes</source>
   <translation>La pantalla parpadea</translation>
  </message>
 </context>
 <context>
  <name>Happened</name>
  <message>
   <source>A staff name was locked after wrong PINs</source>
   <translation>Se bloqueó un nombre tras varios PIN incorrectos</translation>
  </message>
  <message>
   <source>Incident in the surroundings</source>
   <translation>Incidencia en el entorno</translation>
  </message>
  <message>
   <source>Incident with staff</source>
   <translation>Incidencia con el personal</translation>
  </message>
  <message>
   <source>Incident with the candidate</source>
   <translation>Incidencia con la persona entrevistada</translation>
  </message>
  <message>
   <source>Staff changed to another microphone</source>
   <translation>El personal cambió de micrófono</translation>
  </message>
  <message>
   <source>Staff covered the camera</source>
   <translation>El personal cubrió la cámara</translation>
  </message>
  <message>
   <source>Staff covered the microphone</source>
   <translation>El personal cubrió el micrófono</translation>
  </message>
  <message>
   <source>Staff ended the interview</source>
   <translation>El personal terminó la entrevista</translation>
  </message>
  <message>
   <source>Staff gave more time</source>
   <translation>El personal dio más tiempo</translation>
  </message>
  <message>
   <source>Staff had the question asked again</source>
   <translation>El personal hizo repetir la pregunta</translation>
  </message>
  <message>
   <source>Staff left the question out</source>
   <translation>El personal omitió la pregunta</translation>
  </message>
  <message>
   <source>Staff marked this moment</source>
   <translation>El personal marcó este momento</translation>
  </message>
  <message>
   <source>Staff opened the booth in spite of a fault</source>
   <translation>El personal abrió la cabina a pesar de un fallo</translation>
  </message>
  <message>
   <source>Staff opened the panel</source>
   <translation>El personal abrió su panel</translation>
  </message>
  <message>
   <source>Staff paused the interview</source>
   <translation>El personal pausó la entrevista</translation>
  </message>
  <message>
   <source>Staff released the start</source>
   <translation>El personal autorizó el comienzo</translation>
  </message>
  <message>
   <source>Staff stopped the recording</source>
   <translation>El personal detuvo la grabación</translation>
  </message>
  <message>
   <source>Staff told the candidate something</source>
   <translation>El personal envió un mensaje</translation>
  </message>
  <message>
   <source>Technical incident</source>
   <translation>Incidencia técnica</translation>
  </message>
  <message>
   <source>The candidate called staff</source>
   <translation>Se llamó al personal</translation>
  </message>
  <message>
   <source>The candidate raised a hand; the clock stood still</source>
   <translation>Se levantó la mano; el reloj se detuvo</translation>
  </message>
  <message>
   <source>The station started again</source>
   <translation>El puesto se reinició</translation>
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
   <translation>Accesibilidad</translation>
  </message>
  <message>
   <source>Call staff</source>
   <translation>Llamar al personal</translation>
  </message>
  <message>
   <source>Language: {name}</source>
   <translation>Idioma: {name}</translation>
  </message>
  <message>
   <source>Staff are told</source>
   <translation>Personal avisado</translation>
  </message>
 </context>
 <context>
  <name>HearingPart</name>
  <message>
   <source>It heard nothing of a clear sentence.</source>
   <translation>No oyó nada de una frase clara.</translation>
  </message>
  <message>
   <source>It heard “{text}”: {found} of {all} words, in {seconds} seconds.</source>
   <translation>Oyó «{text}»: {found} de {all} palabras, en {seconds} segundos.</translation>
  </message>
  <message>
   <source>It listens to a sentence in English. A large model is slow the first time.</source>
   <translation>Está escuchando una frase en inglés. Un modelo grande tarda más la primera vez.</translation>
  </message>
  <message>
   <source>It listens. {time} more at most.</source>
   <translation>Está escuchando. Como máximo, {time} más.</translation>
  </message>
  <message>
   <source>Let it hear a sentence</source>
   <translation>Probar con una frase</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Detener</translation>
  </message>
 </context>
 <context>
  <name>InterruptedScreen</name>
  <message>
   <source>All your answers are saved. Only the end of the interview is left.</source>
   <translation>Todas sus respuestas están guardadas. Solo falta el final de la entrevista.</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Continuar</translation>
  </message>
  <message>
   <source>One moment, please</source>
   <translation>Un momento, por favor</translation>
  </message>
  <message>
   <source>Staff have been told. Your time has stopped and the microphone is covered, so you can speak freely. Nobody takes any of your time away: go on whenever you like.</source>
   <translation>El personal está avisado. Su tiempo se ha detenido y el micrófono está tapado, así que puede hablar con libertad. Nadie le quita tiempo: continúe cuando quiera.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Intentar de nuevo</translation>
  </message>
  <message>
   <source>We are starting the recording again. Your time has stopped.</source>
   <translation>Estamos reiniciando la grabación. Su tiempo se ha detenido.</translation>
  </message>
  <message>
   <source>We can go on</source>
   <translation>Podemos continuar</translation>
  </message>
  <message>
   <source>We go on with question {number}. You have about {time} left.</source>
   <translation>Continuamos con la pregunta {number}. Le queda aproximadamente {time}.</translation>
  </message>
  <message>
   <source>We go on with question {number}. Your time has stopped until then.</source>
   <translation>Continuamos con la pregunta {number}. Hasta entonces su tiempo está detenido.</translation>
  </message>
  <message>
   <source>We go on with the device check.</source>
   <translation>Continuamos con la comprobación de los dispositivos.</translation>
  </message>
  <message>
   <source>We go on with the first question.</source>
   <translation>Continuamos con la primera pregunta.</translation>
  </message>
  <message>
   <source>We go on with the practice question.</source>
   <translation>Continuamos con la pregunta de práctica.</translation>
  </message>
  <message>
   <source>Welcome back</source>
   <translation>Continuamos donde lo dejó</translation>
  </message>
  <message>
   <source>You have raised your hand</source>
   <translation>Ha levantado la mano</translation>
  </message>
 </context>
 <context>
  <name>InterviewsPage</name>
  <message>
   <source>All that are new ({count})</source>
   <translation>Todas las nuevas ({count})</translation>
  </message>
  <message>
   <source>Looking them up…</source>
   <translation>Buscándolas…</translation>
  </message>
  <message>
   <source>Newer</source>
   <translation>Más recientes</translation>
  </message>
  <message>
   <source>Older</source>
   <translation>Más antiguas</translation>
  </message>
  <message>
   <source>There is no interview on this station yet.</source>
   <translation>Todavía no hay ninguna entrevista en este puesto.</translation>
  </message>
  <message>
   <source>Which interviews?</source>
   <translation>¿Qué entrevistas?</translation>
  </message>
  <message>
   <source>{count} of {all} chosen, {size}</source>
   <translation>{count} de {all} elegidas, {size}</translation>
  </message>
 </context>
 <context>
  <name>KeepingCard</name>
  <message>
   <source>Erase</source>
   <translation>Borrar</translation>
  </message>
  <message>
   <source>Erase for ever</source>
   <translation>Borrar para siempre</translation>
  </message>
  <message>
   <source>It is erased when its days are over.</source>
   <translation>Se borra cuando vence su plazo.</translation>
  </message>
  <message>
   <source>Keep beyond its date</source>
   <translation>Conservar más allá de su plazo</translation>
  </message>
  <message>
   <source>Keeping</source>
   <translation>Conservación</translation>
  </message>
  <message>
   <source>Let its date count</source>
   <translation>Volver a aplicar el plazo</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Ahora no</translation>
  </message>
  <message>
   <source>Reason to keep it</source>
   <translation>Motivo para conservarla</translation>
  </message>
  <message>
   <source>Recording, words, scores and name go for ever, on this station. There is no way back.</source>
   <translation>La grabación, las palabras, las puntuaciones y el nombre desaparecen para siempre de este puesto. No hay vuelta atrás.</translation>
  </message>
  <message>
   <source>Why must it stay?</source>
   <translation>¿Por qué debe conservarse?</translation>
  </message>
  <message>
   <source>{who} keeps it beyond its date.</source>
   <translation>{who} la conserva más allá de su plazo.</translation>
  </message>
 </context>
 <context>
  <name>Keyboard</name>
  <message>
   <source>Keyboard</source>
   <translation>Teclado</translation>
  </message>
  <message>
   <source>Letters</source>
   <translation>Letras</translation>
  </message>
 </context>
 <context>
  <name>LanguageCard</name>
  <message>
   <source>Language</source>
   <translation>Idioma</translation>
  </message>
  <message>
   <source>The questions of this interview come in: {languages}.</source>
   <translation>Las preguntas de esta entrevista están en: {languages}.</translation>
  </message>
  <message>
   <source>Which language would you like?</source>
   <translation>¿Qué idioma prefiere?</translation>
  </message>
 </context>
 <context>
  <name>LanguagePage</name>
  <message>
   <source>Candidates are greeted in it. Each of them can choose another one for the interview.</source>
   <translation>En él se saluda. Cada persona puede elegir otro para la entrevista.</translation>
  </message>
  <message>
   <source>Which language does this station speak?</source>
   <translation>¿Qué idioma habla este puesto?</translation>
  </message>
 </context>
 <context>
  <name>LanguageScreen</name>
  <message>
   <source>Back</source>
   <translation>Atrás</translation>
  </message>
  <message>
   <source>Choose your language</source>
   <translation>Elija su idioma</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Continuar</translation>
  </message>
  <message>
   <source>The questions are asked and written in it.</source>
   <translation>En él se hacen y se escriben las preguntas.</translation>
  </message>
 </context>
 <context>
  <name>LastPage</name>
  <message>
   <source>A real interview of a few minutes: it asks, records and keeps as for a candidate.</source>
   <translation>Una entrevista real de unos minutos: pregunta, graba y guarda como con cualquier persona.</translation>
  </message>
  <message>
   <source>Camera</source>
   <translation>Cámara</translation>
  </message>
  <message>
   <source>It was not recorded to its end.</source>
   <translation>No se grabó hasta el final.</translation>
  </message>
  <message>
   <source>Loudspeaker</source>
   <translation>Altavoz</translation>
  </message>
  <message>
   <source>Microphone</source>
   <translation>Micrófono</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>Nobody can open the staff panel yet.</source>
   <translation>Todavía nadie puede abrir el panel del personal.</translation>
  </message>
  <message>
   <source>None: everything stays on this station.</source>
   <translation>Ninguno: todo permanece en este puesto.</translation>
  </message>
  <message>
   <source>Recorded whole: {time}.</source>
   <translation>Grabada por completo: {time}.</translation>
  </message>
  <message>
   <source>Server</source>
   <translation>Servidor</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>Personal</translation>
  </message>
  <message>
   <source>Test interview</source>
   <translation>Entrevista de prueba</translation>
  </message>
  <message>
   <source>Try it with a test interview</source>
   <translation>Pruébelo con una entrevista de prueba</translation>
  </message>
  <message>
   <source>Written answers</source>
   <translation>Transcripción</translation>
  </message>
 </context>
 <context>
  <name>LevelLine</name>
  <message>
   <source>Speak whenever you are ready</source>
   <translation>Hable cuando quiera</translation>
  </message>
  <message>
   <source>We hear you</source>
   <translation>Le oímos</translation>
  </message>
 </context>
 <context>
  <name>LockedScreen</name>
  <message>
   <source>Staff will open it for you. Nothing is recorded.</source>
   <translation>El personal se la abrirá. No se graba nada.</translation>
  </message>
  <message>
   <source>This booth is not open yet</source>
   <translation>Esta cabina todavía no está abierta</translation>
  </message>
 </context>
 <context>
  <name>MessageStrip</name>
  <message>
   <source>Understood</source>
   <translation>Entendido</translation>
  </message>
  <message>
   <source>{name} says: {text}</source>
   <translation>{name} dice: {text}</translation>
  </message>
 </context>
 <context>
  <name>NamePage</name>
  <message>
   <source>Name of the station</source>
   <translation>Nombre del puesto</translation>
  </message>
  <message>
   <source>Staff read the name beside the booth’s state, and it is written into every recording.</source>
   <translation>El personal lee el nombre junto al estado de la cabina, y se escribe en cada grabación.</translation>
  </message>
  <message>
   <source>What is this station called?</source>
   <translation>¿Cómo se llama este puesto?</translation>
  </message>
 </context>
 <context>
  <name>NotesCard</name>
  <message>
   <source>About the whole interview</source>
   <translation>Sobre toda la entrevista</translation>
  </message>
  <message>
   <source>At {time}</source>
   <translation>En {time}</translation>
  </message>
  <message>
   <source>Nobody has written anything yet.</source>
   <translation>Nadie ha escrito nada todavía.</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Nota</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notas</translation>
  </message>
  <message>
   <source>Take the note back</source>
   <translation>Retirar la nota</translation>
  </message>
  <message>
   <source>Write a note</source>
   <translation>Escribir una nota</translation>
  </message>
 </context>
 <context>
  <name>Opener</name>
  <message>
   <source>Show the keyboard</source>
   <translation>Mostrar el teclado</translation>
  </message>
 </context>
 <context>
  <name>OutOfOrderScreen</name>
  <message>
   <source>No interview can start here just now. Staff will show you another place.</source>
   <translation>Ahora no puede empezar aquí ninguna entrevista. El personal le indicará otro lugar.</translation>
  </message>
  <message>
   <source>This station is taking a break</source>
   <translation>Este puesto está en pausa</translation>
  </message>
 </context>
 <context>
  <name>OutputPane</name>
  <message>
   <source>Example {number}</source>
   <translation>Ejemplo {number}</translation>
  </message>
  <message>
   <source>Expected output</source>
   <translation>Salida esperada</translation>
  </message>
  <message>
   <source>Input</source>
   <translation>Entrada</translation>
  </message>
  <message>
   <source>Nothing has been run yet. These are the examples.</source>
   <translation>Todavía no se ha ejecutado nada. Estos son los ejemplos.</translation>
  </message>
  <message>
   <source>What the compiler says</source>
   <translation>Lo que dice el compilador</translation>
  </message>
  <message>
   <source>Your output</source>
   <translation>Su salida</translation>
  </message>
  <message>
   <source>Your program is running.</source>
   <translation>Su programa se está ejecutando.</translation>
  </message>
 </context>
 <context>
  <name>OverPage</name>
  <message>
   <source>It did not work out</source>
   <translation>No ha funcionado</translation>
  </message>
  <message>
   <source>Its name is {name}.</source>
   <translation>Se llama {name}.</translation>
  </message>
  <message>
   <source>Please write it down and keep it away from the stick. Nobody can find it again.</source>
   <translation>Anótela y guárdela lejos de la memoria USB. Nadie podrá recuperarla.</translation>
  </message>
  <message>
   <source>The passphrase, shown only now:</source>
   <translation>La frase de contraseña, visible solo ahora:</translation>
  </message>
 </context>
 <context>
  <name>PausedScreen</name>
  <message>
   <source>A short pause</source>
   <translation>Una breve pausa</translation>
  </message>
  <message>
   <source>No picture and no sound are being recorded. Your time has stopped.</source>
   <translation>No se graba ni imagen ni sonido. Su tiempo se ha detenido.</translation>
  </message>
  <message>
   <source>{name} paused the interview and will let it go on.</source>
   <translation>{name} ha puesto la entrevista en pausa y la reanudará.</translation>
  </message>
 </context>
 <context>
  <name>PeoplePage</name>
  <message>
   <source>Add</source>
   <translation>Añadir</translation>
  </message>
  <message>
   <source>Five taps in the top left corner open the staff panel; a PIN shows who somebody is.</source>
   <translation>Cinco toques en la esquina superior izquierda abren el panel del personal; un PIN muestra quién es cada uno.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>Nobody has a PIN for this station yet.</source>
   <translation>Nadie tiene todavía un PIN para este puesto.</translation>
  </message>
  <message>
   <source>PIN, at least {least} digits</source>
   <translation>PIN, al menos {least} dígitos</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Quitar</translation>
  </message>
  <message>
   <source>Remove {name}</source>
   <translation>Quitar a {name}</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Función</translation>
  </message>
  <message>
   <source>The same PIN again</source>
   <translation>El mismo PIN otra vez</translation>
  </message>
  <message>
   <source>The two PINs are not the same.</source>
   <translation>Los dos PIN no coinciden.</translation>
  </message>
  <message>
   <source>Who looks after this station?</source>
   <translation>¿Quién se ocupa de este puesto?</translation>
  </message>
 </context>
 <context>
  <name>Phases</name>
  <message>
   <source>Answer again</source>
   <translation>Responder otra vez</translation>
  </message>
  <message>
   <source>Have you finished?</source>
   <translation>¿Ha terminado?</translation>
  </message>
  <message>
   <source>I am listening. Take your time.</source>
   <translation>Le escucho. Tómese su tiempo.</translation>
  </message>
  <message>
   <source>I am ready</source>
   <translation>Ya puedo empezar</translation>
  </message>
  <message>
   <source>I have finished</source>
   <translation>He terminado</translation>
  </message>
  <message>
   <source>Keep this answer</source>
   <translation>Conservar esta respuesta</translation>
  </message>
  <message>
   <source>Not yet</source>
   <translation>Todavía no</translation>
  </message>
  <message>
   <source>One more question about your answer to: {question}</source>
   <translation>Una pregunta más sobre su respuesta a: {question}</translation>
  </message>
  <message>
   <source>Please listen.</source>
   <translation>Escuche, por favor.</translation>
  </message>
  <message>
   <source>Please listen. You can read along.</source>
   <translation>Escuche, por favor. Puede ir leyendo.</translation>
  </message>
  <message>
   <source>Please read the question. It goes on by itself.</source>
   <translation>Lea la pregunta, por favor. Continuará automáticamente.</translation>
  </message>
  <message>
   <source>Practise again</source>
   <translation>Practicar otra vez</translation>
  </message>
  <message>
   <source>Repeat the question</source>
   <translation>Repetir la pregunta</translation>
  </message>
  <message>
   <source>Skip the practice</source>
   <translation>Saltar la práctica</translation>
  </message>
  <message>
   <source>Skip this question</source>
   <translation>Saltar esta pregunta</translation>
  </message>
  <message>
   <source>Start the interview</source>
   <translation>Empezar la entrevista</translation>
  </message>
  <message>
   <source>Take a moment to think. Your answer has not begun.</source>
   <translation>Piense un momento. Su respuesta todavía no ha empezado.</translation>
  </message>
  <message>
   <source>That is how it works. Nothing of this practice was kept.</source>
   <translation>Así funciona. No se ha guardado nada de esta práctica.</translation>
  </message>
  <message>
   <source>There is no hurry.</source>
   <translation>No hay prisa.</translation>
  </message>
  <message>
   <source>Write or speak, as you like. Take your time.</source>
   <translation>Escriba o hable, como prefiera. Tómese su tiempo.</translation>
  </message>
  <message>
   <source>Your answer is saved. You may answer once more; if you do nothing, we keep this one.</source>
   <translation>Su respuesta está guardada. Puede responder una vez más; si no hace nada, conservamos esta.</translation>
  </message>
  <message>
   <source>Your answer is saved. You may answer {left} more times; if you do nothing, we keep this one.</source>
   <translation>Su respuesta está guardada. Puede responder {left} veces más; si no hace nada, conservamos esta.</translation>
  </message>
  <message>
   <source>Your answer was not recorded well, through no fault of yours. Please answer again.</source>
   <translation>Su respuesta no se ha grabado bien, sin culpa suya. Responda otra vez, por favor.</translation>
  </message>
 </context>
 <context>
  <name>PinPad</name>
  <message>
   <source>Remove the last digit</source>
   <translation>Borrar el último dígito</translation>
  </message>
  <message>
   <source>{count} digits</source>
   <translation>{count} dígitos</translation>
  </message>
 </context>
 <context>
  <name>Player</name>
  <message>
   <source>Recording</source>
   <translation>Grabación</translation>
  </message>
  <message>
   <source>The recording cannot be played: {why}</source>
   <translation>La grabación no se puede reproducir: {why}</translation>
  </message>
  <message>
   <source>There is no recording on this station.</source>
   <translation>No hay ninguna grabación en este puesto.</translation>
  </message>
 </context>
 <context>
  <name>Preview</name>
  <message>
   <source>Camera picture</source>
   <translation>Imagen de la cámara</translation>
  </message>
  <message>
   <source>Waiting for the camera</source>
   <translation>Esperando la cámara</translation>
  </message>
 </context>
 <context>
  <name>ProblemText</name>
  <message>
   <source>The task</source>
   <translation>La tarea</translation>
  </message>
 </context>
 <context>
  <name>Programs</name>
  <message>
   <source>Changes</source>
   <translation>Cambios</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Copiar</translation>
  </message>
  <message>
   <source>Program</source>
   <translation>Programa</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>Ejecutar</translation>
  </message>
  <message>
   <source>Show in the recording</source>
   <translation>Mostrar en la grabación</translation>
  </message>
  <message>
   <source>Submission</source>
   <translation>Entrega</translation>
  </message>
 </context>
 <context>
  <name>Progress</name>
  <message>
   <source>Question {number} of {total}</source>
   <translation>Pregunta {number} de {total}</translation>
  </message>
 </context>
 <context>
  <name>ProgressLine</name>
  <message>
   <source>Please wait</source>
   <translation>Espere, por favor</translation>
  </message>
 </context>
 <context>
  <name>ProtectionPage</name>
  <message>
   <source>This station has not been given a key of HR’s.</source>
   <translation>Este puesto no tiene ninguna clave de Recursos Humanos.</translation>
  </message>
  <message>
   <source>Who can open it?</source>
   <translation>¿Quién puede abrirlo?</translation>
  </message>
 </context>
 <context>
  <name>QuestionPart</name>
  <message>
   <source>Nobody has written this answer down.</source>
   <translation>Nadie ha transcrito esta respuesta.</translation>
  </message>
  <message>
   <source>Not answered</source>
   <translation>Sin responder</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>Pregunta</translation>
  </message>
  <message>
   <source>{criterion}: {level} of {top}, {who}. {why}</source>
   <translation>{criterion}: {level} de {top}, {who}. {why}</translation>
  </message>
 </context>
 <context>
  <name>RatingCard</name>
  <message>
   <source>Keep my rating</source>
   <translation>Guardar mi valoración</translation>
  </message>
  <message>
   <source>Nobody else has rated this answer.</source>
   <translation>Nadie más ha valorado esta respuesta.</translation>
  </message>
  <message>
   <source>Show what the rules found</source>
   <translation>Mostrar lo que hallaron las reglas</translation>
  </message>
  <message>
   <source>Somebody else has rated this answer; it shows once your rating is complete.</source>
   <translation>Otra persona ha valorado esta respuesta; se mostrará cuando su valoración esté completa.</translation>
  </message>
  <message>
   <source>Your rating</source>
   <translation>Su valoración</translation>
  </message>
  <message>
   <source>{count} others have rated this answer; it shows once your rating is complete.</source>
   <translation>Otras {count} personas han valorado esta respuesta; se mostrará cuando su valoración esté completa.</translation>
  </message>
 </context>
 <context>
  <name>ReadinessPage</name>
  <message>
   <source>Checked by</source>
   <translation>Comprobado por</translation>
  </message>
  <message>
   <source>Readiness of {station}</source>
   <translation>Disponibilidad de {station}</translation>
  </message>
  <message>
   <source>Signature</source>
   <translation>Firma</translation>
  </message>
  <message>
   <source>The booth is not ready.</source>
   <translation>La cabina no está lista.</translation>
  </message>
  <message>
   <source>The booth is ready.</source>
   <translation>La cabina está lista.</translation>
  </message>
  <message>
   <source>The booth is ready; some lines are worth a look.</source>
   <translation>La cabina está lista; conviene mirar algunas líneas.</translation>
  </message>
  <message>
   <source>bad</source>
   <translation>mal</translation>
  </message>
  <message>
   <source>d MMMM yyyy, HH:mm</source>
   <translation>d 'de' MMMM 'de' yyyy, HH:mm</translation>
  </message>
  <message>
   <source>good</source>
   <translation>bien</translation>
  </message>
  <message>
   <source>look</source>
   <translation>revisar</translation>
  </message>
 </context>
 <context>
  <name>RecBadge</name>
  <message>
   <source>Not recording</source>
   <translation>Sin grabar</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>En pausa</translation>
  </message>
  <message>
   <source>Recording</source>
   <translation>Grabando</translation>
  </message>
  <message>
   <source>Recording picture only</source>
   <translation>Se graba solo la imagen</translation>
  </message>
  <message>
   <source>Recording sound only</source>
   <translation>Se graba solo el sonido</translation>
  </message>
 </context>
 <context>
  <name>ReviewScreen</name>
  <message>
   <source>End the interview</source>
   <translation>Terminar la entrevista</translation>
  </message>
  <message>
   <source>That was the last question</source>
   <translation>Esa era la última pregunta</translation>
  </message>
  <message>
   <source>This is what we understood. Touch a word that is wrong; dots show where we were unsure.</source>
   <translation>Esto es lo que hemos entendido. Toque una palabra que no sea correcta; los puntos muestran dónde teníamos dudas.</translation>
  </message>
  <message>
   <source>This is what you gave us. Nothing more is asked of you.</source>
   <translation>Esto es lo que nos ha dado. No se le pide nada más.</translation>
  </message>
  <message>
   <source>Your answer to question {number}, word by word</source>
   <translation>Su respuesta a la pregunta {number}, palabra por palabra</translation>
  </message>
 </context>
 <context>
  <name>RoomPage</name>
  <message>
   <source>A better picture takes more of the disk. What is over its time is erased by itself.</source>
   <translation>Una imagen mejor ocupa más disco. Lo que supera su plazo se borra por sí solo.</translation>
  </message>
  <message>
   <source>Also where a question pack says longer.</source>
   <translation>También donde un paquete de preguntas indique más.</translation>
  </message>
  <message>
   <source>As long as each question pack says</source>
   <translation>Lo que indique cada paquete de preguntas</translation>
  </message>
  <message>
   <source>How are recordings kept?</source>
   <translation>¿Cómo se guardan las grabaciones?</translation>
  </message>
  <message>
   <source>In days: {packs}</source>
   <translation>En días: {packs}</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>Calidad</translation>
  </message>
  <message>
   <source>Recordings stay</source>
   <translation>Las grabaciones se conservan</translation>
  </message>
  <message>
   <source>{days} days at most</source>
   <translation>{days} días como máximo</translation>
  </message>
  <message>
   <source>{size} are free on this disk.</source>
   <translation>Quedan {size} libres en este disco.</translation>
  </message>
 </context>
 <context>
  <name>RunningPage</name>
  <message>
   <source>On the way to the central server</source>
   <translation>De camino al servidor central</translation>
  </message>
  <message>
   <source>Please leave the stick in</source>
   <translation>Deje conectada la memoria USB, por favor</translation>
  </message>
  <message>
   <source>This stick is slow. Another one may be faster.</source>
   <translation>Esta memoria USB es lenta. Otra quizá sea más rápida.</translation>
  </message>
 </context>
 <context>
  <name>SealCard</name>
  <message>
   <source>One moment, please: it is being opened.</source>
   <translation>Un momento, por favor: se está abriendo.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Abierta</translation>
  </message>
  <message>
   <source>Passphrase or key</source>
   <translation>Frase de contraseña o clave</translation>
  </message>
  <message>
   <source>Plug in the stick with HR’s key and type its passphrase, or type the key itself. What is opened stays in memory and is wiped when you leave this page.</source>
   <translation>Conecte la memoria USB con la clave de Recursos Humanos y escriba su frase de contraseña, o escriba la propia clave. Lo abierto queda en memoria y se borra al salir de esta página.</translation>
  </message>
  <message>
   <source>This interview is sealed</source>
   <translation>Esta entrevista está sellada</translation>
  </message>
 </context>
 <context>
  <name>ServerPage</name>
  <message>
   <source>Address of the server</source>
   <translation>Dirección del servidor</translation>
  </message>
  <message>
   <source>Code from the server</source>
   <translation>Código del servidor</translation>
  </message>
  <message>
   <source>Does it belong to a server?</source>
   <translation>¿Pertenece a un servidor?</translation>
  </message>
  <message>
   <source>It belongs to no server yet.</source>
   <translation>Todavía no pertenece a ningún servidor.</translation>
  </message>
  <message>
   <source>It belongs to {server}. A new code introduces it again, or to another server.</source>
   <translation>Pertenece a {server}. Un código nuevo la presenta de nuevo, o a otro servidor.</translation>
  </message>
  <message>
   <source>The server gives a code that works once: under “Booths”, “A new booth”. Without a server everything stays on this station.</source>
   <translation>El servidor da un código de un solo uso: en «Cabinas», «Nueva cabina». Sin servidor, todo permanece en este puesto.</translation>
  </message>
 </context>
 <context>
  <name>SessionsModel</name>
  <message>
   <source>Answers</source>
   <translation>Respuestas</translation>
  </message>
  <message>
   <source>Candidate</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>Interview</source>
   <translation>Entrevista</translation>
  </message>
  <message>
   <source>Standing</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Cuándo</translation>
  </message>
 </context>
 <context>
  <name>SessionsPage</name>
  <message>
   <source>30 days</source>
   <translation>30 días</translation>
  </message>
  <message>
   <source>7 days</source>
   <translation>7 días</translation>
  </message>
  <message>
   <source>A year</source>
   <translation>Un año</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Todas</translation>
  </message>
  <message>
   <source>Any time</source>
   <translation>Cualquier fecha</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>Filtro</translation>
  </message>
  <message>
   <source>First</source>
   <translation>Primero</translation>
  </message>
  <message>
   <source>Interview</source>
   <translation>Entrevista</translation>
  </message>
  <message>
   <source>Interviews</source>
   <translation>Entrevistas</translation>
  </message>
  <message>
   <source>Nothing fits. Fewer words or another filter may help.</source>
   <translation>No hay coincidencias. Quizá ayude usar menos palabras u otro filtro.</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Buscar</translation>
  </message>
  <message>
   <source>Search names and what was said</source>
   <translation>Buscar nombres y lo que se dijo</translation>
  </message>
  <message>
   <source>The interviews cannot be read now: {why}</source>
   <translation>Las entrevistas no se pueden leer ahora: {why}</translation>
  </message>
  <message>
   <source>There is no interview on this station yet.</source>
   <translation>Todavía no hay ninguna entrevista en este puesto.</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Hoy</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Cuándo</translation>
  </message>
 </context>
 <context>
  <name>SessionsTable</name>
  <message>
   <source>Interviews</source>
   <translation>Entrevistas</translation>
  </message>
 </context>
 <context>
  <name>SetUpWindow</name>
  <message>
   <source>Accessibility</source>
   <translation>Accesibilidad</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Atrás</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Continuar</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>Finalizar</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Más tarde</translation>
  </message>
  <message>
   <source>Set-up</source>
   <translation>Configuración</translation>
  </message>
  <message>
   <source>Set-up, step {number} of {total}</source>
   <translation>Configuración, paso {number} de {total}</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Omitir</translation>
  </message>
  <message>
   <source>Test interview</source>
   <translation>Entrevista de prueba</translation>
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
   <translation>Dispositivos simulados: esta no es una entrevista real</translation>
  </message>
 </context>
 <context>
  <name>SpeechPage</name>
  <message>
   <source>Address of the server</source>
   <translation>Dirección del servidor</translation>
  </message>
  <message>
   <source>Another model</source>
   <translation>Otro modelo</translation>
  </message>
  <message>
   <source>Everything it needs is here.</source>
   <translation>Todo lo necesario está aquí.</translation>
  </message>
  <message>
   <source>Folder of the model</source>
   <translation>Carpeta del modelo</translation>
  </message>
  <message>
   <source>Key, if the server wants one</source>
   <translation>Clave, si el servidor la pide</translation>
  </message>
  <message>
   <source>Name of the model</source>
   <translation>Nombre del modelo</translation>
  </message>
  <message>
   <source>Who writes the answers down?</source>
   <translation>¿Quién transcribe las respuestas?</translation>
  </message>
  <message>
   <source>Written answers can be searched, quoted and scored; only those of candidates who agree that software reads them.</source>
   <translation>Las respuestas transcritas se pueden buscar, citar y puntuar; solo las de quienes aceptan que un programa las lea.</translation>
  </message>
  <message>
   <source>as it is</source>
   <translation>la que hay</translation>
  </message>
 </context>
 <context>
  <name>SpokenLines</name>
  <message>
   <source>What was said</source>
   <translation>Lo que se dijo</translation>
  </message>
 </context>
 <context>
  <name>SpokenText</name>
  <message>
   <source>{word}, perhaps misheard</source>
   <translation>{word}, quizá mal entendida</translation>
  </message>
 </context>
 <context>
  <name>StaffActs</name>
  <message>
   <source>A quarter more time</source>
   <translation>Una cuarta parte más de tiempo</translation>
  </message>
  <message>
   <source>Accommodations</source>
   <translation>Adaptaciones</translation>
  </message>
  <message>
   <source>Another microphone</source>
   <translation>Otro micrófono</translation>
  </message>
  <message>
   <source>Answers in writing</source>
   <translation>Respuestas por escrito</translation>
  </message>
  <message>
   <source>As for everybody</source>
   <translation>Como para todos</translation>
  </message>
  <message>
   <source>Ask again</source>
   <translation>Volver a preguntar</translation>
  </message>
  <message>
   <source>Cover the camera</source>
   <translation>Tapar la cámara</translation>
  </message>
  <message>
   <source>Cover the microphone</source>
   <translation>Tapar el micrófono</translation>
  </message>
  <message>
   <source>End the interview</source>
   <translation>Terminar la entrevista</translation>
  </message>
  <message>
   <source>Five minutes</source>
   <translation>Cinco minutos</translation>
  </message>
  <message>
   <source>Give more time</source>
   <translation>Dar más tiempo</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Continuar</translation>
  </message>
  <message>
   <source>Half a minute</source>
   <translation>Medio minuto</translation>
  </message>
  <message>
   <source>Half as much time again</source>
   <translation>La mitad más de tiempo</translation>
  </message>
  <message>
   <source>I am here</source>
   <translation>Ya estoy aquí</translation>
  </message>
  <message>
   <source>In my own words</source>
   <translation>Con mis propias palabras</translation>
  </message>
  <message>
   <source>Leave it out</source>
   <translation>Omitirla</translation>
  </message>
  <message>
   <source>Lock the booth</source>
   <translation>Cerrar la cabina</translation>
  </message>
  <message>
   <source>Mark this moment</source>
   <translation>Marcar este momento</translation>
  </message>
  <message>
   <source>Mark with a note</source>
   <translation>Marcar con una nota</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>Mensaje</translation>
  </message>
  <message>
   <source>No time on the screen</source>
   <translation>Sin tiempo en pantalla</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Nota</translation>
  </message>
  <message>
   <source>One minute</source>
   <translation>Un minuto</translation>
  </message>
  <message>
   <source>One more attempt at every answer</source>
   <translation>Un intento más en cada respuesta</translation>
  </message>
  <message>
   <source>Open the booth</source>
   <translation>Abrir la cabina</translation>
  </message>
  <message>
   <source>Open the booth all the same</source>
   <translation>Abrir la cabina de todos modos</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Poner en pausa</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Motivo</translation>
  </message>
  <message>
   <source>Report an incident</source>
   <translation>Comunicar una incidencia</translation>
  </message>
  <message>
   <source>Say it aloud as well</source>
   <translation>Decirlo también en voz alta</translation>
  </message>
  <message>
   <source>Set up this station</source>
   <translation>Configurar este puesto</translation>
  </message>
  <message>
   <source>Start the interview</source>
   <translation>Empezar la entrevista</translation>
  </message>
  <message>
   <source>Start the recording</source>
   <translation>Iniciar la grabación</translation>
  </message>
  <message>
   <source>Stop the recording</source>
   <translation>Detener la grabación</translation>
  </message>
  <message>
   <source>Test the booth</source>
   <translation>Probar la cabina</translation>
  </message>
  <message>
   <source>Twice the time</source>
   <translation>El doble de tiempo</translation>
  </message>
  <message>
   <source>Two minutes</source>
   <translation>Dos minutos</translation>
  </message>
  <message>
   <source>Uncover the camera</source>
   <translation>Destapar la cámara</translation>
  </message>
  <message>
   <source>Uncover the microphone</source>
   <translation>Destapar el micrófono</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Qué ocurrió</translation>
  </message>
  <message>
   <source>Write to the candidate</source>
   <translation>Escribir a la cabina</translation>
  </message>
 </context>
 <context>
  <name>StaffEntry</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Entrar</translation>
  </message>
  <message>
   <source>Nobody has a PIN for this station yet.</source>
   <translation>Nadie tiene todavía un PIN para este puesto.</translation>
  </message>
  <message>
   <source>Please enter your PIN.</source>
   <translation>Introduzca su PIN, por favor.</translation>
  </message>
  <message>
   <source>Please wait {seconds} s. The interview goes on meanwhile.</source>
   <translation>Espere {seconds} s, por favor. La entrevista sigue mientras tanto.</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>Otra persona</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>Personal</translation>
  </message>
  <message>
   <source>The PIN cannot be checked now. Please try again, or ask a technician.</source>
   <translation>El PIN no se puede comprobar ahora. Inténtelo de nuevo o consulte al servicio técnico.</translation>
  </message>
  <message>
   <source>There were too many wrong PINs.</source>
   <translation>Se han introducido demasiados PIN incorrectos.</translation>
  </message>
  <message>
   <source>This is not the PIN.</source>
   <translation>Ese no es el PIN.</translation>
  </message>
  <message>
   <source>This is not the PIN. Please try again.</source>
   <translation>Ese no es el PIN. Inténtelo de nuevo, por favor.</translation>
  </message>
  <message>
   <source>This name is locked after too many wrong PINs. A technician can set a new PIN. The interview goes on meanwhile.</source>
   <translation>Este nombre está bloqueado tras demasiados PIN incorrectos. El servicio técnico puede asignar otro. La entrevista sigue mientras tanto.</translation>
  </message>
  <message>
   <source>Who are you?</source>
   <translation>¿Quién es usted?</translation>
  </message>
 </context>
 <context>
  <name>StaffPanel</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Export interviews</source>
   <translation>Exportar entrevistas</translation>
  </message>
  <message>
   <source>Hello {name}</source>
   <translation>Hola, {name}</translation>
  </message>
  <message>
   <source>Interviews</source>
   <translation>Entrevistas</translation>
  </message>
  <message>
   <source>No interview is running.</source>
   <translation>No hay ninguna entrevista en curso.</translation>
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
   <translation>Todas las preguntas están hechas.</translation>
  </message>
  <message>
   <source>Arriving, nothing agreed yet.</source>
   <translation>Llegando; aún no se ha aceptado nada.</translation>
  </message>
  <message>
   <source>Consent was declined.</source>
   <translation>No se dio el consentimiento.</translation>
  </message>
  <message>
   <source>Device check.</source>
   <translation>Comprobación de dispositivos.</translation>
  </message>
  <message>
   <source>Interrupted. {place}</source>
   <translation>Interrumpida. {place}</translation>
  </message>
  <message>
   <source>Nobody is here.</source>
   <translation>No hay nadie.</translation>
  </message>
  <message>
   <source>Paused by {name}. {place}</source>
   <translation>En pausa por {name}. {place}</translation>
  </message>
  <message>
   <source>Practice question.</source>
   <translation>Pregunta de práctica.</translation>
  </message>
  <message>
   <source>Question {number} of {total}</source>
   <translation>Pregunta {number} de {total}</translation>
  </message>
  <message>
   <source>Ready, and waiting for you to start the interview.</source>
   <translation>Lista; espera a que usted inicie la entrevista.</translation>
  </message>
  <message>
   <source>The interview is over.</source>
   <translation>La entrevista ha terminado.</translation>
  </message>
  <message>
   <source>The recording is being finished.</source>
   <translation>Se está terminando la grabación.</translation>
  </message>
  <message>
   <source>The recording is starting.</source>
   <translation>La grabación está empezando.</translation>
  </message>
  <message>
   <source>answering</source>
   <translation>respondiendo</translation>
  </message>
  <message>
   <source>being read out</source>
   <translation>se está leyendo</translation>
  </message>
  <message>
   <source>deciding whether to keep the answer</source>
   <translation>decidiendo si conserva la respuesta</translation>
  </message>
  <message>
   <source>thinking</source>
   <translation>pensando</translation>
  </message>
  <message>
   <source>{spent} of {limit}</source>
   <translation>{spent} de {limit}</translation>
  </message>
 </context>
 <context>
  <name>StaffTongue</name>
  <message>
   <source>Language: {name}</source>
   <translation>Idioma: {name}</translation>
  </message>
  <message>
   <source>Which language would you like?</source>
   <translation>¿Qué idioma prefiere?</translation>
  </message>
 </context>
 <context>
  <name>StaffWindow</name>
  <message>
   <source>Interview Kiosk: staff</source>
   <translation>Interview Kiosk: personal</translation>
  </message>
  <message>
   <source>Open the panel</source>
   <translation>Abrir el panel</translation>
  </message>
 </context>
 <context>
  <name>StatusList</name>
  <message>
   <source>Camera</source>
   <translation>Cámara</translation>
  </message>
  <message>
   <source>Central server</source>
   <translation>Servidor central</translation>
  </message>
  <message>
   <source>Closed until it is needed</source>
   <translation>Cerrado hasta que haga falta</translation>
  </message>
  <message>
   <source>Covered. Uncover it when the reason is over.</source>
   <translation>Tapado. Destápelo cuando desaparezca el motivo.</translation>
  </message>
  <message>
   <source>Disconnected. Check the cable; it comes back by itself.</source>
   <translation>Desconectado. Compruebe el cable; vuelve por sí solo.</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>Disco</translation>
  </message>
  <message>
   <source>Everything has been sent.</source>
   <translation>Se ha enviado todo.</translation>
  </message>
  <message>
   <source>Export and remove old sessions today.</source>
   <translation>Exporte y elimine hoy sesiones antiguas.</translation>
  </message>
  <message>
   <source>Loudspeaker</source>
   <translation>Altavoz</translation>
  </message>
  <message>
   <source>Microphone</source>
   <translation>Micrófono</translation>
  </message>
  <message>
   <source>Not connected. Everything stays on this station.</source>
   <translation>Sin conexión. Todo permanece en este puesto.</translation>
  </message>
  <message>
   <source>On</source>
   <translation>Activo</translation>
  </message>
  <message>
   <source>On, being recorded</source>
   <translation>Activo, grabándose</translation>
  </message>
  <message>
   <source>Opening</source>
   <translation>Abriéndose</translation>
  </message>
  <message>
   <source>Ready, not recording</source>
   <translation>Lista, sin grabar</translation>
  </message>
  <message>
   <source>Recorder</source>
   <translation>Grabadora</translation>
  </message>
  <message>
   <source>Recording, part {part}, {minutes}:{seconds:02d}, {lost} pictures lost</source>
   <translation>Grabando, parte {part}, {minutes}:{seconds:02d}, {lost} imágenes perdidas</translation>
  </message>
  <message>
   <source>Silent. Ask for a word, or use another microphone.</source>
   <translation>En silencio. Pida que diga algo o use otro micrófono.</translation>
  </message>
  <message>
   <source>The booth is being tested. That takes about twenty seconds.</source>
   <translation>Se está probando la cabina. Tarda unos veinte segundos.</translation>
  </message>
  <message>
   <source>The picture stands still. Plug the camera out and in again.</source>
   <translation>La imagen está congelada. Desconecte la cámara y vuelva a conectarla.</translation>
  </message>
  <message>
   <source>The recorder does not answer. It is being started again; wait a moment.</source>
   <translation>La grabadora no responde. Se está reiniciando; espere un momento.</translation>
  </message>
  <message>
   <source>{free}, about {hours} hours of interviews</source>
   <translation>{free}, unas {hours} horas de entrevistas</translation>
  </message>
  <message>
   <source>{gib} GiB free</source>
   <translation>{gib} GiB libres</translation>
  </message>
  <message>
   <source>{sessions} sessions wait to be sent ({gib} GiB)</source>
   <translation>{sessions} sesiones por enviar ({gib} GiB)</translation>
  </message>
  <message>
   <source>{sessions} sessions wait, the server cannot be reached. Nothing is lost.</source>
   <translation>{sessions} sesiones en espera; no se puede acceder al servidor. No se ha perdido nada.</translation>
  </message>
 </context>
 <context>
  <name>StickPage</name>
  <message>
   <source>Looking…</source>
   <translation>Buscando…</translation>
  </message>
  <message>
   <source>Plug in a stick</source>
   <translation>Conecte una memoria USB</translation>
  </message>
  <message>
   <source>The export needs up to {size}.</source>
   <translation>La exportación necesita hasta {size}.</translation>
  </message>
 </context>
 <context>
  <name>StillThere</name>
  <message>
   <source>Are you still there?</source>
   <translation>¿Sigue ahí?</translation>
  </message>
  <message>
   <source>I am still here</source>
   <translation>Sigo aquí</translation>
  </message>
  <message>
   <source>Take all the time you need. If nobody answers, this interview is closed soon.</source>
   <translation>Tómese todo el tiempo que necesite. Si nadie responde, esta entrevista se cerrará pronto.</translation>
  </message>
 </context>
 <context>
  <name>Texts</name>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n minuto</numerusform>
    <numerusform>%n minutos</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n second(s)</source>
   <translation>
    <numerusform>%n segundo</numerusform>
    <numerusform>%n segundos</numerusform>
   </translation>
  </message>
  <message>
   <source>A letter or a number is missing or mistaken. Please compare it with your invitation.</source>
   <translation>Falta una letra o un número, o no es correcto. Compárelo con su invitación, por favor.</translation>
  </message>
  <message>
   <source>Another reason</source>
   <translation>Otro motivo</translation>
  </message>
  <message>
   <source>Answered in {time}</source>
   <translation>Respondida en {time}</translation>
  </message>
  <message>
   <source>Cut short after {time}</source>
   <translation>Interrumpida tras {time}</translation>
  </message>
  <message>
   <source>Hand raised</source>
   <translation>Mano levantada</translation>
  </message>
  <message>
   <source>Interview paused</source>
   <translation>Entrevista en pausa</translation>
  </message>
  <message>
   <source>Not asked</source>
   <translation>No formulada</translation>
  </message>
  <message>
   <source>Not in the recording: {missing}.</source>
   <translation>No está en la grabación: {missing}.</translation>
  </message>
  <message>
   <source>Privacy</source>
   <translation>Privacidad</translation>
  </message>
  <message>
   <source>Skipped</source>
   <translation>Omitida</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>Personal</translation>
  </message>
  <message>
   <source>Staff in the booth</source>
   <translation>Personal en la cabina</translation>
  </message>
  <message>
   <source>Technical reason</source>
   <translation>Motivo técnico</translation>
  </message>
  <message>
   <source>That took too long on our side. Please try again.</source>
   <translation>Hemos tardado demasiado. Inténtelo de nuevo, por favor.</translation>
  </message>
  <message>
   <source>The candidate</source>
   <translation>La persona entrevistada</translation>
  </message>
  <message>
   <source>The candidate asked for it</source>
   <translation>Lo pidió la persona entrevistada</translation>
  </message>
  <message>
   <source>The surroundings</source>
   <translation>El entorno</translation>
  </message>
  <message>
   <source>The technology</source>
   <translation>La técnica</translation>
  </message>
  <message>
   <source>This code has been used already. If that was not you, please call staff.</source>
   <translation>Este código ya se ha utilizado. Si no fue usted, llame al personal, por favor.</translation>
  </message>
  <message>
   <source>This invitation is no longer valid. Staff can help you with a new one.</source>
   <translation>Esta invitación ya no es válida. El personal puede ayudarle a obtener otra.</translation>
  </message>
  <message>
   <source>We do not know this code. Please compare it with your invitation and try again.</source>
   <translation>No conocemos este código. Compárelo con su invitación e inténtelo de nuevo, por favor.</translation>
  </message>
  <message>
   <source>You can simply go on.</source>
   <translation>Puede continuar sin más.</translation>
  </message>
  <message>
   <source>Your code is right, but the questions on this station were changed and nobody has checked them yet. Please call staff.</source>
   <translation>Su código es correcto, pero las preguntas de este puesto han cambiado y nadie las ha revisado todavía. Llame al personal, por favor.</translation>
  </message>
  <message>
   <source>Your code is right, but this station lacks your interview. Please call staff.</source>
   <translation>Su código es correcto, pero este puesto no tiene su entrevista. Llame al personal, por favor.</translation>
  </message>
  <message>
   <source>Your interview is not open yet. Please come back at the time in your invitation.</source>
   <translation>Su entrevista todavía no está abierta. Vuelva a la hora indicada en su invitación, por favor.</translation>
  </message>
  <message>
   <source>camera covered</source>
   <translation>cámara tapada</translation>
  </message>
  <message>
   <source>camera disconnected</source>
   <translation>cámara desconectada</translation>
  </message>
  <message>
   <source>d MMMM yyyy</source>
   <translation>d 'de' MMMM 'de' yyyy</translation>
  </message>
  <message>
   <source>microphone covered</source>
   <translation>micrófono tapado</translation>
  </message>
  <message>
   <source>microphone disconnected</source>
   <translation>micrófono desconectado</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>en pausa</translation>
  </message>
  <message>
   <source>power lost</source>
   <translation>corte de corriente</translation>
  </message>
  <message>
   <source>recording interrupted</source>
   <translation>grabación interrumpida</translation>
  </message>
  <message>
   <source>recording stopped by staff</source>
   <translation>grabación detenida por el personal</translation>
  </message>
 </context>
 <context>
  <name>ThanksScreen</name>
  <message>
   <source>People read and hear your answers, and you are told what they decide. It is kept {days} days.</source>
   <translation>Varias personas leerán y escucharán sus respuestas, y se le comunicará lo que decidan. Todo se guarda {days} días.</translation>
  </message>
  <message>
   <source>Photograph this, or write both down. With the code you can have everything erased; without it that happens on {until}.</source>
   <translation>Fotografíe esto o anote ambos datos. Con el código puede pedir que se borre todo; sin él, se borrará el {until}.</translation>
  </message>
  <message>
   <source>Staff have ended the interview. What you said until then is saved.</source>
   <translation>El personal ha terminado la entrevista. Lo que dijo hasta entonces está guardado.</translation>
  </message>
  <message>
   <source>Start a new interview</source>
   <translation>Empezar otra entrevista</translation>
  </message>
  <message>
   <source>Thank you</source>
   <translation>Muchas gracias</translation>
  </message>
  <message>
   <source>The interview ended before it began. Nothing was recorded.</source>
   <translation>La entrevista terminó antes de empezar. No se grabó nada.</translation>
  </message>
  <message>
   <source>Write it down: with it you can ask about your interview.</source>
   <translation>Anótelo: con él puede preguntar por su entrevista.</translation>
  </message>
  <message>
   <source>Your delete code</source>
   <translation>Su código de borrado</translation>
  </message>
  <message>
   <source>Your interview is complete and safely saved. You may get up now.</source>
   <translation>Su entrevista está completa y bien guardada. Ya puede levantarse.</translation>
  </message>
  <message>
   <source>Your interview is saved in parts on this station. Staff will put them together.</source>
   <translation>Su entrevista está guardada por partes en este puesto. El personal las reunirá.</translation>
  </message>
  <message>
   <source>Your receipt as a QR code</source>
   <translation>Su resguardo como código QR</translation>
  </message>
  <message>
   <source>Your receipt number</source>
   <translation>Su número de resguardo</translation>
  </message>
 </context>
 <context>
  <name>TimeBar</name>
  <message>
   <source>a few seconds left</source>
   <translation>quedan unos segundos</translation>
  </message>
  <message>
   <source>about a minute left</source>
   <translation>queda alrededor de un minuto</translation>
  </message>
  <message>
   <source>about half a minute left</source>
   <translation>queda alrededor de medio minuto</translation>
  </message>
  <message>
   <source>about {minutes} minutes left</source>
   <translation>quedan unos {minutes} minutos</translation>
  </message>
  <message>
   <source>the time is up</source>
   <translation>se ha acabado el tiempo</translation>
  </message>
  <message>
   <source>{minutes}:{seconds:02d} left</source>
   <translation>quedan {minutes}:{seconds:02d}</translation>
  </message>
 </context>
 <context>
  <name>Timeline</name>
  <message>
   <source>{at} of {length}</source>
   <translation>{at} de {length}</translation>
  </message>
 </context>
 <context>
  <name>ToCandidate</name>
  <message>
   <source>Please move a little closer to the camera.</source>
   <translation>Acérquese un poco más a la cámara, por favor.</translation>
  </message>
  <message>
   <source>Please speak a little louder.</source>
   <translation>Hable un poco más alto, por favor.</translation>
  </message>
  <message>
   <source>Take your time.</source>
   <translation>Tómese su tiempo.</translation>
  </message>
  <message>
   <source>We will be with you in a moment.</source>
   <translation>Enseguida estamos con usted.</translation>
  </message>
 </context>
 <context>
  <name>TopLine</name>
  <message>
   <source>Practice question</source>
   <translation>Pregunta de práctica</translation>
  </message>
 </context>
 <context>
  <name>Watching</name>
  <message>
   <source>Captions</source>
   <translation>Subtítulos</translation>
  </message>
  <message>
   <source>Five seconds back</source>
   <translation>Cinco segundos atrás</translation>
  </message>
  <message>
   <source>Five seconds on</source>
   <translation>Cinco segundos adelante</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Poner en pausa</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>Reproducir</translation>
  </message>
  <message>
   <source>Speed</source>
   <translation>Velocidad</translation>
  </message>
 </context>
 <context>
  <name>WelcomeScreen</name>
  <message>
   <source>A quiet place for your interview. You set the pace.</source>
   <translation>Un lugar tranquilo para su entrevista. Usted marca el ritmo.</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>Empezar</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Le damos la bienvenida</translation>
  </message>
  <message>
   <source>You need the code from your invitation. Nothing is recorded before you agree to it.</source>
   <translation>Necesita el código de su invitación. No se graba nada antes de que usted lo acepte.</translation>
  </message>
 </context>
 <context>
  <name>Workbench</name>
  <message>
   <source>Larger letters</source>
   <translation>Letra más grande</translation>
  </message>
  <message>
   <source>Programs cannot be run here. Write yours and submit it: it is kept.</source>
   <translation>Aquí no se pueden ejecutar programas. Escriba el suyo y entréguelo: se guarda.</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>Ejecutar</translation>
  </message>
  <message>
   <source>Smaller letters</source>
   <translation>Letra más pequeña</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Detener</translation>
  </message>
  <message>
   <source>Submit</source>
   <translation>Entregar</translation>
  </message>
  <message>
   <source>Tab now moves on. Type to go on writing.</source>
   <translation>Ahora Tab avanza. Teclee para seguir escribiendo.</translation>
  </message>
  <message>
   <source>To leave the editor by keyboard: Escape, then Tab.</source>
   <translation>Para salir del editor con el teclado: Escape y después Tab.</translation>
  </message>
  <message>
   <source>Your program is kept as it stands.</source>
   <translation>Su programa queda guardado tal como está.</translation>
  </message>
 </context>
 <context>
  <name>keyboard</name>
  <message>
   <source>Acute accent</source>
   <translation>Acento agudo</translation>
  </message>
  <message>
   <source>Ampersand</source>
   <translation>Signo et</translation>
  </message>
  <message>
   <source>Apostrophe</source>
   <translation>Apóstrofo</translation>
  </message>
  <message>
   <source>Asterisk</source>
   <translation>Asterisco</translation>
  </message>
  <message>
   <source>At sign</source>
   <translation>Arroba</translation>
  </message>
  <message>
   <source>Backslash</source>
   <translation>Barra invertida</translation>
  </message>
  <message>
   <source>Backtick</source>
   <translation>Acento grave</translation>
  </message>
  <message>
   <source>Capital letter</source>
   <translation>Mayúscula</translation>
  </message>
  <message>
   <source>Capital {letter}</source>
   <translation>{letter} mayúscula</translation>
  </message>
  <message>
   <source>Caret</source>
   <translation>Circunflejo</translation>
  </message>
  <message>
   <source>Closing brace</source>
   <translation>Llave de cierre</translation>
  </message>
  <message>
   <source>Closing bracket</source>
   <translation>Paréntesis de cierre</translation>
  </message>
  <message>
   <source>Closing square bracket</source>
   <translation>Corchete de cierre</translation>
  </message>
  <message>
   <source>Colon</source>
   <translation>Dos puntos</translation>
  </message>
  <message>
   <source>Comma</source>
   <translation>Coma</translation>
  </message>
  <message>
   <source>Diaeresis</source>
   <translation>Diéresis</translation>
  </message>
  <message>
   <source>Dollar</source>
   <translation>Dólar</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Entrar</translation>
  </message>
  <message>
   <source>Equals</source>
   <translation>Igual</translation>
  </message>
  <message>
   <source>Erase</source>
   <translation>Borrar</translation>
  </message>
  <message>
   <source>Euro</source>
   <translation>Euro</translation>
  </message>
  <message>
   <source>Exclamation mark</source>
   <translation>Signo de exclamación</translation>
  </message>
  <message>
   <source>Full stop</source>
   <translation>Punto</translation>
  </message>
  <message>
   <source>Greater than</source>
   <translation>Mayor que</translation>
  </message>
  <message>
   <source>Hide the keyboard</source>
   <translation>Ocultar el teclado</translation>
  </message>
  <message>
   <source>Indent</source>
   <translation>Sangrar</translation>
  </message>
  <message>
   <source>Keys of another language</source>
   <translation>Teclas de otro idioma</translation>
  </message>
  <message>
   <source>Less than</source>
   <translation>Menor que</translation>
  </message>
  <message>
   <source>Minus</source>
   <translation>Menos</translation>
  </message>
  <message>
   <source>Number sign</source>
   <translation>Almohadilla</translation>
  </message>
  <message>
   <source>Opening brace</source>
   <translation>Llave de apertura</translation>
  </message>
  <message>
   <source>Opening bracket</source>
   <translation>Paréntesis de apertura</translation>
  </message>
  <message>
   <source>Opening exclamation mark</source>
   <translation>Signo de apertura de exclamación</translation>
  </message>
  <message>
   <source>Opening question mark</source>
   <translation>Signo de apertura de interrogación</translation>
  </message>
  <message>
   <source>Opening square bracket</source>
   <translation>Corchete de apertura</translation>
  </message>
  <message>
   <source>Per cent</source>
   <translation>Por ciento</translation>
  </message>
  <message>
   <source>Plus</source>
   <translation>Más</translation>
  </message>
  <message>
   <source>Question mark</source>
   <translation>Signo de interrogación</translation>
  </message>
  <message>
   <source>Quotation mark</source>
   <translation>Comillas</translation>
  </message>
  <message>
   <source>Semicolon</source>
   <translation>Punto y coma</translation>
  </message>
  <message>
   <source>Signs</source>
   <translation>Signos</translation>
  </message>
  <message>
   <source>Slash</source>
   <translation>Barra</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Espacio</translation>
  </message>
  <message>
   <source>Tilde</source>
   <translation>Tilde</translation>
  </message>
  <message>
   <source>To the left</source>
   <translation>A la izquierda</translation>
  </message>
  <message>
   <source>To the right</source>
   <translation>A la derecha</translation>
  </message>
  <message>
   <source>Underscore</source>
   <translation>Guion bajo</translation>
  </message>
  <message>
   <source>Vertical bar</source>
   <translation>Barra vertical</translation>
  </message>
 </context>
 <context>
  <name>setup</name>
  <message>
   <source>A PIN has {least} to {most} digits.</source>
   <translation>Un PIN tiene de {least} a {most} dígitos.</translation>
  </message>
  <message>
   <source>A model on this station</source>
   <translation>Un modelo en este puesto</translation>
  </message>
  <message>
   <source>A package that it needs is not installed on this station.</source>
   <translation>En este puesto no está instalado un paquete que necesita.</translation>
  </message>
  <message>
   <source>A server on your site that speaks the OpenAI protocol. The sound of the answers is sent to it.</source>
   <translation>Un servidor de su organización que habla el protocolo de OpenAI. Se le envía el sonido de las respuestas.</translation>
  </message>
  <message>
   <source>A speech server</source>
   <translation>Un servidor de voz</translation>
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
   <translation>Recursos Humanos</translation>
  </message>
  <message>
   <source>Helps candidates, pauses, releases and ends interviews.</source>
   <translation>Ayuda, pone en pausa, libera y termina entrevistas.</translation>
  </message>
  <message>
   <source>It did not write the sentence down.</source>
   <translation>La frase no se transcribió.</translation>
  </message>
  <message>
   <source>Its words help to find a place in a recording. No score is made of them.</source>
   <translation>Sus palabras ayudan a encontrar un momento de la grabación. Con ellas no se puntúa.</translation>
  </message>
  <message>
   <source>No answer leaves the station. The model (CTranslate2 format) lies in a folder of its own, where the station can read it and backups leave it out.</source>
   <translation>Ninguna respuesta sale del puesto. El modelo (en formato CTranslate2) está en una carpeta propia que el puesto puede leer y que las copias de seguridad omiten.</translation>
  </message>
  <message>
   <source>Nobody</source>
   <translation>Nadie</translation>
  </message>
  <message>
   <source>Nothing can be played.</source>
   <translation>No se puede reproducir nada.</translation>
  </message>
  <message>
   <source>Nothing is filmed.</source>
   <translation>No se filma nada.</translation>
  </message>
  <message>
   <source>People listen to the answers, and candidates may type. Scores are withheld and say why. Everything else works.</source>
   <translation>Las respuestas las escuchan personas, y quien lo prefiera puede escribirlas. No se dan puntuaciones y se dice por qué. Todo lo demás funciona.</translation>
  </message>
  <message>
   <source>Proctor</source>
   <translation>Personal de sala</translation>
  </message>
  <message>
   <source>Room for {hours} hours of interviews.</source>
   <translation>Espacio para {hours} horas de entrevistas.</translation>
  </message>
  <message>
   <source>Roughly, in English only</source>
   <translation>De forma aproximada, solo en inglés</translation>
  </message>
  <message>
   <source>Sees, exports and erases what candidates gave.</source>
   <translation>Ve, exporta y borra los resultados.</translation>
  </message>
  <message>
   <source>Small pictures</source>
   <translation>Imágenes pequeñas</translation>
  </message>
  <message>
   <source>Technician</source>
   <translation>Servicio técnico</translation>
  </message>
  <message>
   <source>Tests the booth, sees to its devices and sets it up.</source>
   <translation>Prueba la cabina, se ocupa de sus dispositivos y la configura.</translation>
  </message>
  <message>
   <source>The address begins with http:// or https:// and ends with the version, as in /v1.</source>
   <translation>La dirección empieza por http:// o https:// y termina con la versión, como /v1.</translation>
  </message>
  <message>
   <source>The address begins with https:// (or http:// inside one computer).</source>
   <translation>La dirección empieza por https:// (o http:// dentro de un mismo ordenador).</translation>
  </message>
  <message>
   <source>The first one there is</source>
   <translation>El primero disponible</translation>
  </message>
  <message>
   <source>The model in this folder is not whole.</source>
   <translation>El modelo de esta carpeta no está completo.</translation>
  </message>
  <message>
   <source>The server does not answer. Please check the address and the network.</source>
   <translation>El servidor no responde. Compruebe la dirección y la red.</translation>
  </message>
  <message>
   <source>The server does not take this code. Please ask for a new one.</source>
   <translation>El servidor no acepta este código. Pida uno nuevo.</translation>
  </message>
  <message>
   <source>There is no such folder yet. Please put the model there.</source>
   <translation>Esa carpeta todavía no existe. Ponga ahí el modelo, por favor.</translation>
  </message>
  <message>
   <source>This cannot be kept, and nothing was changed.</source>
   <translation>Esto no se puede guardar; no se ha cambiado nada.</translation>
  </message>
  <message>
   <source>Voice only</source>
   <translation>Solo voz</translation>
  </message>
 </context>
</TS>
