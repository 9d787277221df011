/** Forms of a Spanish verb by person, folded; the compound tenses as two words. */
export interface Conjugated {
  readonly first: readonly string[];
  /** tú and vos. */
  readonly second: readonly string[];
  readonly third: readonly string[];
  readonly plural: readonly string[];
  readonly infinitive: string;
  readonly gerund: string;
}

interface Irregular {
  /** Stem under stress: duele, pierde. */
  readonly stressed?: string;
  /** Stem of -ir verbs in the preterite's third person and the gerund: durmió. */
  readonly closed?: string;
  readonly first?: string;
  /** Strong preterite: tuvo. */
  readonly strong?: string;
  readonly participle?: string;
  /** Whole present and imperfect, where no rule makes them. */
  readonly present?: readonly [string, string, string, string];
  readonly imperfect?: readonly [string, string, string];
  readonly preterite?: readonly [string, string, string, string];
}

const IRREGULAR: Readonly<Record<string, Irregular>> = {
  acostar: { stressed: 'acuest' },
  apretar: { stressed: 'apriet' },
  arder: {},
  caer: { first: 'caigo', preterite: ['cai', 'caiste', 'cayo', 'cayeron'] },
  calentar: { stressed: 'calient' },
  cerrar: { stressed: 'cierr' },
  coger: { first: 'cojo' },
  conseguir: { stressed: 'consig', closed: 'consig', first: 'consigo' },
  costar: { stressed: 'cuest' },
  dar: { first: 'doy', preterite: ['di', 'diste', 'dio', 'dieron'] },
  despertar: { stressed: 'despiert' },
  devolver: { stressed: 'devuelv', participle: 'devuelto' },
  doler: { stressed: 'duel' },
  dormir: { stressed: 'duerm', closed: 'durm' },
  encontrar: { stressed: 'encuentr' },
  enflaquecer: { first: 'enflaquezco' },
  entumecer: { first: 'entumezco' },
  escocer: { stressed: 'escuec', first: 'escuezo' },
  estar: { present: ['estoy', 'estas', 'esta', 'estan'], strong: 'estuv' },
  hacer: { first: 'hago', preterite: ['hice', 'hiciste', 'hizo', 'hicieron'], participle: 'hecho' },
  ir: {
    present: ['voy', 'vas', 'va', 'van'],
    imperfect: ['iba', 'ibas', 'iban'],
    preterite: ['fui', 'fuiste', 'fue', 'fueron'],
  },
  morder: { stressed: 'muerd' },
  mover: { stressed: 'muev' },
  oir: { present: ['oigo', 'oyes', 'oye', 'oyen'], preterite: ['oi', 'oiste', 'oyo', 'oyeron'] },
  pensar: { stressed: 'piens' },
  perder: { stressed: 'pierd' },
  perseguir: { stressed: 'persig', closed: 'persig', first: 'persigo' },
  poder: { stressed: 'pued', strong: 'pud' },
  poner: { first: 'pongo', strong: 'pus', participle: 'puesto' },
  querer: { stressed: 'quier', strong: 'quis' },
  repetir: { stressed: 'repit', closed: 'repit' },
  revolver: { stressed: 'revuelv', participle: 'revuelto' },
  salir: { first: 'salgo' },
  seguir: { stressed: 'sig', closed: 'sig', first: 'sigo' },
  sentir: { stressed: 'sient', closed: 'sint' },
  soltar: { stressed: 'suelt' },
  sonar: { stressed: 'suen' },
  temblar: { stressed: 'tiembl' },
  tener: { stressed: 'tien', first: 'tengo', strong: 'tuv' },
  torcer: { stressed: 'tuerc', first: 'tuerzo' },
  traer: { first: 'traigo', strong: 'traj' },
  venir: { stressed: 'vien', first: 'vengo', strong: 'vin' },
  ver: {
    first: 'veo',
    imperfect: ['veia', 'veias', 'veian'],
    preterite: ['vi', 'viste', 'vio', 'vieron'],
    participle: 'visto',
  },
};

/** Before e the letter changes and the sound stays: saqué, tragué, forcé. */
const beforeE = (stem: string): string => stem.replace(/c$/, 'qu').replace(/g$/, 'gu').replace(/z$/, 'c');

const AUXILIARY = {
  first: ['he', 'habia'],
  second: ['has', 'habias'],
  third: ['ha', 'habia', 'haya'],
  plural: ['han', 'habian'],
};

/** Present, imperfect, preterite and the compound tenses, with the voseo; `infinitive` without accents. */
export function conjugate(infinitive: string): Conjugated {
  const stem = infinitive.slice(0, -2);
  const ending = infinitive.slice(-2) as 'ar' | 'er' | 'ir';
  const odd = IRREGULAR[infinitive] ?? {};
  const stressed = odd.stressed ?? stem;
  const closed = odd.closed ?? stem;
  const vowel = ending === 'ar' ? 'a' : 'e';
  const present = odd.present ?? [
    odd.first ?? `${stressed}o`,
    `${stressed}${vowel}s`,
    `${stressed}${vowel}`,
    `${stressed}${vowel}n`,
  ];
  const past = ending === 'ar' ? `${stem}aba` : `${stem}ia`;
  const imperfect = odd.imperfect ?? [past, `${past}s`, `${past}n`];
  const preterite =
    odd.preterite ??
    (odd.strong !== undefined
      ? [
          `${odd.strong}e`,
          `${odd.strong}iste`,
          `${odd.strong}o`,
          `${odd.strong}${odd.strong.endsWith('j') ? 'eron' : 'ieron'}`,
        ]
      : ending === 'ar'
        ? [`${beforeE(stem)}e`, `${stem}aste`, `${stem}o`, `${stem}aron`]
        : [`${stem}i`, `${stem}iste`, `${closed}io`, `${closed}ieron`]);
  const participle = odd.participle ?? (ending === 'ar' ? `${stem}ado` : `${stem}ido`);
  const voseo = `${stem}${ending === 'ir' ? 'i' : vowel}s`;
  const compound = (auxiliaries: readonly string[]): string[] => auxiliaries.map((one) => `${one} ${participle}`);
  return {
    first: [present[0], imperfect[0], preterite[0], ...compound(AUXILIARY.first)],
    second: [present[1], voseo, imperfect[1], preterite[1], ...compound(AUXILIARY.second)],
    third: [present[2], imperfect[0], preterite[2], subjunctive(stressed, odd, ending), ...compound(AUXILIARY.third)],
    plural: [
      present[3],
      imperfect[2],
      preterite[3],
      `${subjunctive(stressed, odd, ending)}n`,
      ...compound(AUXILIARY.plural),
    ],
    infinitive,
    gerund: gerundOf(infinitive, ending === 'ar' ? stem : closed, ending),
  };
}

/** `Que se le hinche`, `que le duela`. */
function subjunctive(stressed: string, odd: Irregular, ending: string): string {
  if (odd.first !== undefined && /[gze]o$/.test(odd.first)) return `${odd.first.slice(0, -1)}a`;
  return ending === 'ar' ? `${beforeE(stressed)}e` : `${stressed}a`;
}

function gerundOf(infinitive: string, stem: string, ending: string): string {
  if (infinitive === 'ir') return 'yendo';
  if (ending === 'ar') return `${stem}ando`;
  return /[aeo]$/.test(stem) ? `${stem}yendo` : `${stem}iendo`;
}
