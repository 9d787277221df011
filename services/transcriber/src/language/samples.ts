/**
 * Sentences of our own, from which the letter statistics of the language classifier are made when the module loads.
 * Talk of consultations, small talk and the style of notes, in about equal amounts for both languages.
 */
export const SAMPLES = {
  es: `Buenos días, siéntese por favor y cuénteme qué le pasa. Llevo tres días con un dolor de cabeza muy fuerte que no se me
quita con nada. ¿Dónde le duele exactamente, en la frente o en la nuca? Me duele aquí atrás y a veces me baja hacia el cuello
y los hombros. ¿Ha tenido fiebre, vómitos o alguna molestia con la luz? No he tenido fiebre, pero ayer vomité dos veces
después de comer. ¿Toma usted algún medicamento todos los días? Tomo una pastilla para la tensión por la mañana y otra para el
azúcar antes de cenar. ¿Es alérgico a algún medicamento? Creo que a la penicilina, porque de pequeño me salieron ronchas.
Paciente varón de sesenta años con antecedentes de hipertensión arterial y diabetes que acude a urgencias por disnea progresiva
de una semana de evolución. Niega dolor torácico, palpitaciones y pérdida de conocimiento. A la exploración presenta buen estado
general, consciente y orientado, con ruidos cardíacos rítmicos sin soplos y murmullo vesicular conservado. Abdomen blando, no
doloroso a la palpación. Se solicita analítica y radiografía de tórax. Se inicia tratamiento con antibiótico oral y se cita a
control en siete días. Mi madre también tuvo un problema del corazón y mi hermano es diabético. Fumo unos diez cigarrillos al
día y los fines de semana bebo alguna cerveza con los amigos. Trabajo de pie muchas horas y por la noche se me hinchan los
tobillos. Vamos a hacerle una prueba de sangre y después hablamos otra vez. Respire hondo, aguante el aire y ahora suéltelo
despacio. ¿Le duele cuando le toco aquí? Sí, ahí mismo me molesta bastante. Bueno, eso parece una inflamación del estómago, no
se preocupe. Le voy a recetar unas gotas para el oído y un jarabe para la tos. Si le sube la fiebre o le cuesta respirar, vuelva
enseguida. Muchas gracias, doctora, hasta luego. De nada, que se mejore. La niña lleva desde el lunes con mocos, tos y un poco
de diarrea, y casi no quiere comer nada. ¿Cuánto pesa ahora? Pesa catorce kilos. Entonces le daremos cinco mililitros cada ocho
horas. Estoy muy cansada, no duermo bien y se me olvidan las cosas. Desde que perdí el trabajo ando nerviosa y lloro por todo.
Quisiera saber si esto es grave o si puedo seguir haciendo mi vida normal. Hace dos semanas que me caí por las escaleras y
todavía tengo la rodilla derecha hinchada. Cefalea, náuseas y mareo. Sin alergias conocidas. Dolor abdominal difuso, sin irradiación.`,
  en: `Good morning, please have a seat and tell me what is going on. I have had a really bad headache for three days and nothing
seems to take it away. Where exactly does it hurt, in the front or in the back of your head? It hurts back here and sometimes it
goes down into my neck and shoulders. Have you had any fever, vomiting, or trouble with bright lights? I haven't had a fever, but
yesterday I threw up twice after eating. Do you take any medication every day? I take one pill for my blood pressure in the
morning and another one for my sugar before dinner. Are you allergic to anything? I think to penicillin, because I broke out in
hives when I was little. This is a sixty year old man with a history of high blood pressure and diabetes who presents to the
emergency department with shortness of breath which has been getting worse over the past week. He denies chest pain, palpitations
and loss of consciousness. On examination he is well appearing, alert and oriented, with a regular heart rhythm without murmurs
and clear breath sounds. The abdomen is soft and not tender. Blood work and a chest x-ray were ordered. He was started on an oral
antibiotic and will be followed up in seven days. My mother had a heart problem as well and my brother is diabetic. I smoke about
ten cigarettes a day and drink some beer with friends on the weekend. I work on my feet for many hours and my ankles swell up at
night. We are going to run a blood test and then we will talk again. Take a deep breath, hold it, and now let it out slowly. Does
it hurt when I push right here? Yeah, right there, that's pretty sore. Okay, so that looks like some swelling of the stomach, but
don't worry. I'm going to prescribe some drops for your ear and something for the cough. If the fever goes up or you have trouble
breathing, come back right away. Thank you so much, doctor, see you soon. You're welcome, feel better. She has been coughing since
Monday with a runny nose and a little bit of diarrhea, and she hardly wants to eat anything. How much does she weigh now? She
weighs thirty pounds. Then we will give her one teaspoon every eight hours. I'm so tired, I don't sleep well and I keep forgetting
things. Since I lost my job I've been nervous and I cry about everything. I would like to know whether this is serious or if I can
go on with my normal life. Two weeks ago I fell down the stairs and my right knee is still swollen. Headache, nausea and dizziness.
No known allergies. Diffuse abdominal pain without radiation.`,
} as const;

/** Words that carry grammar: a language has them everywhere, the other hardly ever. Spellings with and without accents. */
export const FUNCTION_WORDS = {
  es: `el la los las un una unos unas de del al que en por para con sin sobre entre desde hasta hacia segun y e ni pero sino
    porque cuando donde como cual quien cuanto cuanta cuantos cuantas yo tu usted ustedes nosotros ellos ellas lo le les se te nos mi mis su sus este esta esto estos
    estas ese esa eso esos esas aquel aqui ahi alli es son era eran fue fueron ser estar esta estan estoy estamos estaba he ha
    han hay habia tengo tiene tienen tenia tuvo tener hace hacia hago hacer voy va vamos van ir puede puedo muy mas menos mucho
    mucha muchos muchas poco poca algo alguno alguna algun nada nadie ningun ninguna todo toda todos todas otro otra tambien
    tampoco ya aun todavia siempre nunca ahora luego despues antes ayer hoy bien mal si asi pues entonces bueno vale gracias
    dias semanas meses anos dolor duele tomo toma niega refiere presenta paciente acude antecedentes claro digame senor senora
    hola adios adelante donde verdad quiero quiere siento siente cada vez veces`.split(/\s+/),
  en: `the an of to in on at by for with without about between from until toward and or but because when where how which who
    whom i you he she it we they him her them me my your his its our their this that these those here there is are was were be
    been being am isn't aren't wasn't don't doesn't didn't haven't hasn't can't won't i'm i've i'll you're you've it's that's
    there's he's she's we'll let's have has had do does did will would can could should may might must very more less much many few some any
    nothing nobody none every all other also too already still always never now then after before yesterday today well not
    if so just okay yes yeah yep nope right thanks thank please hello hi goodbye bye what why days weeks months years pain hurts hurt take
    takes taking took came went said told denies reports presents patient history doctor feel feels feeling going got get like know think really kind
    sort little bit one two three good great alright sure mhm uh um huh up out off over down again been since ago`.split(
    /\s+/,
  ),
} as const;
