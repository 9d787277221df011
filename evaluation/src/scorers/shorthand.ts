import type { Language } from '@clinical/contracts';

type Shorthand = readonly (readonly [RegExp, string])[];

/** Clinicians' shorthand that no table of findings holds. */
const ENGLISH: Shorthand = [
  [/(\d+)\/7\b/, '$1 days'],
  [/(\d+)\/52\b/, '$1 weeks'],
  [/(\d+)\/12\b/, '$1 months'],
  [/\b(?:nk\s?d?a|nil known drug allerg\w+)\b/i, 'no drug allergies'],
  [/\bhtn\b/i, 'hypertension'],
  [/\b(?:t2dm|type 2 dm)\b/i, 'type 2 diabetes'],
  [/\bcxr\b/i, 'chest x-ray'],
  [/\bwt\b/i, 'weight'],
  [/\babx\b/i, 'antibiotics'],
  [/\bpen(?= allerg)/i, 'penicillin'],
  [/\bn\s?(?:&|\+|and)\s?v\b/i, 'nausea and vomiting'],
  [/\bd\s?(?:&|\+|and)\s?v\b/i, 'diarrhoea and vomiting'],
  [/\bh\/a\b/i, 'headache'],
  [/\bbp\b/i, 'blood pressure'],
  [/\bprn\b/i, 'when needed'],
  [/\bsx\b/i, 'symptoms'],
  [/\bw\b/, 'with'],
  [/\b(?:sob|dib)\b/i, 'shortness of breath'],
  [/\bcp\b/i, 'chest pain'],
  [/\bbo\b/i, 'bowels open'],
  [/\bpu\b/i, 'passing urine'],
  [/\bloc\b/i, 'loss of consciousness'],
  [/\boa\b/i, 'osteoarthritis'],
  [/\bra\b/i, 'rheumatoid arthritis'],
  [/\buti\b/i, 'urinary tract infection'],
  [/\bmeds\b/i, 'medications'],
  [/\b(?:hx|h\/o)\b/i, 'history'],
  [/\bocc\b/i, 'occasional'],
  [/\bpin?s\s*&\s*needles\b/i, 'pins and needles'],
];

/** A letter that stands for a unit does so after a number alone: `4 d`, `c/8 h`, `exfumador 4 a`. */
const SPANISH: Shorthand = [
  [/\b(?:no\s+|n)amc\b/i, 'no alergias'],
  [/\bamc\b/i, 'alergias'],
  [/\bfrcv\b/i, 'factores de riesgo cardiovascular'],
  [/(\d)\s*d\b\.?/gi, '$1 días'],
  [/(\d)\s*h\b\.?/gi, '$1 horas'],
  [/(\d)\s*a\b\.?(?=\s*(?:$|[,;)]))/gi, '$1 años'],
  [/(?<![\p{L}])sems?\b\.?/giu, 'semanas'],
  [/(?<![\p{L}])c\/\s*(?=\d)/giu, 'cada '],
  [/\s*\/\s*(d[ií]a|noche|semana|mes)(?![\p{L}])/giu, ' por $1'],
  [/\bcig\b\.?/i, 'cigarrillos'],
  [/\bd(?:er|ch)([oa])\b\.?/gi, 'derech$1'],
  [/\biz(?:q|d)([oa])\b\.?/gi, 'izquierd$1'],
  [/\bizq\b\.?/gi, 'izquierda'],
  [/\b(?:tto|tx)\b\.?/i, 'tratamiento'],
  [/\b(?:atb|abx)\b/i, 'antibiótico'],
  [/\baines?\b/i, 'antiinflamatorio'],
  [/\brx\b\.?/i, 'radiografía'],
  [/\b(?:tbc|tb)\b/i, 'tuberculosis'],
  [/\b(?:mmii|eeii)\b/i, 'piernas'],
  [/\b(?:mmss|eess)\b/i, 'brazos'],
  [/\biq\b/i, 'operación'],
  [/\bt\.?a\.?(?=\s|$)/, 'tensión'],
  [/\b(?:orl)\b/i, 'otorrino'],
  [/\b(?:itu|ivu)\b/i, 'infección de orina'],
  [/\b(?:fur|fum)\b/i, 'última regla'],
  [/\bca\.(?=\s)/i, 'cáncer'],
  [/\b(?:ah?f)\s*:/i, ''],
  [/\bit\b/i, 'baja'],
  [/\bhctz\b/i, 'hidroclorotiazida'],
  [/\biam\b/i, 'infarto'],
  [/\bdm\s?2\b/i, 'diabetes tipo 2'],
  [/\bdlp\b/i, 'dislipemia'],
  [/\btce\b/i, 'golpe en la cabeza'],
];

const APOSTROPHES = /\b(do|does|did|is|was|have|has|had|ca|can|could|would|wo|are|were)nt\b/gi;

/** A line of a checklist with its shorthand written out. */
export function written(text: string, language: Language): string {
  const own = language === 'es' ? SPANISH : ENGLISH;
  return own.reduce((out, [pattern, full]) => out.replace(pattern, full), text.replace(APOSTROPHES, "$1n't"));
}
