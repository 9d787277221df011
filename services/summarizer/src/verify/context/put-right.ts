const LEAD =
  "(?:no|nono|nop|nope|ay|uy|ah|oh|eh|um|uh|well|pues|bueno|perdon|sorry|actually|doctora?|es|era|son|serian|esta|lo tengo|la tengo|me duele|it's|it is|they're|of|de|en|in|on|a|al|del|sobre|the|el|la|los|las|my|mi|lado|parte|ojo|oido|pie|pierna|brazo|mano|pecho|rodilla|hombro|cadera|side)";
const HEAD = new RegExp(`^[\\s¿¡]*(?:${LEAD}[\\s,.…:—–-]+)*`, 'u');
const SIDE = /^(izquierd|derech|left|right)/u;
const ANY_SIDE = /(?<![\p{L}])(izquierd|derech|left|right)/gu;
const AMOUNT =
  /^(?:\d[\d.,/]*|medi[oa]|half|un[oa]?|dos|tres|cuatro|cinco|seis|diez|doce|quince|veinte|treinta|cuarenta|cincuenta|setenta|ochenta|cien|two|three|four|five|ten|twenty|fifty)?\s*(micro\p{L}+|mili\p{L}+|milli\p{L}+|mg|mcg|ug|ml|gr?|gramos?|grams?|gotas|drops|unidades|units|puffs?|comprimidos?|pastillas?|tablets?|capsulas?|cucharad\p{L}+)?(?![\p{L}\d])/u;
/** Another kind of number: for how long, or since when not. */
const OF_TIME = /^[\d\p{L}]*\s*(?:anos?|meses|mes|semanas?|dias?|veces|years?|months?|weeks?|days?|times)(?![\p{L}])/u;
const WITH_AMOUNT =
  /\d|(?<![\p{L}])(?:micro|mili|milli)gram|(?<![\p{L}])(?:gramos?|mililitros?|unidades|units|gotas|drops)(?![\p{L}])/u;
const SAYS_NO = /^[\s¿¡]*(?:(?:ay|uy|ah|oh|eh|well|pues|bueno)[\s,.…]+)*(?:no|nono|nope)[\s,.…]/u;

const sideOf = (word: string): string => (/^(?:izq|left)/.test(word) ? 'left' : 'right');

/** What an answer puts right of a question, and where the words that do so begin; null: nothing, or the thing itself is denied. */
export function putRight(
  question: string,
  answer: string,
  medicine: boolean,
): { what: 'side' | 'amount'; at: number } | null {
  const at = HEAD.exec(answer)?.[0].length ?? 0;
  const said = answer.slice(at);
  const side = SIDE.exec(said)?.[1];
  if (side !== undefined && !/^\p{L}+[\s,]+(?:no|tampoco|ni|nada|not|neither)(?![\p{L}])/u.test(said)) {
    const asked = [...question.matchAll(ANY_SIDE)].map((hit) => sideOf(hit[1] as string));
    if (asked.length === 1 && asked[0] !== sideOf(side)) return { what: 'side', at };
  }
  if (!medicine || !SAYS_NO.test(answer) || !WITH_AMOUNT.test(question) || OF_TIME.test(said)) return null;
  return (AMOUNT.exec(said)?.[0].trim() ?? '') === '' ? null : { what: 'amount', at };
}
