import type { DraftFact } from '../engine.ts';
import { measureOf } from '../language/measures.ts';
import type { Heard } from './heard.ts';

/** What is measured has names enough that no table of findings knows. */
const MEASURES = [
  /presi[oó]n|tensi[oó]n|blood pressure|(?<![a-z])bp(?![a-z])/i,
  /frecuencia card|pulso|pulsaciones|heart rate|pulse|latidos/i,
  /saturaci|ox[ií]geno|oxygen|spo2|(?<![a-z])sats?(?![a-z])/i,
  /temperatura|temperature|(?<![a-z])temp(?![a-z])/i,
  /frecuencia respiratoria|respirat|respirac/i,
  /glucos|gluc[eé]mi|az[uú]car|sugar/i,
  /peso|weight|(?<![a-z])(?:kilos?|kgs?|pounds?|lbs?|stones?|libras?)(?![a-z])/i,
  /talla|altura|height|\d ?['’]|(?<![a-z])(?:foot|feet|ft|inch|inches|cm|cent[ií]m\w+|met(?:er|re)s?|metros?|uno? \w+nta)(?![a-z])/i,
  /a1c|hemoglobina glicosilada|glicada/i,
];

/** `38,6 grados` is a temperature by its unit, `37,9` beside a question about one. */
const isTemperature = ({ name, text, attributes }: DraftFact, heard: readonly Heard[]): boolean =>
  /^temperatur[ae]$/i.test(name) &&
  /^(?:3[4-9]|4[0-3])(?:[.,]\d)?$/.test(attributes.value ?? '') &&
  (/\d ?(?:grados|degrees|°|º)/i.test(text) ||
    heard.some(({ tokens }) => tokens.some(({ text: word }) => THERMOMETER.test(word))));
const THERMOMETER = /^(?:temperaturas?|temperatures?|termometro|thermometer|fiebre|fever|calentura)$/;

/** Whether the text as said and the name are one measure, however either is worded. */
export const sameMeasure = (draft: DraftFact, heard: readonly Heard[]): boolean => {
  const { kind, name, text } = draft;
  return kind === 'measurement' && (isTemperature(draft, heard) || isSameMeasure(name, text));
};

const isSameMeasure = (name: string, text: string): boolean =>
  MEASURES.some((measure) => measure.test(name) && measure.test(text)) ||
  (measureOf(name) !== null && measureOf(name) === measureOf(text));
