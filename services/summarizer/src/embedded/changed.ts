import type { Found } from './findings.ts';
import { type Line, said, textBetween, wordAt } from './reading.ts';

/** What on the skin or under it is watched for change. */
const WATCHED =
  /\b(?:moles?|lumps?|spots?|patch(?:es)?|freckles?|lesions?|cysts?|warts?|nodules?|bumps?|swellings?|sores?|ulcers?|growths?|lunar(?:es)?|bultos?|manchas?|verrugas?|bolas?|granos?|llagas?|heridas?)\b/;
/** Lines over which `it` is still that. */
const NEAR = 6;
const IT_EN =
  /\bit (?:'s |has |is |'s been |has been |kept |keeps )?(?:got|gone|grown|grew|getting|going|turned|become|became|went) (?:(?:a bit|a lot|much|really|quite|all|slightly|so much) )?(?:bigger|larger|darker|black|blacker|red|redder|raised|harder|lumpy|lumpier|scaly|crusty|itchy|sore|a funny colour|a different colour|irregular)\b/;
const GROWS_ES =
  /\b(?:me |le |se me |se le )?(?:ha |esta |fue |va )?(?:crec(?:e|io|ido|iendo)|cambi(?:a|o|ado|ando)|oscureci(?:o|do|endose)|agrand(?:o|ado|andose)|(?:se )?(?:puso|puesto|hizo|hecho|haciendo|poniendo) (?:mas )?(?:grande|oscuro|oscura|negro|negra|duro|dura|feo|fea|rojo|roja))\b/;

/** `It's got bigger and gone darker`, once a mole or a lump was told of: what has come of it. */
export function changedIn(line: Line, lines: readonly Line[]): Found[] {
  if (line.question || (line.segment.speaker !== 'patient' && line.segment.speaker !== 'other')) return [];
  const text = textBetween(line, line.from, line.to);
  const found = IT_EN.exec(text) ?? GROWS_ES.exec(text);
  if (found === null) return [];
  const before = lines.slice(Math.max(0, line.index - NEAR), line.index + 1);
  if (!before.some((one) => WATCHED.test(textBetween(one, one.from, one.to)))) return [];
  const from = line.from + text.slice(0, found.index).split(' ').length - 1;
  const to = from + found[0].trim().split(' ').length;
  const start = wordAt(line, from) === 'it' ? from + (/^('s|has|is)$/.test(wordAt(line, from + 1)) ? 2 : 1) : from;
  return [{ from: start, to, mention: null, kind: 'symptom', name: said(line, start, to) }];
}
