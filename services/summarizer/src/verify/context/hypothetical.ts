import { BARE_SI, HYPOTHETICAL_FORWARD } from './cues/hypothetical.ts';
import { hits } from './patterns.ts';

const HABIT =
  /(?<![\p{L}\p{N}])(?:(?:if|when(?:ever)?|every time|each time) (?:i|he|she|we)|si (?:me |no )?(?!uno )(?:\p{L}+o|como|duermo|hago|voy|estoy|tengo que)|cuando (?:me )?(?:\p{L}+o|hago|voy|estoy)|cada vez que)(?![\p{L}\p{N}])/gu;

/**
 * Whether the words before a mention make it one of what may come. Of a sentence `raw` as written and `text` folded, in
 * which the mention begins at `start`; `before`: the text up to it.
 */
export function isHypothetical(raw: string, text: string, start: number, before: string): boolean {
  const habit = hits(HABIT, before).length > 0 && !IMAGINED.test(text);
  const open = hits(HYPOTHETICAL_FORWARD, before).filter((hit) => {
    const cue = before.slice(hit.start, hit.end);
    const between = before.slice(hit.end);
    if (
      /(?:know|sure|wonder\p{L}*|ask\p{L}*|see|sabe|se|pregunt\p{L}*) $/u.test(before.slice(0, hit.start)) &&
      cue === 'if'
    )
      return false;
    if (ONSET.test(`${cue}${between}`)) return true;
    if (
      habit &&
      /^(?:if|when)/.test(cue) &&
      !/(?:'ll|'d|(?<![\p{L}])(?:will|would|going to|gonna))(?![\p{L}])/u.test(between)
    )
      return false;
    return (
      !/[;]/.test(between) &&
      between.split(/\s+/).length <= (/^(?:look|check|test)/.test(cue) ? NEAR : FAR) &&
      (cue.startsWith('according') ||
        !hits(BREAKS_CONDITION, between.replace(/^\s*(?:i|you|he|she|it|there|they|we|usted|yo)\s+\p{L}+/u, '')).length)
    );
  });
  if (open.length > 0) return true;
  const si = hits(BARE_SI, before).filter((hit) => {
    if (raw.slice(hit.start, hit.end).toLowerCase() !== 'si') return false;
    if (/^\s+que(?![\p{L}])/u.test(text.slice(hit.end)) || /:\s*$/.test(text.slice(0, hit.start))) return false;
    if (
      /^\s*[,.!]/.test(text.slice(hit.end)) ||
      /\bno (?:se|sabe|sabemos|estoy segur[oa](?: de)?|estaba segur[oa]) $/.test(before.slice(0, hit.start))
    )
      return false;
    return (
      !(hit.start === 0 && /^si (?:tengo|he|claro|senor|doctor|me)\b/.test(text)) &&
      !/;/.test(text.slice(hit.end, start))
    );
  });
  return si.length > 0 && !habit;
}

/** "If I ever got dementia I'd want to know": imagined, no habit. */
const IMAGINED =
  /(?<![\p{L}])if (?:i|we) (?:ever |should |were to )\p{L}+[^.;?!]*(?:(?<=\p{L})'d|(?<![\p{L}])(?:would|'d))(?![\p{L}])|(?<![\p{L}])si (?:algun dia|alguna vez|un dia) /u;

/** "If he develops a stiff neck": a third person's onset is feared, no habit of the speaker's. */
const ONSET =
  /^if (?:he|she|they|(?:the |your )?(?:baby|child|little one|patient|wound|leg|foot|arm)) (?:ever |suddenly |then |also )?(?:develops?|gets?|has|have|had|becomes?|becoming|starts?|starting|notices?|shows?|complains? of|suffers?|experiences?|feels?|vomits?|seems?|looks?|goes|comes out in|breaks out in|runs)(?![\p{L}])(?!.*(?<![\p{L}])(?:he|she|they|i|we|it)(?![\p{L}]))/u;

/** Run-on speech has no full stops: a condition holds for so many words. */
const FAR = 22;
/** What is looked for stands close by. */
const NEAR = 9;

const BREAKS_CONDITION =
  /(?<![\p{L}\p{N}])(?:but (?:i|you|he|she)|pero|however|you (?:do |already )?have|you've got|usted tiene|sin embargo|i have|i've|tengo)(?![\p{L}\p{N}])/gu;
