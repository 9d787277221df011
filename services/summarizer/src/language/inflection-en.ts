/** Past and participle of verbs that no rule makes. */
const IRREGULAR: Readonly<Record<string, string>> = {
  be: "am is are was were been being 's 're 'm",
  bite: 'bit bitten',
  bleed: 'bled',
  break: 'broke broken',
  bring: 'brought',
  burn: 'burnt',
  catch: 'caught',
  come: 'came',
  cut: 'cut',
  do: 'did done does',
  drink: 'drank drunk',
  eat: 'ate eaten',
  fall: 'fell fallen',
  feel: 'felt',
  find: 'found',
  fit: 'fit',
  forget: 'forgot forgotten',
  get: 'got gotten',
  give: 'gave given',
  go: 'went gone goes',
  hang: 'hung',
  have: 'has had having',
  hear: 'heard',
  hit: 'hit',
  hold: 'held',
  hurt: 'hurt',
  keep: 'kept',
  lose: 'lost',
  make: 'made',
  put: 'put',
  run: 'ran',
  see: 'saw seen',
  shake: 'shook shaken',
  shut: 'shut',
  sit: 'sat',
  sleep: 'slept',
  smell: 'smelt',
  spin: 'spun',
  split: 'split',
  stand: 'stood',
  stick: 'stuck',
  sting: 'stung',
  swell: 'swelled swollen',
  take: 'took taken',
  tear: 'tore torn',
  think: 'thought',
  throw: 'threw thrown',
  wake: 'woke woken',
  wet: 'wet',
};

/** Its last consonant is doubled: stop, stopped. */
const DOUBLES = /^[^aeiou]*[aeiou][^aeiouwxyh]$/;

/** Every form of an English verb, its plain one first: `leak, leaks, leaking, leaked`. */
export function inflect(verb: string): string[] {
  const irregular = IRREGULAR[verb]?.split(' ');
  if (irregular !== undefined && (verb === 'be' || verb === 'have')) return [verb, ...irregular];
  const stem = verb.endsWith('e') && !verb.endsWith('ee') ? verb.slice(0, -1) : verb;
  const doubled = DOUBLES.test(verb) ? `${verb}${verb.at(-1)}` : stem;
  const soft = /[^aeiou]y$/.test(verb);
  const third = soft ? `${verb.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const past = soft ? `${verb.slice(0, -1)}ied` : verb.endsWith('ee') ? `${verb}d` : `${doubled}ed`;
  return [...new Set([verb, third, `${doubled}ing`, ...(irregular ?? [past])])];
}
