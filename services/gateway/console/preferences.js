import { useState } from 'preact/hooks';

const PREFIX = 'clinical-summarizer.';

/** Storage may be forbidden (private windows, policies): a preference is then kept for the page's life only. */
function read(key) {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

function write(key, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, value);
  } catch {}
}

/** A choice among `allowed`, remembered at once: the page may be left in the next moment. Null is "no choice made". */
export function usePreference(key, allowed) {
  const [value, setValue] = useState(() => {
    const stored = read(key);
    return allowed.includes(stored) ? stored : null;
  });
  const choose = (next) => {
    write(key, next);
    setValue(next);
  };
  return [value, choose];
}

/** What the browser asks for first among the two languages that the page speaks. */
export function browserLanguage() {
  const wanted = navigator.languages?.length ? navigator.languages : [navigator.language ?? 'en'];
  return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'es' || tag === 'en') ?? 'en';
}
