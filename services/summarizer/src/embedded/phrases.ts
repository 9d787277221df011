import { type Line, spanish, wordAt } from './reading.ts';
import { words } from './word-set.ts';

const STOP_ES = words(
  'y o e u ni que con por para tras sin durante desde hasta salvo pero aunque como cuando donde mientras segun ante entre hacia contra porque si se le lo me te nos les es son fue fueron era eran esta estan estaba ha han habia hay presenta presentaba presento refiere referia acude acudio tiene tenia tengo niega realiza realizo inicia inicio muestra mostro observa observo aprecia aprecio objetiva objetivo evidencia palpa palpan aparece aparecio precisa preciso requiere requirio ingresa ingreso mejora mejoro empeora debido secundario secundaria asociado asociada asociados asociadas compatible compatibles sugestivo sugestiva acompanado acompanada excepto al no siendo resto aunque ademas tambien ahora actualmente hoy ayer nunca siempre antes despues luego asi solo cual cuales cuyo cuya he has hemos del_ hace yo usted ella el_ negativo negativos negativa negativas positivo positivos positiva positivas conservado conservada conservados conservadas permite descarta descartan sugiere indica vs mas bien muy sobre hizo afecta afectan infiltra contacta condiciona condicionaba obliga durara tampoco previo previa previos previas conocido conocida conocidos conocidas',
);
const STOP_EN = words(
  "and or but nor that which who when where while with without for because since if until then than so as at by from is are was were be been has have had do does did i you he she it we they me him her us them this these those there not no n't 's 'm 're 've 'll 'd to can could would will should may might any also although though however except other like such anything just okay ok yeah yes right now today too at_ either lately recently before after during over about seen identified noted visualised visualized detected found",
);
const LINK_ES = words('de del');
const SITE_LINK_ES = words('en');
const LINK_EN = words('of in on');
const DETERMINERS = words('el la los las un una su sus mi mis the a an my your his her their both');

const PAST_ES = /(aba|aban|aron|ieron)$/;

/** Takes what it is about: `difficulty with balance`, `dificultad para tragar`. */
const TROUBLE =
  /^(difficulty|difficulties|trouble|problems?|issues?|dificultad|dificultades|problemas?|incapacidad|imposibilidad)$/;

const isStop = (line: Line, i: number): boolean => {
  const token = line.tokens[i];
  if (token === undefined || i >= line.to || token.kind === 'mark') return true;
  if (!spanish(line)) return STOP_EN.has(token.text);
  return STOP_ES.has(token.text) || PAST_ES.test(token.text) || line.segment.text[token.end - 1] === 'ó';
};

const GERUND = /(ando|iendo|andose|iendose)$/;

/**
 * End of the noun phrase that begins at `from`: its words, with `de ...`, `en ...`, `of ...` attached; at most `most`
 * tokens. Equal to `from` where none begins there.
 */
export function phraseEnd(line: Line, from: number, most = 7): number {
  const es = spanish(line);
  const links = es ? LINK_ES : LINK_EN;
  let to = from;
  while (to < line.to && to - from < most) {
    const word = wordAt(line, to);
    if (
      to > from &&
      (links.has(word) ||
        (!es && word === 'with' && TROUBLE.test(wordAt(line, to - 1))) ||
        (es && word === 'para' && TROUBLE.test(wordAt(line, to - 1))) ||
        (es && SITE_LINK_ES.has(word)))
    ) {
      let next = to + 1;
      while (DETERMINERS.has(wordAt(line, next))) next += 1;
      if (isStop(line, next) || line.tokens[next]?.kind !== 'word' || next - from >= most) break;
      to = next + 1;
      continue;
    }
    if (isStop(line, to) || (line.tokens[to]?.kind !== 'word' && to === from)) break;
    if (line.tokens[to]?.kind === 'number') break;
    if (es && to > from && GERUND.test(word)) break;
    if (DETERMINERS.has(word) || links.has(word) || SITE_LINK_ES.has(word)) break;
    to += 1;
  }
  return to;
}

export { DETERMINERS };
