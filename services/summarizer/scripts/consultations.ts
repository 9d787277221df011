import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Speaker, Transcript } from '@clinical/contracts';

type Turn = readonly [Speaker, string];

/** ACI-Bench's visits have some 1,280 words on average, in 55 turns. */
const WORDS = 1280;

/** Exchanges of our own writing; a visit takes them in turn, each from another one on. */
const EXCHANGES: readonly (readonly [string, string])[] = [
  [
    'So it says in your file that you called us on Monday about your shoulder, how is that coming along?',
    "Well, it has been hurting for about three weeks now, mostly when I lift my arm above my head, and at night I can't sleep on that side at all.",
  ],
  [
    'Okay. Any numbness or tingling in the hand, any weakness when you hold things?',
    'No numbness, but sometimes a bit of tingling in the fingers after I have been at the computer for a long time.',
  ],
  [
    'Have you tried anything for the pain so far?',
    'I took ibuprofen 400 mg twice a day for the first week, and it helped a little, but it upset my stomach so I stopped it.',
  ],
  [
    'I see. And your blood pressure, are you still checking it at home like we said last time?',
    'Yes, I write it down every morning, it is usually around 135 over 80, and I take my lisinopril 10 mg every day.',
  ],
  [
    'Good. Have you had any chest pain, shortness of breath, or swelling of the legs?',
    'No chest pain. I get a little short of breath when I go up the stairs to the third floor, but that is not new.',
  ],
  [
    'What about fever, chills, night sweats, any weight loss that you did not mean to have?',
    'No, nothing like that, if anything I have gained a few pounds since the holidays.',
  ],
  [
    'Remind me of the family, is there any heart disease or diabetes?',
    'My father had a heart attack when he was sixty two, and my mother has type two diabetes. My sister is fine as far as I know.',
  ],
  [
    'And do you smoke, or drink any alcohol?',
    'I quit smoking ten years ago. I have a glass of wine with dinner on the weekend, maybe two.',
  ],
  [
    'Any allergies to medications that I should know of?',
    'Penicillin, I got a rash from it when I was a child, and I have kept away from it ever since.',
  ],
  [
    'How has the asthma been, how often do you need the albuterol?',
    'Hardly ever, maybe once a month when the pollen is bad. I have not had an attack since the spring of last year.',
  ],
  [
    "Let me have a look. Your heart sounds regular, I don't hear any murmur, and the lungs are clear on both sides.",
    'That is good to hear, I was a bit worried because my neighbor had pneumonia in the winter.',
  ],
  [
    'There is some tenderness over the front of the right shoulder, and it hurts when you reach behind your back, is that right?',
    'Ouch, yes, right there, that is the spot. The left one is perfectly fine.',
  ],
  [
    'Your hemoglobin A1c came back at 6.1, which is a little high, and the cholesterol is at 212.',
    'I know, I have been eating too much bread. My wife says that I should go walking with her in the evenings.',
  ],
  [
    'So for the shoulder I think that this is a rotator cuff tendinitis, and I would like to order an x-ray to be on the safe side.',
    'All right. Do you think that it could be a tear? My brother had one and he needed surgery.',
  ],
  [
    'It might be, but I doubt it. I will refer you to physical therapy, and we start naproxen 500 mg with food for ten days.',
    'Okay, I can do that. Will it be a problem with my stomach like the other one?',
  ],
  [
    'If you get stomach pain or black stools, stop it and give us a call. Take omeprazole 20 mg in the morning as long as you are on it.',
    'Sure, I have some of that left at home from last year.',
  ],
  [
    'How are you sleeping otherwise, and how is your mood these days?',
    'I sleep about six hours. I have been somewhat anxious because of the changes at work, but I am not depressed or anything.',
  ],
  [
    'Any trouble with your vision, headaches, or dizziness when you get up?',
    'I had a headache last week that lasted for two days, and then it went away. No dizziness, and my eyes are the same as ever.',
  ],
  [
    'Then we repeat the blood test in three months, and I will see you again in six weeks for the shoulder.',
    'Sounds good, thank you, doctor. Should I bring my list of blood pressures with me?',
  ],
  [
    'Yes, please do. And remind me, did the knee ever get better after the fall that you had in October?',
    'It did, it was swollen for a week or so, and now I only feel it when it is about to rain.',
  ],
];

/** Visits of ACI-Bench's length. */
export function ourVisits(): Transcript[] {
  return EXCHANGES.map((_, first) => {
    const turns: Turn[] = [];
    for (let i = first, words = 0; words < WORDS; i += 1) {
      const [asked, answered] = EXCHANGES[i % EXCHANGES.length]!;
      turns.push(['clinician', asked], ['patient', answered]);
      words += `${asked} ${answered}`.split(' ').length;
    }
    return transcriptOf(turns);
  });
}

/** Dialogues of a folder of JSON Lines: `[doctor] ...` and `[patient] ...` at the head of the lines of `dialogue`. */
export function visitsOf(folder: string): Transcript[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line.includes('"dialogue"'))
    .map((line) => (JSON.parse(line) as { dialogue: string }).dialogue)
    .filter((dialogue) => dialogue.startsWith('['))
    .map((dialogue) =>
      transcriptOf(
        dialogue.split('\n').map((line): Turn => {
          const [, label = '', text = line] = /^\[(\w+)\]\s*(.*)$/.exec(line) ?? [];
          return [label.startsWith('doc') ? 'clinician' : label.startsWith('pat') ? 'patient' : 'other', text];
        }),
      ),
    );
}

/** So many visits as one. */
export const joined = (visits: readonly Transcript[]): Transcript =>
  transcriptOf(visits.flatMap(({ segments }) => segments.map(({ speaker, text }): Turn => [speaker, text])));

/** All that was said as one note without speakers. */
export const asNote = ({ segments }: Transcript): Transcript =>
  transcriptOf([['unknown', segments.map(({ text }) => text).join('\n')]]);

function transcriptOf(turns: readonly Turn[]): Transcript {
  return {
    job_id: '00000000-0000-4000-8000-000000000000',
    tenant: 'speed',
    submitted_at: 0,
    source: 'transcript',
    language: 'en',
    segments: turns.map(([speaker, text], i) => ({
      id: `s${i + 1}`,
      speaker,
      speaker_label: null,
      speaker_source: 'given',
      start_ms: null,
      end_ms: null,
      language: 'en',
      text,
    })),
    engine: { name: 'parser', model: null, version: '1', prompt_version: null },
    audio_quality: null,
    warnings: [],
    fhir_profile: 'r4',
    content_sha256: '',
  };
}
