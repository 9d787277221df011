/** English consultations as they are spoken: what is drafted and then stands up to verification. */
import { describe, expect, it } from 'vitest';
import { verify } from '../verify/verify.ts';
import { draftOf } from './engine.ts';
import { spoken } from './spoken.ts';

function published(text: string): string[] {
  const transcript = spoken(text, 'en');
  return verify(draftOf(transcript), transcript).facts.map(({ name, assertion }) => `${name}: ${assertion}`);
}

describe('a yes-or-no question', () => {
  it.each<[string, string[]]>([
    ['D: Have you gone hoarse?\nP: No, I sound the same.', ['hoarseness: negated']],
    ['D: When it happens do you get chest pain?\nP: No.', ['chest pain: negated']],
    ["D: Any swelling in your legs?\nP: I don't think so.", ['peripheral edema: negated']],
    ["D: Are you diabetic?\nP: I'm not, no.", ['diabetes mellitus: negated']],
    ['D: Do you get short of breath?\nP: Only on the stairs.', ['dyspnea: present']],
    ['D: Does the leg feel weak at all?\nP: No.', ['leg weakness: negated']],
    ["D: Is her neck stiff?\nP: No, she's looking down.", ['stiff neck: negated']],
    ['D: Do your joints ache?\nP: Not really.', ['joint pain: negated']],
    ['D: Any wheeze? Any sort of rattling cough at all?\nP: No.', ['wheezing: negated', 'cough: negated']],
  ])('%s', (text, expected) => {
    expect(published(text)).toEqual(expected);
  });
});

it('reads a pain told anew by the first word of a turn', () => {
  expect(published('P: I have back ache.\nD: Go on.\nP: Pain all the time.')).toEqual([
    'back pain: present',
    'pain: present',
  ]);
});

describe('a denial of the noun beside it', () => {
  it.each<[string, string[]]>([
    ['D: Any nausea or vomiting?\nP: No vomiting.', ['vomiting: negated']],
    ['D: Any blood in it, any itching?\nP: No blood. No.', ['blood: negated', 'itching: negated']],
    ['D: Any chest pain, or dizziness?\nP: No pain at all.', ['chest pain: negated', 'pain: negated']],
    ['D: Any dizziness?\nP: No headache.', ['headache: negated']],
  ])('%s', (text, expected) => {
    expect(published(text)).toEqual(expected);
  });
});

/** The attributes that were said of the first fact. */
function attributesOf(text: string): Record<string, string> {
  const transcript = spoken(text, 'en');
  const said = verify(draftOf(transcript), transcript).facts[0]?.attributes ?? {};
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)) as Record<string, string>;
}

describe('what is feared or guessed', () => {
  it.each<[string, string[]]>([
    ['D: What are you most worried about?\nP: A brain tumour.', ['brain cancer: possible']],
    ['D: What did you think it was?\nP: I thought a slipped disc.', ['herniated disc: possible']],
    ["D: Any concerns?\nP: That I'm gonna have a heart attack.", ['myocardial infarction: hypothetical']],
    ['D: Were you worried about anything?\nP: I have asthma, so yes.', ['asthma: present']],
  ])('%s', (text, expected) => {
    expect(published(text)).toEqual(expected);
  });
});

describe("a relative's illness", () => {
  it.each<[string, string[]]>([
    ['D: Does anybody in the family get migraines?\nP: My mum did.', ['migraine: family']],
    ['D: Any family history of bowel cancer?\nP: My grandfather.', ['colorectal cancer: family']],
    ['D: Any family history of bowel cancer?\nP: Not my dad, no.', []],
  ])('%s', (text, expected) => {
    expect(published(text)).toEqual(expected);
  });
});

describe('what is told of one finding over several turns', () => {
  it.each<[string, Record<string, string>]>([
    ["P: I've got this pain in my knee.\nD: Is it both knees?\nP: Just the right one.", { laterality: 'right' }],
    ['P: My calf aches.\nD: Is it there all the time?\nP: No, on and off.', { frequency: 'on and off' }],
    ['P: I have a terrible headache.\nD: Out of ten?\nP: Seven, maybe eight.', { severity: '7/10' }],
    ['P: My stomach hurts. It came on just after lunch.', { onset: 'just after lunch' }],
    ["P: My stomach hurts.\nD: Can you describe the pain?\nP: It's crampy.", { character: 'crampy' }],
    ['P: I have a headache. It feels like a tight band.', { character: 'like a tight band' }],
    ["P: I've had a sharp, stabbing pain in my chest.", { character: 'sharp, stabbing' }],
    [
      'P: My hip hurts.\nD: Anything make it worse?\nP: Going downstairs.\nD: And what helps?\nP: Um, a hot bath.',
      { aggravated_by: 'Going downstairs', relieved_by: 'a hot bath' },
    ],
    ['P: My hip hurts.\nD: Is it worse when you walk?\nP: Yes.', { aggravated_by: 'when you walk' }],
    ['P: My hip hurts.\nD: Is it worse when you walk?\nP: No.', {}],
    ['P: I get dizzy when I stand up.', { aggravated_by: 'when I stand up' }],
    ['P: I had a headache when I woke up.', {}],
    [
      "P: I've a cough. It's worse lying flat. Sitting up helps.",
      { aggravated_by: 'lying flat', relieved_by: 'Sitting up' },
    ],
    ["P: I took codeine but it hasn't touched it.", { effect: "hasn't touched it" }],
    ["P: I've tried ibuprofen.\nD: Did that help?\nP: Not really.", { effect: 'Not really' }],
  ])('%s', (text, expected) => {
    expect(attributesOf(text)).toEqual(expected);
  });

  it('a deed that brings it on is no finding', () => {
    expect(published('P: My back hurts. Coughing makes it worse.')).toEqual(['back pain: present']);
  });

  it('`the pain` is the one that was told of', () => {
    expect(published('P: My elbow hurts.\nD: When did the pain start?\nP: Last week.')).toHaveLength(1);
  });
});

describe('what somebody comes for', () => {
  it.each<[string, string[]]>([
    ["D: How can I help?\nP: I've got this scaly patch on my scalp.", ['scaly patch on my scalp: present']],
    [
      "D: What's brought you in?\nP: Hi, so I've been having these episodes where I zone out.",
      ['episodes where I zone out: present'],
    ],
    ["D: How can I help?\nP: I've got a question about my pills.", []],
    ["D: How can I help?\nP: It's about my daughter.", []],
  ])('%s', (text, expected) => {
    expect(published(text)).toEqual(expected);
  });

  it('is what is then asked about', () => {
    const text =
      "D: What can I do for you?\nP: It's my elbow.\nD: How long's that been?\nP: Two weeks.\nP: It's the left one.";
    expect(attributesOf(text)).toEqual({ duration: 'Two weeks', laterality: 'left' });
  });
});

describe('habits, home, work and what is in order', () => {
  it.each<[string, string[]]>([
    ['D: Do you smoke?\nP: I packed it in two years ago.', ['smoking: historical']],
    ['D: Smoke?\nP: Not for twenty years.', ['smoking: historical']],
    ['D: And drink?\nP: Weekends. Six pints over a weekend.', ['drink: present']],
    ['D: Do you drink enough water?\nP: Yes.', []],
    ['D: Alcohol?\nP: Maybe three glasses of wine a week.', ['alcohol use: present']],
    ["P: I'm a nurse, so I'm on my feet.", ['nurse: present']],
    ['D: And what did you do for work?\nP: I was a plasterer.', ['was a plasterer: present']],
    ["D: Who's at home with you?\nP: Me and my wife.", ['Me and my wife: present']],
    ['D: Any exercise?\nP: I walk the dog every day.', ['walk the dog every day: present']],
    ["P: It's sore. It goes down my leg.", ['pain: present', 'goes down my leg: present']],
    ['D: Does it spread anywhere else?\nP: No.', ['spread anywhere else: negated']],
    ['D: And your bowels?\nP: Fine.', ['bowels: present']],
    ["P: The left leg's fine. My sleep isn't good.", ['left leg: present']],
  ])('%s', (text, expected) => {
    expect(published(text)).toEqual(expected);
  });

  it('tell how much', () => {
    const asked = 'D: Do you smoke?\nP: I gave it up.\nD: How many did you smoke?\nP: About twenty a day.';
    expect(attributesOf(asked)).toMatchObject({ frequency: 'twenty a day' });
    expect(attributesOf("D: And your bowels?\nP: Yeah, they're fine.")).toEqual({ value: 'fine' });
  });
});
