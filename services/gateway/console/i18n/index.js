import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from './en.js';
import { es } from './es.js';

const DICTIONARIES = { en, es };

/** `t('jobs.count', { n: 3 })`: the text under that key with its {places} filled in. */
export function translator(language) {
  const texts = DICTIONARIES[language];
  const t = (key, values = {}) =>
    (texts[key] ?? key).replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
  const has = (key) => key in texts;
  const number = new Intl.NumberFormat(language);
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return { language, t, has, number: (value) => number.format(value), when: (date) => when.format(date) };
}

export const Texts = createContext(translator('en'));
export const useTexts = () => useContext(Texts);
