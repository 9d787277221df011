const STOP = new Set(
  (
    'the a an my your his her their our this that these those some any of in on at to for with and or but from by as is are was were be been being am has have had having do does did i you he she it we they me him them ' +
    "'s 's 'm 're 've 'll 'd n't not no without " +
    'el la los las un una unos unas mi mis tu tus su sus este esta estos estas ese esa de del en a al por para con y e o u que lo le les se me te nos es son esta estan estoy era fue ser estar ha he han hay tengo tiene tenia tuvo sin ni yo usted ella'
  ).split(' '),
);

/** Words that frame a finding rather than name it; a claim may use its own. */
const FRAME = new Set(
  (
    'history past previous prior medical allergy allergies allergic patient presents reports complains possible probable suspected family taking takes take ' +
    'historial historia antecedente antecedentes previo previa personal personales alergia alergias alergico alergica alergicos paciente presenta refiere posible probable sospecha familiar familiares toma tomando tomar'
  ).split(' '),
);

/** The word without its plural and, in Spanish, its gender: migrañas = migraña, headaches = headache. */
export function stem(word: string): string {
  let out = word;
  if (out.length > 3 && out.endsWith('s') && !out.endsWith('ss')) out = out.slice(0, -1);
  if (out.length > 4 && /[aeo]$/.test(out)) out = out.slice(0, -1);
  if (out.length > 5 && out.endsWith('ing')) out = out.slice(0, -3);
  return out;
}

export const isStop = (word: string): boolean => STOP.has(word);
export const isFrame = (word: string): boolean => FRAME.has(word);
