/**
 * What speech recognisers say where nobody speaks: captions of the videos that they were trained on. In plain form (lower
 * case, no accents, no punctuation). Collected from published lists of hallucinated captions and worded by us.
 */
const ALWAYS = [
  /\b(?:subtitulos|subtitulado|subtitles|subtitled|captions?|captioned|transcripcion|transcribed|traduccion)\b.*\b(?:por|by|de|from|amara|comunidad|community)\b/,
  /\bamara org\b/,
  /\b(?:gracias por (?:ver|mirar|su atencion y|suscribir)|thank(?:s| you)(?: all| everyone| guys| very much| so much)? for (?:watching|viewing|subscribing))\b/,
  /\b(?:suscribete|suscribanse|subscribe|like and subscribe|dale (?:me gusta|like)|activa la campanit)\b/,
  /\b(?:no olvides suscribirte|don't forget to (?:like|subscribe))\b/,
  /\b(?:nos vemos en el proximo (?:video|episodio)|see you in the next (?:video|one|episode))\b/,
  /\b(?:en el proximo video|in the next video|in this video|en este video)\b/,
  /\bwww [a-z0-9]+ (?:com|org|net|es|gov)\b/,
  /^(?:mas informacion|for more information),? (?:visite|visit|en|www)\b/,
];

/** Said in consultations as well: phantoms only where no voice is heard. */
const IN_SILENCE = new Set([
  'gracias',
  'muchas gracias',
  'adios',
  'hasta luego',
  'hasta la proxima',
  'chao',
  'musica',
  'aplausos',
  'thank you',
  'thank you very much',
  'thanks',
  'bye',
  'bye bye',
  'goodbye',
  'you',
  'so',
  'okay',
  'music',
  'applause',
  'silence',
  'silencio',
  'foreign',
  'inaudible',
]);

/** Phrases longer than this with a caption inside may be real talk about a video. */
const MAX_WORDS = 16;

/** `always`: nobody says this in a consultation. `silence`: only where no voice is. */
export function phantom(words: readonly string[]): 'always' | 'silence' | null {
  const text = words.join(' ');
  if (words.length <= MAX_WORDS && ALWAYS.some((pattern) => pattern.test(text))) return 'always';
  return IN_SILENCE.has(text) ? 'silence' : null;
}
