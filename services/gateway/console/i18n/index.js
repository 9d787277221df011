import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { codesEn } from './codes-en.js';
import { codesEs } from './codes-es.js';
import { en } from './en.js';
import { es } from './es.js';

const DICTIONARIES = { en: { ...en, ...codesEn }, es: { ...es, ...codesEs } };

/** `t('transcript.segments', { n: 3 })`: the text under that key with its {places} filled in. */
export function translator(language) {
  const texts = DICTIONARIES[language];
  const t = (key, values = {}) =>
    (texts[key] ?? key).replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
  const has = (key) => key in texts;
  // The reader's own region, where the browser names one for this language: 22/11 and 11/22 are both English.
  const region = navigator.languages?.find((tag) => tag.startsWith(language)) ?? language;
  const number = new Intl.NumberFormat(language);
  const when = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeStyle: 'short' });
  const briefly = new Intl.DateTimeFormat(region, {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });
  return {
    language,
    t,
    has,
    number: (value, options) => (options ? new Intl.NumberFormat(language, options) : number).format(value),
    when: (date) => when.format(date),
    briefly: (date) => briefly.format(date),
  };
}

export const Texts = createContext(translator('en'));
export const useTexts = () => useContext(Texts);
