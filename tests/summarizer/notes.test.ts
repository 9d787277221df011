import { type Assertion, NO_ATTRIBUTES } from '@clinical/contracts';
import { describe, expect, it } from 'vitest';
import { draftOf } from '../../services/summarizer/src/embedded/engine.ts';
import { spoken } from '../../services/summarizer/src/embedded/spoken.ts';
import { verify } from '../../services/summarizer/src/verify/verify.ts';

/** A note's sentence, and what is said in it of each thing. */
type Case = readonly [says: string, of: Readonly<Record<string, Assertion>>];

/** What stands after the thing: the word that decides comes last. */
const AFTER: readonly Case[] = [
  ['Consolidation was not identified.', { Consolidation: 'negated' }],
  ['A pleural rub was not heard.', { 'pleural rub': 'negated' }],
  ['Splenomegaly could not be appreciated.', { Splenomegaly: 'negated' }],
  ['Lymphadenopathy is not appreciated in the groins.', { Lymphadenopathy: 'negated' }],
  ['Retinal detachment not demonstrated on ultrasound.', { 'Retinal detachment': 'negated' }],
  ['Free air under the diaphragm is not visualised.', { 'Free air': 'negated' }],
  ['Margins clear; vascular invasion not identified.', { 'vascular invasion': 'negated' }],
  ['Aortic dissection has now been excluded.', { 'Aortic dissection': 'negated' }],
  ['Bowel obstruction was ruled out by the surgeons.', { 'Bowel obstruction': 'negated' }],
  ['Fevers, sweats and weight loss are denied.', { Fevers: 'negated', sweats: 'negated', 'weight loss': 'negated' }],
  ['Photophobia and neck stiffness were absent.', { Photophobia: 'negated', 'neck stiffness': 'negated' }],
  ['Wheeze was heard, stridor was not heard.', { Wheeze: 'present', stridor: 'negated' }],
  ['Gallstones - none seen.', { Gallstones: 'negated' }],
  ['Haemoptysis -ve, wheeze +ve.', { Haemoptysis: 'negated', wheeze: 'present' }],
  ['Fever (-), cough (+).', { Fever: 'negated', cough: 'present' }],
  ['Nausea neg, diarrhoea pos.', { Nausea: 'negated', diarrhoea: 'present' }],
  ['HIV and syphilis serology non-reactive.', { HIV: 'negated' }],
  ['She has been seizure free for two years.', { seizure: 'negated' }],
  ['Swelling of the knee was noted, its cause was not found.', { Swelling: 'present' }],
  ['Fracture not completely excluded.', { Fracture: 'possible' }],
  ['Metastasis cannot be excluded.', { Metastasis: 'possible' }],
  ['Bacterial meningitis thought unlikely.', { meningitis: 'possible' }],
  ['Giant cell arteritis needs to be considered.', { 'Giant cell arteritis': 'possible' }],
  ['Urothelial tumour to be excluded by cystoscopy.', { tumour: 'possible' }],
  ['Pericarditis remains a possibility.', { Pericarditis: 'possible' }],
  ['Her headache resolved with paracetamol.', { headache: 'historical' }],
  ['Vomiting has now settled.', { Vomiting: 'historical' }],
];

const BEFORE: readonly Case[] = [
  ['W/o chest pain or SOB.', { 'chest pain': 'negated', SOB: 'negated' }],
  ['Appearances are not consistent with malignancy.', { malignancy: 'negated' }],
  ['Not in keeping with meningitis.', { meningitis: 'negated' }],
  ['There is nothing to suggest infection.', { infection: 'negated' }],
  ['Urine dip failed to show haematuria.', { haematuria: 'negated' }],
  ['CT argues against appendicitis.', { appendicitis: 'possible' }],
  ['Pt is non-diabetic.', { diabetic: 'negated' }],
  ['ROS: positive for fatigue, negative for weight loss.', { fatigue: 'present', 'weight loss': 'negated' }],
  ['It is not possible to exclude a subdural haematoma.', { haematoma: 'possible' }],
  ['Repeat film to make sure there is no effusion.', { effusion: 'possible' }],
  ['Biopsy to exclude coeliac disease.', { 'coeliac disease': 'possible' }],
  ['The picture raises the possibility of myeloma.', { myeloma: 'possible' }],
  ['Differential diagnosis: pneumonia, pneumothorax.', { pneumonia: 'possible', pneumothorax: 'possible' }],
  ['Working diagnosis of cholangitis.', { cholangitis: 'possible' }],
  ['SOB ?PE ?pneumonia.', { SOB: 'present', PE: 'possible', pneumonia: 'possible' }],
  ['Rash ? drug reaction - review tomorrow.', { Rash: 'present', 'drug reaction': 'possible' }],
];

/** Several statements in one sentence, and what is still awaited. */
const TOGETHER: readonly Case[] = [
  ['Amylase not raised, making pancreatitis unlikely.', { pancreatitis: 'possible' }],
  ['No rash or fever, pneumonia possible.', { rash: 'negated', fever: 'negated', pneumonia: 'possible' }],
  ['CT has not shown a haematoma.', { haematoma: 'negated' }],
  ['CT is negative for obstruction or perforation.', { obstruction: 'negated', perforation: 'negated' }],
  ['No evidence of a PE, a dissection or an aneurysm.', { PE: 'negated', aneurysm: 'negated' }],
  ['The abdomen was not tender, distended or rigid.', { tender: 'negated', distended: 'negated', rigid: 'negated' }],
  ['Isolate until meningitis is excluded.', { meningitis: 'possible' }],
  ['Malignancy needs excluding.', { Malignancy: 'possible' }],
  ['The likeliest explanation is viral myocarditis.', { myocarditis: 'possible' }],
  ['Safety-netted re vomiting or drowsiness.', { vomiting: 'hypothetical', drowsiness: 'hypothetical' }],
];

/** Headings, and findings that no table knows. */
const NAMED: readonly Case[] = [
  ['Pertinent negatives: chest pain, syncope.', { 'chest pain': 'negated', syncope: 'negated' }],
  ['Denies: fever, chills. Reports cough.', { fever: 'negated', chills: 'negated', cough: 'present' }],
  ['Fever N, cough Y.', { Fever: 'negated', cough: 'present' }],
  ['No rash, fever present.', { rash: 'negated', fever: 'present' }],
  ['Endocarditis was considered but excluded on echo.', { Endocarditis: 'negated' }],
  [
    'CT showed a target sign and mesenteric stranding.',
    { 'target sign': 'present', 'mesenteric stranding': 'present' },
  ],
  [
    'Colonoscopy revealed patchy ulceration and cobblestoning.',
    { 'patchy ulceration': 'present', cobblestoning: 'present' },
  ],
  [
    'Reduced vibration sense, brisk knee jerks.',
    { 'Reduced vibration sense': 'present', 'brisk knee jerks': 'present' },
  ],
  ['The right temporal artery was thickened.', { 'temporal artery was thickened': 'present' }],
  ['He was drowsy and clammy.', { drowsy: 'present', clammy: 'present' }],
  ['She was unable to bear weight.', { 'unable to bear weight': 'present' }],
  ['Absent pedal pulses on the left.', { 'Absent pedal pulses': 'present' }],
];

/** What is no finding, though it looks like one. */
const NOTHING: readonly string[] = [
  'Gait normal, reflexes symmetrical.',
  'Normal breathing pattern.',
  'Plan: reduced dose of warfarin.',
  'Surgery was not offered, and she could not fasten her coat.',
];

const TREATMENTS: readonly Case[] = [
  ['Warfarin was not restarted on discharge.', { Warfarin: 'negated' }],
  ['Heparin and aspirin were not given.', { Heparin: 'negated', aspirin: 'negated' }],
  ['Aspirin 75 mg was withheld before surgery.', { Aspirin: 'negated' }],
  ['She refused blood transfusion.', { 'blood transfusion': 'negated' }],
  ['Colonoscopy did not take place.', { Colonoscopy: 'negated' }],
  ['Prednisolone was started and methotrexate was not given.', { Prednisolone: 'present', methotrexate: 'negated' }],
];

/** A model that claims all that is named as present. */
function claimed(note: string, thing: string, kind: 'symptom' | 'medication'): Assertion | 'rejected' {
  const draft = {
    age: null,
    gender: null,
    narrative: [],
    facts: [
      {
        kind,
        text: thing,
        name: thing,
        concept: null,
        assertion: 'present' as const,
        experiencer: 'patient' as const,
        relation: null,
        attributes: NO_ATTRIBUTES,
        quotes: [{ segment_id: 's1', quote: thing }],
        source: 'model' as const,
      },
    ],
  };
  return verify(draft, spoken(note, 'en')).facts[0]?.assertion ?? 'rejected';
}

function published(note: string, thing: string): Assertion | 'none' {
  const transcript = spoken(note, 'en');
  const { facts } = verify(draftOf(transcript), transcript);
  return facts.find(({ text }) => text.toLowerCase().includes(thing.toLowerCase()))?.assertion ?? 'none';
}

describe.each([
  ['a finding, after it', AFTER, 'symptom'],
  ['a finding, before it', BEFORE, 'symptom'],
  ['findings told together', TOGETHER, 'symptom'],
  ['a finding, by name or heading', NAMED, 'symptom'],
  ['a treatment', TREATMENTS, 'medication'],
] as const)('what an English note says of %s', (_, cases, kind) => {
  it.each(cases)('is read by the engine: %s', (note, of) => {
    for (const [thing, wanted] of Object.entries(of)) expect([thing, published(note, thing)]).toEqual([thing, wanted]);
  });

  it.each(cases)('is read by verification, whoever claims it: %s', (note, of) => {
    for (const [thing, wanted] of Object.entries(of)) {
      const got = claimed(note, thing, kind);
      if (wanted === 'present') expect([thing, got]).toEqual([thing, 'present']);
      else expect([thing, got]).not.toEqual([thing, 'present']);
    }
  });
});

it.each(NOTHING)('names no finding: %s', (note) => {
  const transcript = spoken(note, 'en');
  const { facts } = verify(draftOf(transcript), transcript);
  expect(facts.filter(({ kind }) => kind === 'symptom' || kind === 'condition').map(({ text }) => text)).toEqual([]);
});
