import { type Line, wordAt } from './reading.ts';

const SPECIMEN =
  /^(microscopic|histolog|histopatolog|anatomopatolog|inmunohistoquim|microscopia|celulas|celularidad|citoplasma|citolog|nucleol|glomerul|tincion|estroma|mitosis|mitotic|atipias?$|pieza|epitelio|fusiformes|cortes?$|necropsia|autopsia)/;

/** What the pathologist saw is told of a specimen, not of the patient. `before`: as far as the line is read. */
export function isSpecimen(line: Line, before = line.to): boolean {
  for (let i = line.from; i < before; i += 1) if (SPECIMEN.test(wordAt(line, i))) return true;
  return false;
}
