import type { Reading } from '../reading.ts';

const proxies = new WeakMap<Reading, boolean>();

/** "Is that Lily's mum?" */
const SOMEBODYS_PARENT =
  /(?:is (?:that|this|it)|are you|am i speaking (?:to|with)|speaking to|you're|you are|i'm|this is|it's)\s+(?:, \p{L}+,? )?\p{L}+'s\s+(?:mum|mom|mummy|mother|dad|daddy|father|parent|guardian|nan|gran|grandmother)(?![\p{L}])(?!\s+(?:has|had|is|was|got|who))/u;

/** A parent speaks for a child: then "my son" is the patient. Told by the opening turns. */
export function isProxy(reading: Reading): boolean {
  const known = proxies.get(reading);
  if (known !== undefined) return known;
  const opening = reading.segments
    .slice(0, 8)
    .map((read) => read.folded)
    .join('\n');
  const speakers = new Set(reading.segments.map(({ segment }) => segment.speaker));
  const told =
    (speakers.has('other') && !speakers.has('patient') && !speakers.has('unknown')) ||
    /(?:bring(?:ing)?|brought|here (?:for|with|about)|what'?s (?:wrong|going on) with|how is|how's|seen?|worried about|calling about|it'?s|happened to)\s+(?:is\s+)?(?:my|your|the)\s+(?:little\s+|\w+[- ]old\s+)?(?:son|daughter|child|baby|kid|boy|girl|toddler|infant)/.test(
      opening,
    ) ||
    /(?:traigo|traemos|trajo|vengo (?:por|con)|venimos (?:por|con)|que le pasa a|como esta|preocupad[oa] por|llamo por|es)\s+(?:a\s+)?(?:mi|su|tu|el|la)\s+(?:hij[oa]|nin[oa]|bebe|nen[ae]|peque\p{L}*|chiquit[oa])(?!,? (?:no yo|no soy yo|yo no|y no yo))/u.test(
      opening,
    ) ||
    /(?:^|\n)\W*(?:my|mi)\s+(?:son|daughter|baby|kid|hij[oa]|nin[oa]|bebe|nen[ae])\s+(?:has|had|is|was|keeps|won't|can't|tiene|esta|lleva|ha|le|no)(?![\p{L}])(?![^\n]*(?:but i |i am here|i'm here|pero yo|yo vengo))/u.test(
      opening,
    ) ||
    SOMEBODYS_PARENT.test(opening) ||
    reading.segments.some(({ segment }) =>
      /^(?:mother|father|mom|mum|dad|parent|madre|padre|mam[aá]|pap[aá]|guest_family)$/i.test(
        segment.speaker_label ?? '',
      ),
    );
  proxies.set(reading, told);
  return told;
}
