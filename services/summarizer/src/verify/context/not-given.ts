/** Words between what says that care was not given and its name: whose, which, the doing of it. */
const BETWEEN =
  '(?:\\s+(?:a|al|con|de|del|para|por|el|la|los|las|un|una|su|sus|esta|este|dicha|dicho|cualquier|ningun|ninguna|mas|otra|otro|nueva|nuevo|realizar(?:le|se)?|realizacion|practicar(?:le|se)?|practica|efectuar|hacer(?:le|se)?|colocar(?:le)?|colocacion|administrar(?:le)?|administracion|iniciar|inicio|recibir|someterse|plantear|uso|posibilidad|necesidad|indicacion|opcion|momento|actualmente|momentaneamente|finalmente|tratamientos?|terapia|cirugia|intervencion|tecnicas?|medidas|pruebas?|procedimientos?|parte|[a-z]{5,}mente)){0,7}\\s+';

/** Turned down, or could not be: "se desestima la realización de", "imposibilidad de practicar", "no candidato a". */
const TURNED_DOWN = new RegExp(
  `(?<![\\p{L}])(?:desestim(?:a|an|o|aron|ad[oa]|andose|ando)|rechaz(?:a|an|o|aron|aba|ando|ad[oa])|(?:se )?(?:niega|nego|negaba|negandose) a|negativa (?:del paciente |de la paciente )?a|imposibilidad(?: tecnica)?|(?:es|fue|resulta|resulto|ha sido) imposible|contraindic(?:a|an|ado|ada|ando|aba)|no (?:es |era |se considera |fue considerad[oa] )?(?:buen[oa] )?(?:candidat[oa]|tributari[oa]|subsidiari[oa]|susceptible)|(?:se )?descart(?:a|an|o|aron|ado|andose|ando)|abstencion|la no)${BETWEEN}$`,
  'u',
);
/** An act that was called off; a course of treatment that is stopped was given. */
const CALLED_OFF = new RegExp(
  `(?<![\\p{L}])(?:se )?(?:suspend(?:e|en|io|ieron|ido|ida)|cancel(?:a|an|o|aron|ado|ada)|anul(?:a|an|o|aron|ado|ada))${BETWEEN}$`,
  'u',
);
const ACT =
  /^(?:cirugia|intervencion|operacion|prueba|biopsia|trasplante|cateterismo|extraccion|\p{L}{3,}(?:scopia|ectomia|otomia|plastia|grafia|centesis))/u;

/** Said after the name: "la biopsia no se realizó", "cirugía desestimada". */
const AFTER =
  /^\s*[,:]?\s*(?:que )?(?:(?:finalmente|al final|esta|queda|quedo|fue|ha sido|es) )*(?:no (?:(?:se (?:le |la |lo )?(?:ha |han |pudo |pudieron |llego a |llegaron a )?|pudo |pudieron |fue |fueron |ha sido |han sido |ha podido |llego a )(?:ser )?(?:realiz|practic|efectu|llev(?:o|ar|ado|aron) a cabo|hizo|hicieron|hecho|hacer|inici|administr|precis|necesari|posible|indic)|(?:es |era |esta |estaba |se considera |se considero )?(?:realizad|practicad|efectuad|iniciad|administrad|necesari|posible|indicad|disponible|realizable|procede))|desestimad|rechazad|cancelad|anulad|contraindicad)/u;
const NOT_DENIED = /(?<![\p{L}])(?:no|sin|nunca)\s+(?:se\s+|le\s+|lo\s+|la\s+)?(?:ha\s+|fue\s+)?$/u;

/** `Sin tratamiento anticoagulante`, `no tto con anticonceptivos`: the medicine is named by the treatment denied. */
const WITHOUT_TREATMENT =
  /(?<![\p{L}])(?:sin|ni|no(?: (?:se|le|ha|han|esta|estaba|recib\p{L}+|lleva\p{L}*|sigu\p{L}+|seguido|precis\p{L}+|requ\p{L}+|inici\p{L}+|en|toma\p{L}*|administr\p{L}+|realiz\p{L}+))*) (?:ningun )?(?:tratamientos?|ttos?|terapia|medicacion|profilaxis)(?: (?:previ[oa]|habitual|domiciliari[oa]|cronic[oa]|actual|medic[oa]))?(?: con| de| a base de)? $/u;

/**
 * Whether a note says of a medicine or an act that it was not given or done, by other words than a denial of the thing.
 * `before` and `after`: its sentence around the name, folded.
 */
export function notGiven(before: string, name: string, after: string): boolean {
  if (WITHOUT_TREATMENT.test(before)) return true;
  const turned = TURNED_DOWN.exec(before) ?? (ACT.test(name) ? CALLED_OFF.exec(before) : null);
  if (turned !== null) return !NOT_DENIED.test(before.slice(0, turned.index));
  return AFTER.test(after);
}

/** `No se realizó hasta el lunes`: it was done then. */
export const doneLater = (after: string): boolean =>
  /^\s+hasta (?!ahora|la fecha|el momento|este momento|hoy|la actualidad)/.test(after);
