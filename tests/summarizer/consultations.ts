import type { Line } from '../inference/models/conversation.ts';

/** Consultations of our own writing, with what a good reader finds in them. */
export const CONSULTATIONS: Readonly<Record<'es' | 'en', readonly (readonly string[])[]>> = {
  es: [
    [
      'D: Buenos días, ¿qué le trae por aquí?',
      'P: Tengo 58 años y me duele el pecho desde hace 2 días.',
      'D: ¿Ha tenido fiebre?',
      'P: No, fiebre no. Pero tengo tos desde hace 1 semana.',
      'D: ¿Toma algún medicamento?',
      'P: Sí, metformina de 850 mg cada 12 horas y enalapril de 10 mg.',
      'D: ¿Alergias?',
      'P: Soy alérgico a la penicilina.',
      'D: La presión está en 150/95 y la frecuencia cardíaca en 88.',
    ],
    [
      'Paciente de 72 años, mujer, que presenta disnea desde hace 3 semanas y edemas en tobillos. Niega dolor torácico y palpitaciones. Antecedentes de hipertensión y diabetes. Toma furosemida 40 mg al día y losartán 50 mg. No refiere fiebre. Temperatura de 36,5 grados.',
    ],
    [
      'D: Cuénteme.',
      'P: Me duele mucho la cabeza, desde hace 4 días, y tengo náuseas.',
      'D: ¿Vómitos?',
      'P: No.',
      'D: ¿Visión borrosa?',
      'P: Sí, un poco.',
      'D: ¿Antecedentes?',
      'P: Tengo migraña desde joven. No tengo diabetes.',
      'P: Tomo ibuprofeno de 600 mg cada 8 horas.',
      'D: ¿Fuma?',
      'P: No, no fumo.',
    ],
    [
      'P: Llevo 10 días con diarrea y dolor abdominal.',
      'D: ¿Sangre en las heces?',
      'P: No.',
      'D: ¿Ha perdido peso?',
      'P: Sí, he perdido peso, unos 3 kilos.',
      'D: ¿Tiene fiebre?',
      'P: Sí, he tenido fiebre de 38,5 grados.',
      'P: Tengo hipotiroidismo y tomo levotiroxina de 75 microgramos.',
      'D: Le pediré una analítica.',
    ],
    [
      'Varón de 35 años con dolor lumbar de 5 días de evolución. Sin fiebre. Sin hormigueo. Refiere insomnio. Niega traumatismo. Fumador de 10 cigarrillos al día. Asma en la infancia. Toma paracetamol 1 g cada 8 horas.',
    ],
    [
      'D: ¿Qué le ocurre?',
      'P: Tengo mareos y palpitaciones desde hace 6 meses.',
      'D: ¿Dolor de pecho?',
      'P: No, dolor de pecho no tengo.',
      'D: ¿Ansiedad?',
      'P: Sí, tengo ansiedad y duermo mal.',
      'D: ¿Toma algo?',
      'P: Sertralina de 50 mg por la mañana.',
      'D: ¿Es alérgica a algo?',
      'P: No, a nada.',
    ],
  ],
  en: [
    [
      'D: Good morning, what brings you in?',
      'P: I am 58 years old and I have had chest pain for 2 days.',
      'D: Any fever?',
      'P: No, no fever. But I have a cough, for 1 week now.',
      'D: Do you take any medication?',
      'P: Yes, metformin 850 mg twice a day and lisinopril 10 mg.',
      'D: Allergies?',
      'P: I am allergic to penicillin.',
      'D: Your blood pressure is 150/95 and your heart rate is 88.',
    ],
    [
      '72-year-old woman with shortness of breath for 3 weeks and ankle swelling. Denies chest pain and palpitations. History of hypertension and diabetes. Takes furosemide 40 mg daily and losartan 50 mg. No fever. Temperature 98.6.',
    ],
    [
      'D: Tell me about it.',
      'P: I have a bad headache, for 4 days, and I have nausea.',
      'D: Any vomiting?',
      'P: No.',
      'D: Blurry vision?',
      'P: Yes, a little.',
      'D: Any medical history?',
      'P: I have migraines. I do not have diabetes.',
      'P: I take ibuprofen 600 mg every 8 hours.',
      'D: Do you smoke?',
      'P: No, I do not smoke.',
    ],
    [
      'P: I have had diarrhea and abdominal pain for 10 days.',
      'D: Any blood in your stool?',
      'P: No.',
      'D: Have you lost weight?',
      'P: Yes, I have had weight loss, about 7 pounds.',
      'D: Do you have a fever?',
      'P: Yes, a fever of 101.3.',
      'P: I have hypothyroidism and I take levothyroxine 75 micrograms.',
      'D: I will order a blood test.',
    ],
    [
      '35-year-old man with low back pain for 5 days. No fever. No numbness. Reports insomnia. Denies trauma. Smokes 10 cigarettes a day. Takes acetaminophen 500 mg every 8 hours.',
    ],
    [
      'D: What is going on?',
      'P: I have had dizziness and palpitations for 6 months.',
      'D: Any chest pain?',
      'P: No, I have no chest pain.',
      'D: Anxiety?',
      'P: Yes, I have anxiety and insomnia.',
      'D: Do you take anything?',
      'P: Sertraline 50 mg in the morning.',
      'D: Are you allergic to anything?',
      'P: No, nothing.',
    ],
  ],
};

const SPEAKERS = { D: 'clinician', P: 'patient', U: 'unknown' } as const;

/** "D: ..." and "P: ..." as the clinician's and the patient's turns; without a label nobody's. */
export const linesOf = (turns: readonly string[]): Line[] =>
  turns.map((turn, i) => {
    const [, label, text] = /^(?:([DP]): )?([\s\S]*)$/.exec(turn)!;
    return { id: `s${i + 1}`, speaker: SPEAKERS[(label ?? 'U') as keyof typeof SPEAKERS], text: text! };
  });

/** What a reader might draft of them as present and would be wrong: a word of a question, a denial. By its quote. */
export const WRONG: readonly string[] = [
  '¿Toma algún medicamento?',
  'Do you take any medication?',
  'dolor de pecho no tengo',
];
