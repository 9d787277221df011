import type { Tongue } from '../../language/lexicon.ts';
import { word } from './cues/words.ts';

const EN_KIN =
  'mothers?|fathers?|mom|mum|mommy|dad|daddy|parents?|brothers?|sisters?|siblings?|grandmothers?|grandfathers?|grandmas?|grandpas?|grandparents?|nans?|nana|granny|grandads?|granddads?|great[- ]grand(?:ads?|dads?|mothers?|fathers?|parents?|mas?|pas?)|great[- ](?:uncles?|aunts?)|aunts?|auntie|uncles?|cousins?|nephews?|nieces?|(?:grand|god|step)?daughters?|(?:grand|god)sons?|(?:grand|god)?kids?|(?:grand|god)?child(?:ren)?|(?:god|grand)(?:mothers?|fathers?)|twin|gran(?= (?:has|had|was|is|died|used|got|takes|who))|granddad|grandad|gramps|mam|mums|foster (?:mother|father|son|daughter)|half[- ](?:brother|sister)|step(?:son|daughter|mother|father|brother|sister)|mother-in-law|father-in-law';
const ES_KIN =
  'madre|padre|mama|papa|padres|herman[oa]s?|abuel[oa]s?|nen[ae]s|abuelit[oa]s?|ti[oa]s?|prim[oa]s?|sobrin[oa]s?|hij[oa]s?|niet[oa]s?|suegr[oa]s?|hermanastr[oa]s?|padrastro|madrastra|bisabuel[oa]s?|melliz[oa]|gemel[oa]s?|yay[oa]s?|abue|papas|hermanit[oa]s?|amá|apá|mami|papi';

/** Relatives: one word, told by the possessive or by standing at the head of a note's line. */
/** "son" is English alone: in Spanish it is a verb. */
export const KIN: Readonly<Record<Tongue, RegExp>> = {
  en: word(`${EN_KIN}|sons?|${ES_KIN}`),
  es: word(`${EN_KIN}|${ES_KIN}`),
};
/** Relatives who tell, bring or live with the patient, not whose the finding is. */
export const BESIDE =
  /(?:accompanied by|brought (?:\p{L}+ ){0,6}?by|came with|comes with|here with|lives? with|living with|with|according to|acompanad[oa] (?:de|por)|traid[oa] por|viene con|vive con|vivo con|segun|con|como|igual que)\s+(?:my|his|her|your|the|mi|su|tu|la|el)?\s*$/u;
export const TELLING =
  /^\s*(?:\p{L}+\s+)?(?:says?|said|tells?|told|noted|notes?|describes?|noticed|notices|thinks?|thought|reports?|reported|states|brought|made me|wants?|telling|saying|mention(?:s|ed)|texted|wrote|rang|messaged|dice|dijo|decia|conto|contaba|comento|comentaba|escribio|aseguraba?|nota|noto|comentan?|refieren?|relatan?|avisan?|aviso|informan?|indican?|aportan?|solicitan?|cuenta|cree|insistio|me (?:trajo|obligo|dijo))(?![\p{L}])/u;
/** "Refiere la familia que", "su médico de familia": they tell, or are no relatives at all. */
export const TOLD_BY =
  /(?:refieren?|comentan?|relatan?|avisan?|indican?|informan?|hablar|hablado|hablamos|hablo|medic[oa]s?|medicina|unidad|negativa|deseos?|decision|peticion|rechazo|acuerdo|consenso|preferencia)\s+(?:de |con |a )?(?:la |su |los |sus |el |las )?$/u;
/** Words of the young, who may be the patient when a parent speaks. */
export const YOUNG = word(
  'sons?|daughters?|kids?|child|baby|toddler|infant|little (?:one|boy|girl)|hij[oa]|nin[oa]|bebe|nen[ae]|peque|chiquit[oa]',
);

export const FAMILY = word(
  "(?:in |on |of )?(?:the |my |your |his |her )?family(?: history| hx)?|fhx?|relatives?|first[- ]degree|runs in|(?:on )?either side(?= of the family|\\s*\\?)|maternal|paternal|(?:mother|father|mom|mum|dad)'s side|antecedentes? familiares?|historia familiar|familiares?|familia|rama (?:materna|paterna)|por parte de (?:madre|padre|mi madre|mi padre|mama|papa)|hereditari[oa]s?|hereditary|a\\.?f\\.?:",
);

export const OTHERS = word(
  [
    '(?:my|your|his|her|our|their) (?:(?:next[- ]?door|upstairs|downstairs|old|elderly|late|dear|new|former|younger|older|other|lovely|poor|closest|oldest|neighbou?r from|work|gym|school|church|drinking|fishing|ex-?) )*(?:wife|husband|spouse|partner|boyfriend|girlfriend|fiancee?|ex|friends?|best friend|neighbou?rs?|boss|coworkers?|co-workers?|colleagues?|roommates?|flatmates?|housemates?|teacher|dog|cat|pet|coach|mate|buddy|landlord|student|caregiver|nanny|in-laws)',
    'an?other (?:patient|person|lady|gentleman|guy|woman|man|one of my patients)(?: of mine)?',
    'other (?:patients?|people|person)',
    '(?:an?|my|the) (?:last |previous |other |next |earlier )?patients? (?:of mine|i (?:saw|had|have|treated)|last|before|next door|yesterday|this morning|who|with|in room|in the)',
    'one of my (?:patients|friends|colleagues|coworkers)',
    'i (?:saw|had|have|treated) an? (?:\\w+ )?patient',
    'my (?:last|previous|other|next) patient',
    'patients? of mine',
    '(?:some|most|many|several|a lot of) (?:people|patients|folks|of my patients)',
    'people (?:with|who|at|in|around)',
    '(?:someone|somebody|everyone|everybody|anyone|anybody|others|kids|folks)(?: (?:with|who|at|else|in))?',
    '(?:any|any one|either|both|some|all) of (?:them|your (?:kids|children|family|housemates|flatmates|colleagues))(?! (?:in the|on the))',
    'going (?:a?round|about)',
    'doing the rounds',
    "(?:there ?'s|there is|there was|there has been|had) (?:an? |another )?(?:\\w+ )?(?:outbreak|epidemic) of",
    '(?:hay|hubo|habia|tuvimos|tenemos) (?:un |una )?(?:\\w+ )?(?:brote|epidemia) de',
    '(?:who|anyone|anybody|someone|somebody)(?: else)? (?:at home|in (?:the|your) (?:house|household|home))',
    '(?:quien|alguien|alguno) (?:mas )?(?:en|de) (?:casa|la casa|su casa|tu casa)',
    '(?:our|my|the) (?:youngest|eldest|oldest|middle one|little one|lad|lass)',
    '(?:el|la|mi|nuestr[oa]) (?:pequen[oa]|mayor|menor|median[oa])(?= (?:tiene|esta|anda|lleva|ha|tuvo|se|le))',
    '(?:contact|exposure|exposed) (?:with|to)',
    'contacts? in',
    '(?:patient|pt|man|woman|lady|gentleman|resident|neighbou?r|roommate) in (?:the )?(?:bed|bay|room|next|side|same)',
    'the donor',
    'a guy',
    'this (?:guy|lady|woman) ',
    'the (?:man|woman|lady|guy|bloke|chap|fella|girl|boy|kid|gentleman|person|couple|lad|lass) (?:(?:just |right )?(?:before|ahead of|after|behind) (?:you|me|us)|in|next|before|who|at|on|i|that|with)',
    'the (?:last|previous|other) (?:man|woman|lady|guy|bloke|chap|girl|boy|gentleman|person|patient)(?: i (?:saw|had))?',
    '(?:hubby|the missus|the (?:in-laws|neighbou?rs)|(?:my|our|the) (?:lodger|tenant|flatmate|mates|pals?|au pair|cleaner|driver|hairdresser|trainer|instructor|pastor|priest|fianc[eé]e?))',
    '(?:that|the|your|my|our|this|his|her) (?:\\p{L}+ )?(?:dog|cat|puppy|kitten|horse|pony|rabbit|hamster|parrot|budgie|guinea pig)(?! (?:bite|bit|scratch|hair|allerg|dander|fur))',
    '(?:l[ao]s|mis|nuestr[oa]s|es[ao]s) (?:\\p{L}+ )?(?:perr[oa]s|gat[oa]s|caballos|vacas|terner[oa]s|gallinas|pollos|ovejas|cabras|cerd[oa]s|chanch[oa]s|toros|yeguas|potr[oa]s|conejos)(?! me)',
    '(?:la|el|mi|su|tu|esa|ese|nuestr[oa]) (?:\\p{L}+ )?(?:perrit[oa]|perr[oa]|gatit[oa]|gat[oa]|caballo|conejo|loro|canario|mascota|vacas?|terner[oa]s?|gallinas?|burr[oa]s?|ovejas?|cabras?|cerd[oa]s?|chanch[oa]s?|yegua|potr[oa])(?! me)',
    '(?:her|him|them|the (?:lady|woman|man|chap|couple|family|girl|lad|people|one))? ?next door',
    '(?:the |our |my )(?:postman|postie|milkman|barber|butcher|baker|greengrocer|window cleaner|taxi driver|bus driver|lollipop lady|caretaker|vicar|plumber|electrician|builder|gardener|landlady)',
    '(?<!i |i do |you |we )swears? by',
    '(?:some|most|many|one|two|a (?:few|couple|lot)) of (?:my|our|the) (?:\\p{L}+ )?(?:ladies|mums|mothers|gents|men|women|chaps|girls|lads|regulars|old dears|pensioners)(?: (?:that )?(?:i|we) (?:see|treat|meet|get|look after|have|talk to))?',
    '(?:most|many|lots|some|a lot|plenty|half|several|loads|the majority|nine out of ten|a few) of (?:the |my |our )?(?:other )?(?:mums|moms|mothers|dads|fathers|women|men|ladies|gentlemen|folks?|lads|girls|boys|kids|children|babies|toddlers|teenagers|students|runners|smokers|drivers|nurses|teachers|pensioners|people|patients)(?: (?:that )?(?:i|we) (?:see|treat|meet|get|look after|have|talk to))?',
    '(?:la mayoria|muchas|muchos|algunas|algunos|la mitad|casi todas|casi todos|bastantes) (?:de )?(?:las |los |mis )?(?:otras |otros )?(?:mamas|madres|papas|padres|mujeres|hombres|senoras|senores|ninos|ninas|bebes|chicos|chicas|adolescentes|estudiantes|embarazadas|abuelos|abuelas|corredores|fumadores|personas|pacientes)(?: que (?:veo|vemos|atiendo|atendemos|me llegan|vienen|trato))?',
    '(?:el|la|mi|nuestr[oa]) (?:carter[oa]|carnicer[oa]|fruter[oa]|peluquer[oa]|porter[oa]|panader[oa]|fontanero|taxista|tender[oa]|lechero|butanero|barbero|verduler[oa]|quiosquer[oa])',
    '(?:algun[oa]s|much[oa]s|una|uno|la mayoria) de (?:mis|nuestr[oa]s|las|los) (?:senoras|pacientes|mamas|embarazadas|abuel[oa]s|chic[oa]s)',
    '(?:la|el|su) (?:cuidadora?|acompanante|madre|padre|hij[oa]|espos[oa]|marido|mujer|auxiliar) (?:comenta|refiere|dice|cuenta|explica|anade|aporta) que (?:ella|el) (?:mism[oa] |tambien )?(?=padece|tiene|sufre|toma|es|esta)',
    '(?:her|him) (?:at work|down the road|over the road|across the road|upstairs|downstairs|from work|from church|at church|at the shop|in the office)',
    '(?:la|el|las|los) del? (?:la |los |las )?(?:limpieza|taller|bar|tienda|oficina|trabajo|primero|segundo|tercero|cuarto|quinto|sexto|lado|arriba|abajo|enfrente|farmacia|panaderia|gimnasio|autobus|peluqueria|mercado|puesto)(?= (?:me |nos )?(?:dice|dijo|decia|cuenta|contaba|conto|tiene|esta|toma|anda|comento|comentaba))',
    "(?<!(?:i'm|i am|i was|you're|you are|as|like) )(?:an?|this|another) (?:\\p{L}+ )?(?:chap|bloke|guy|fella|fellow|lad|couple|lodger|mate|pal|colleague|teacher|relative|stranger|classmate|co-worker|coworker) (?:who|that|with)(?! i(?![\\p{L}]))",
    '(?:one|two|three|some|a couple|half|several) of (?:our|my|the|their|your) (?:\\p{L}+ )?(?:nurses?|doctors|receptionists?|staff|colleagues|team|partners|trainees|students|friends|mates|neighbou?rs|cousins|teachers|girls|lads|carers|kids|children|brothers|sisters|porters|volunteers|residents)',
    '(?:un[oa]|dos|tres|alguna?) de (?:las|los|mis|nuestr[oa]s) (?:enfermer[oa]s|medic[oa]s|companer[oa]s|celador[ea]s|residentes|vecin[oa]s|amig[oa]s|alumn[oa]s|chic[oa]s|herman[oa]s|prim[oa]s)',
    '(?:un[oa]|con un[oa]) (?:de mi (?:clase|trabajo|equipo|oficina|portal|pueblo)|que (?:tiene|tenia|padece|esta con|vino con|trabaja conmigo|vive conmigo))',
    'the vet',
    'el veterinario|la veterinaria',
    'on tv',
    'on the news',
    'i read (?:about|that)',
    '(?:about|saw|seen|met|knew|remember|treated|read of|heard of) (?:an?|this|some) (?:\\p{L}+ )?(?:man|woman|guy|lady|bloke|chap|girl|boy|kid|lad|fellow)',
    '(?:sobre|vi a|visto a|conoci a|conozco a|recuerdo a|lei de|lei sobre) (?:un|una|otr[oa]) (?:hombre|mujer|chic[oa]|senora?|tip[oa]|nin[oa]|chaval[a]?|muchach[oa])',
    '(?:mi|su|tu) (?:compadre|comadre|cuate|compinche|padrino|madrina|ahijad[oa]|consuegr[oa]|concuñ[oa]|viej[oa]|marido|inquilin[oa]|alumn[oa]|nineras?|entrenadora?|espos[oa]|mujer|marido|pareja|novi[oa]|amig[oa]s?|vecin[oa]s?|jef[ea]|companer[oa]s?|colegas?|perr[oa]|gat[oa]|cunad[oa]|yerno|nuera|profesora?|maestr[oa]|casero|mascota|ex|socio|asistenta|cuidadora)',
    'mis (?:amig[oa]s|vecin[oa]s|companer[oa]s|colegas)',
    'otr[oa]s? (?:pacientes?|personas?|senora?|chic[oa]|caso)',
    'un[oa]? (?:paciente|persona|senora?|vecin[oa]|amig[oa]|companer[oa]|chic[oa]|tip[oa])(?: (?:mi[oa]|que|con|de|anterior|a (?:la|quien)|ayer))',
    'un[oa] paciente mi[oa]',
    '(?:el|la) (?:paciente|senora?) (?:anterior|de antes|de al lado|de ayer|de la (?:cama|habitacion|consulta))',
    '(?:el|la|los|las|ese|esa|aquel|aquella) (?:senor(?:a|es|as)?|chic[oa]s?|chaval(?:a|es)?|muchach[oa]s?|hombres?|mujer(?:es)?|caballero|abuelet[ea]|viejit[oa]|tip[oa]s?|chav[oa]s?|compadre|vecin[oa]s?) (?:que|de (?:la|al|antes|enfrente|arriba|abajo|ayer|hoy))',
    'tuve (?:un|una|otr[oa]) paciente',
    'mis (?:otr[oa]s )?pacientes',
    'alguien',
    'la gente',
    'todo el mundo',
    'muchas? (?:gente|personas|pacientes)',
    'muchos pacientes',
    'compan?er[oa]s? de (?:clase|trabajo)',
    '(?:en el (?:colegio|cole|trabajo)|en la (?:guarderia|oficina|escuela)) (?:hay|han|tienen|todos|estan)',
    '(?<!en )contactos? con',
    'conviviente\\w*',
    '(?:el|la) donante',
    'en la tele',
    'lei (?:que|sobre)',
    'un caso de',
  ].join('|'),
);

/** Bring the talk back to the patient: whoever was spoken of before is out of reach. */
export const BACK_TO_PATIENT = word(
  [
    'i',
    "i ?'(?:m|ve|d|ll)",
    'me',
    'myself',
    'mine',
    'you',
    "you ?'(?:re|ve)",
    'the patient',
    'patient (?:has|denies|reports|presents|is)',
    'yo',
    'tengo',
    'tuve',
    'me',
    'a mi',
    'conmigo',
    'estoy',
    'he (?=\\p{L}+(?:ado|ido|to|cho)(?![\\p{L}]))',
    'usted',
    'siento',
    'noto',
    'sufro',
    'padezco',
    'llevo',
    'tomo',
    'fumo',
    '(?:el|la) paciente (?!anterior|de)',
    'ronco',
    'vengo',
    'creo',
    'my (?=(?:left|right|head|neck|back|knee|chest|arm|leg|foot|feet|stomach|belly|throat|eye|ear|hand|hip|shoulder|ankle|heart|skin|blood|own)\\b)',
    'mi (?=(?:cabeza|cuello|espalda|rodilla|pecho|brazo|pierna|pie|estomago|barriga|garganta|ojo|oido|mano|cadera|hombro|corazon|piel)\\b)',
  ].join('|'),
);
