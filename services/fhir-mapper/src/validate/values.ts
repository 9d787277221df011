import type { Issues } from './issues.ts';
import type { Json } from './walk.ts';

const INSTANT_KEYS = /^(date|dateAsserted|recorded|recordedDate|timestamp|start|end|created|\w+DateTime)$/;
const ZONED = /(Z|[+-]\d\d:\d\d)$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/;

/** Nothing empty, nothing null, no padding, no control characters; a time of day has a time zone. */
export function checkValue(value: Json, key: string, path: string, issues: Issues): void {
  if (value === null || value === undefined) issues.add('empty-value', path);
  else if (typeof value === 'string') checkString(value, key, path, issues);
  else if (typeof value === 'number') {
    if (!Number.isFinite(value)) issues.add('number-not-finite', path);
  } else if (Array.isArray(value)) {
    if (value.length === 0) issues.add('empty-array', path);
    value.forEach((item, i) => {
      if (item === null || typeof item !== 'object') checkValue(item, key, `${path}[${i}]`, issues);
      else if (Object.keys(item).length === 0) issues.add('empty-object', `${path}[${i}]`);
    });
  } else if (typeof value === 'object' && Object.keys(value).length === 0) issues.add('empty-object', path);
}

function checkString(value: string, key: string, path: string, issues: Issues): void {
  if (value.length === 0 || value !== value.trim()) issues.add('empty-or-padded-string', path);
  if (UNSPEAKABLE.test(value) || !value.isWellFormed()) issues.add('unspeakable-character', path);
  if (INSTANT_KEYS.test(key) && value.includes('T') && !ZONED.test(value)) issues.add('time-without-zone', path);
}
