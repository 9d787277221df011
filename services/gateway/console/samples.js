/** Two invented consultations, written for this page. Nobody in them exists. */
export const SAMPLES = {
  es: `Médica: Buenos días. ¿Qué la trae por aquí?
Paciente: Buenos días, doctora. Tengo 58 años y desde hace cuatro días tengo una tos seca que no me deja dormir. También me duele la garganta, bastante fuerte.
Médica: ¿Ha tenido fiebre?
Paciente: No, fiebre no. Pero anoche tuve escalofríos.
Médica: ¿Le falta el aire al caminar o le duele el pecho?
Paciente: No me duele el pecho. Al subir escaleras me canso un poco más de lo normal.
Médica: ¿Qué enfermedades tiene usted?
Paciente: Soy hipertensa, tomo enalapril 10 mg cada 12 horas. Y tuve una neumonía en 2016.
Médica: ¿Alguna alergia a medicamentos?
Paciente: Soy alérgica a la penicilina, me salieron ronchas.
Médica: ¿Y en la familia?
Paciente: Mi madre tiene diabetes. Mi padre murió de un infarto.
Médica: ¿Fuma?
Paciente: Fumo medio paquete al día desde joven.
Médica: La presión está en 145/90 y la saturación en 96 %. Podría ser una bronquitis aguda. Le voy a pedir una radiografía de tórax. Si aparece fiebre alta o dificultad para respirar, venga a urgencias.`,
  en: `Doctor: Good morning. What brings you in today?
Patient: Hi. I'm a 67-year-old man, and for the last two weeks I've had this burning pain in my stomach, mostly after meals.
Doctor: How bad is it?
Patient: I'd say six out of ten. It's been getting worse.
Doctor: Any vomiting, or black stools?
Patient: No vomiting. I haven't noticed any black stools either. I do feel nauseous in the mornings.
Doctor: Have you lost any weight?
Patient: Not that I know of.
Doctor: What medicines do you take?
Patient: Metformin 850 mg twice a day for my diabetes, and ibuprofen 400 mg for my left knee, almost every day.
Doctor: Any allergies?
Patient: I'm allergic to sulfa, it gave me a rash.
Doctor: Anything that runs in the family?
Patient: My brother had stomach cancer.
Doctor: Have you ever had an ulcer?
Patient: I had a stomach ulcer about ten years ago.
Doctor: Your blood pressure is 138/84 today. This could be gastritis from the ibuprofen. Please stop the ibuprofen, and I'll start you on omeprazole 20 mg once a day. We'll order an endoscopy. If you get black stools or chest pain, call us right away.`,
};
