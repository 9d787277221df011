import type { Said } from './attributes.ts';
import { type Line, said, spanish, wordAt } from './reading.ts';

/** Verbs by which a medicine is said to do something, or nothing. */
const DOES =
  /^(help|helps|helped|helping|work|works|worked|working|touch|touched|touching|ease|eases|eased|easing|relieve|relieves|relieved|settle|settles|settled|shift|shifted)$/;
const PHRASES =
  /^(take|takes|took|taken|taking) the edge off|^(do|does|did|done|doing) (anything|nothing|much|a lot|the trick)|^(make|makes|made|making) (no|any|a bit of a|a big|much|a) difference|^no (effect|relief|help|good|use)|^(bring|brings|brought) it down|^(knock|knocks|knocked) me out/;
const AUX =
  /^(does|do|did|has|have|is|was|are|were|'s|'ve|n't|not|never|really|hardly|barely|just|only|even|actually|kind|sort|of|ca|wo|would|to|seem|seems|seemed|been|be|can|nothing|neither|none)$/;
const AFTER =
  /^(a|bit|little|lot|much|at|all|it|me|them|really|for|with|the|pain|slightly|somewhat|loads|either|anymore|while|few|hours|hour|couple|of|about|three|two|four|anything|no|then|difference|edge|off|trick|down|out|any|big|tons|great|well|fine|very)$/;

/** `But it hasn't touched it`: what a line says from token `start` on that a medicine did; denials belong to it. */
export function effectIn(line: Line, start: number): Said | null {
  if (spanish(line)) return spanishEffect(line, start);
  for (let i = start; i < line.to; i += 1) {
    if (/^[.;?!…]$/.test(wordAt(line, i))) return null;
    let text = '';
    for (let k = i; k < Math.min(line.to, i + 6); k += 1) text += `${wordAt(line, k)} `;
    const phrase = PHRASES.exec(text);
    if (phrase === null && !DOES.test(wordAt(line, i))) continue;
    if (
      phrase === null &&
      /^(work|working|works|worked)$/.test(wordAt(line, i)) &&
      /^(at|to|in|from|as)$/.test(wordAt(line, i - 1) || wordAt(line, i + 1))
    )
      continue;
    let from = i;
    while (from > start && AUX.test(wordAt(line, from - 1))) from -= 1;
    while (from < i && /^(to|of|just|kind|sort|even|actually)$/.test(wordAt(line, from))) from += 1;
    let to = i + (phrase === null ? 1 : phrase[0].split(' ').length);
    while (to < line.to && AFTER.test(wordAt(line, to))) to += 1;
    while (to > i + 1 && /^(a|the|for|with|of|about|no|then)$/.test(wordAt(line, to - 1))) to -= 1;
    return { name: 'effect', value: said(line, from, to), from, to };
  }
  return null;
}

const DID =
  /^((?:no|ni|nunca|casi no|apenas) )?(?:(?:me|le|te|se me|se le|lo) )*(?:(?:ha|han|habia) )?(?:(?:hizo|hace|hacen|hicieron|hecho) (?:nada de nada|nada|efecto|algo|bien|mal)|(?:quit|alivi|calm|baj|ayud|sirv|funcion|mejor)(?:a|an|o|aba|aron|ado|ada|e|ia|ieron|io|ido)(?: (?:nada|algo|un poco|un rato|bastante|mucho|bien|del todo|la fiebre|el dolor))?|(?:va|van|fue|fueron|ido|sienta|sientan|sento|cae|cayo|caen) (?:muy )?(?:bien|mal|fatal|fenomenal|de maravilla|genial|regular)) /;
/** Words after the medicine's name that are looked at. */
const MOST = 14;

/** `No me hizo nada`, `se me pasa un rato`: what is said of a medicine after its name. */
function spanishEffect(line: Line, start: number): Said | null {
  for (let i = start; i < Math.min(line.to, start + MOST); i += 1) {
    if (/^[.;?!…]$/.test(wordAt(line, i))) return null;
    let text = '';
    for (let k = i; k < Math.min(line.to, i + 9); k += 1) text += `${wordAt(line, k)} `;
    const found = DID.exec(text);
    if (found === null) continue;
    const to = i + found[0].trimEnd().split(' ').length;
    return { name: 'effect', value: said(line, i, to), from: i, to };
  }
  return null;
}
