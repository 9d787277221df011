const END = '(?=\\s*(?:[.,;:!?…)]|$)|\\s+(?:y|e|ni|pero|aunque|que|porque|eh|sino|mas|solo|doctora?)(?![\\p{L}]))';
const VERB =
  '(?:tengo|tiene|tenia|tuve|tuvo|hay|hubo|habia|he|ha|hemos|han|estoy|esta|estaba|soy|es|noto|nota|siento|siente|veo|ve|padezco|padece|tomo|toma|tomaba|uso|usa|fumo|fuma|bebo|bebe|puedo|puede|suelo|suele|dan?|dio|salen?|salio|pasa|paso|duelen?|quiero|consumo|consume)(?![\\p{L}])';

const DENIED = new RegExp(
  `^\\s+(?:no|tampoco|nunca|jamas|ningun[oa])(?:${END}|\\s+(?:(?:me|te|se|le|les|nos|l[oa]s?)\\s+){0,2}${VERB})`,
  'u',
);
const AFFIRMED = new RegExp(`^\\s+(?:sí|también|tambien|si(?=\\s*(?:[.,;!?…]|$)))${END}`, 'u');
/** `Dolor de pecho, no.`: no verb stands before the noun in its clause. */
const DENIED_AFTER_COMMA = /^\s*,\s*(?:no|tampoco|nunca|en (?:la|mi) vida)\s*(?:[.;!…]|$)/u;
const BARE =
  /(?:^|[.,;…]\s*)(?:(?:pero|y|o|bueno|pues|ni|el|la|los|las|un|una|lo|de|del|a|al|mucha|mucho|algo|tanto|como|tal|eso|dolor)\s+){0,4}$/u;

/** `La herida no tiene pus`: the noun is what the verb tells of. */
const OWN_ARTICLE = /(?:^|[^\p{L}])(?:el|la|los|las|mis?|sus?|est[ea]|es[ea])\s+$/u;
const OF_IT = /^\s+no (?:tiene|tenia|tuvo|es|era|salen?|dan?|huele|duelen?|pasa|paso|presenta|supura)(?![\p{L}])/u;

/** Whether words after a Spanish noun say how it stands: `fiebre no`, `tos sí`. `after`: from the mention on, as said and folded. */
export function saidAfter(before: string, mention: string, after: string, rawAfter: string): 'no' | 'yes' | null {
  const again = ` ${mention.slice(mention.lastIndexOf(' ') + 1)}`;
  let at = 0;
  while (after.startsWith(again, at) && !/^\p{L}/u.test(after.slice(at + again.length))) at += again.length;
  const rest = after.slice(at);
  if (AFFIRMED.test(rawAfter.slice(at).toLowerCase())) return 'yes';
  if (DENIED.test(rest) && !(OWN_ARTICLE.test(before) && OF_IT.test(rest))) return 'no';
  return DENIED_AFTER_COMMA.test(rest) && BARE.test(before) ? 'no' : null;
}
