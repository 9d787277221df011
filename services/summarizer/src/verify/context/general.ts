import { uncontracted } from './cues/words.ts';

/** No word that makes the disease this patient's own. */
const ANY =
  '(?!(?:your|his|her|this|that|these|my|the|those|our|its|it|you|me|him|them|regards?|respect|terms|addition|now|today) )';

/** Of a disease in anybody: what stands in the sentence after these words is told of nobody. */
const OF_ANYBODY = uncontracted(
  [
    '(?:in|with|for) (?:most |many |some )?(?:people|patients|those|anyone) (?:with|who)',
    '(?:typically|normally|usually|generally|commonly),? (?:in|with|for)(?! (?:your|his|her|this|that|the))',
    `(?:in|with|for) ${ANY}(?:\\p{L}+ ){1,4}?(?:and |or |,? like |so )?(?:people|patients|you|we|one|they)(?: can| could| might| may| will|'ll| do)? ?(?:usually|often|normally|typically|generally|sometimes|commonly|tend|would|expect|'d)`,
    `(?:in|with|for) ${ANY}(?:\\p{L}+ ){1,3}?(?:people|patients) `,
    `(?:in|with) ${ANY}(?:\\p{L}+ ){1,2}?you (?:get|see|find|feel|develop)`,
    '(?:when|if) (?:we|you|i) (?:think|are thinking) (?:of|about)',
    'think(?:ing)? of',
    `(?:tell you|explain(?: to you)?|talk(?: to you)?) (?:a bit |a little |more |something )?(?:about|what) ${ANY}`,
    '(?:explico|explicarle|explicarte|cuento|contarle|hablarle|hablo) (?:un poco |algo )?(?:que es|que son|de|sobre|como (?:va|es|funciona)|en que consiste)(?! (?:su|tu|sus|tus|este|esta|ese|esa) )',
    'we (?:used to|usually|normally|always|tend to|generally|often|sometimes|just) (?:give|use|prescribe|recommend|advise)',
    '(?<!(?:look|looks|sound|sounds|seem|seems|feel|feels) )like (?:when |if )?you (?:have|get|had|got) ',
    '(?<!if )you can (?:also |sometimes |often |very rarely |rarely )?get(?! (?:it|that|them|this|one|some|the|your|my|up|in|out|an? (?:appointment|lift|bus|prescription)))',
    '(?:need|have|want|got) to think about',
    'think about things like',
    '(?:look|looking|check|checking|test|testing|screen|screening) (?:(?:at |into )things like|for(?! (?:your|his|her|the)))',
    'exclud(?:e|ing)',
    'en la mayoria de (?:la gente|las personas|los pacientes|los casos)',
    '(?:normalmente|generalmente|habitualmente|por lo general),? (?:en|con)(?! (?:su|tu|este|esta|ese|esa))',
    '(?:en|con) (?!(?:el |la |los |las |un |una |su |tu )?(?:resonancia|tac|tc|rm|eco|ecografia|radiografia|placa|analitica|biopsia|imagen|prueba|escaner|ecocardiograma|electro|exploracion|colonoscopia|endoscopia|mamografia|citologia|cultivo|orina|sangre)\\p{L}* )(?:el |la |los |las |un |una )?(?:\\p{L}+ ){1,5}?(?:suelen?|uno|la gente|los pacientes|las personas|lo (?:normal|habitual)|normalmente|habitualmente|hay|aparecen?|vemos|esperamos|se (?:suele|ve|espera|produce|caracteriza|manifiesta))',
    '(?:el|la|los|las|quien|quienes) (?:que )?(?:\\p{L}+ ){1,7}?(?:suelen?|acaban?|terminan?|puede[n]?)(?! (?:usted|tu))',
    '(?:cuando|si|que|como|porque|donde|en cuanto) (?:a )?(?:uno|una persona|alguien|cualquiera|la gente|las personas|los pacientes|el cuerpo)(?! de)',
    'uno (?!(?:de|es|era|por|en|con|y|o|a|al|cada|mas|solo|que|u|para|a\\p{L}*mente)(?![\\p{L}]))(?:se |no |le |lo |ya )*\\p{L}+(?:a|e)(?![\\p{L}])',
    '(?:hay|conozco) (?:quien(?:es)?|gente que|personas que|pacientes que|casos (?:que|en que))|los hay que',
    'a (?:casi )?(?:uno|la gente|cualquiera|las personas|los pacientes|muchas personas|mucha gente|todos|much[oa]s|algun[oa]s|algunas personas|algun[oa]s pacientes|bastantes|bastante gente|vari[oa]s|mas de un[oa])(?: \\p{L}+){0,5}? (?:se )?(?:les?|nos)',
    '(?:se (?:usan?|utilizan?|dan?|toman?|recetan?|indican?|emplean?|ponen?|reservan?)|sirven?|estan? (?:indicad[oa]s?|pensad[oa]s?)|van? (?:muy )?bien|funcionan?) (?:muy bien |sobre todo |solo |bien )?(?:para|en|contra)(?! (?:su|tu|usted|eso|esto|lo))',
    '(?:cuando )?pens(?:amos|ar|ando) en',
    '(?:mirar|ver|buscar|comprobar) cosas como',
    'excluir',
    '(?:for|out of|of|in) every (?:\\p{L}+ )?(?:hundred|thousand|million|ten|twenty|\\d+)',
    '(?:one|two|three|four|five|\\d+|a few) (?:in|out of) (?:every (?:ten|\\d+)|(?:every |a )?(?:twenty|fifty|hundred|thousand|million|\\d{2,}(?<!10)))',
    '(?:\\d+|ten|twenty|fifty) ?(?:%|percent|per cent) (?:of )?(?:people|patients|women|men|cases|those|children|the time)',
    'we (?:tend to |often |usually |do )?(?:see|get) (?:a lot of|lots of|plenty of|loads of|many|so much)',
    '(?:en (?:invierno|verano|primavera|otono)|estos dias|ultimamente|en esta epoca|por aqui|a diario|todos los dias)[^.;?!]{0,20}(?:veo|vemos|estamos viendo|atiendo|tenemos) (?:much[oa]s?|bastantes?|un monton de|cantidad de)',
    '(?<!(?:these|those|the|with|and|other) )(?:people|folks?|patients|smokers|drinkers|diabetics|women|men|children|babies|toddlers|everyone|everybody)(?: who \\p{L}+(?: \\p{L}+){0,4}?| with (?:it|this|that)| (?:can|will|may|might|do|often|sometimes|usually|eventually|then|just|also))* (?:end(?:s)? up|wind(?:s)? up|finish(?:es)? up|gets?|have|go(?:es)?|become|lose|suffer|live|die|come(?:s)? down|develop|notice|report|complain|experience|present|are (?:born|left|prone|at risk)|feel)',
    'de cada (?:diez|cien|mil|\\d+)',
    'what (?:can |usually |often |sometimes |normally |might |may )+happens? is',
    "(?:oftentimes|often times|typically|generally|in general|usually|sometimes|commonly) (?:people|patients|you (?:do |can |may |might |will |'ll )?(?:require|need|find|have to|end up)|we (?:do|use|have to|see))",
    "there(?: ?'s| are| is) (?:different|three|four|several|two|various) (?:stages|types|kinds|forms|causes)",
    'in the (?:initial|early|later|first|second|last) stages?',
    'lo que (?:suele|puede) (?:pasar|ocurrir)|hay (?:varios|distintos|diferentes|tres|dos) (?:tipos|grados|fases|estadios|causas)',
  ].join('|'),
);
/** The disease is what the clause speaks of: `measles gives you a rash`. Up to the mention, and what follows it. */
const AT_THE_HEAD = /(?:^|[.,;:?!])\s*(?:el |la |los |las )?$/u;
const BRINGS =
  /^\s+(?:usually|often|normally|typically|generally|always|can|tends? to|gives?|causes?|produces?|brings?|suelen?|da|dan|duelen|produce|producen|causa|causan|provoca|provocan|se (?:contagian?|pegan?|curan?|quitan?|tratan?|transmiten?)|se (?:usan?|dan?|recetan?|indican?|ponen?|toman?|emplean?|utilizan?) (?:para|en|cuando|solo|mucho|contra)|sirven? (?:para|de|contra)|estan? (?:pensad[oa]s?|indicad[oa]s?))(?![\p{L}'])/u;
/** "Las piedras en el riñón duelen y dan náuseas": what is told next goes on about the disease. */
const WENT_ON =
  /(?:^|[.;:?!])\s*(?:el|la|los|las) (?!(?:que|su|tu|le|te)\s)(?:(?!(?:su|tu|le|te|se|me|que)\s)\p{L}+ ){1,5}(?:duelen|suelen?|se (?:contagian?|curan?|pegan?)|aparecen?)(?![\p{L}]) (?!(?:le|te|su|tu)\s)[^.;?!]*$/u;
const BROUGHT =
  /(?:^|[.,;:?!])\s*(?:el |la |los |las )?(?!(?:your|his|her|this|that|the|it|he|she|they|that|which|who|what|su|tu|esto|eso|me|te|le)\s)(?:\p{L}+ ){1,3}(?:gives?|causes?|produces?|brings?|suelen?|da|dan|produce|producen|causa|causan|provoca|provocan) (?:you |people )?(?:an? |un |una )?[^.;?!]*$/u;

const OPENS_BARE =
  /(?:^|[.;:?!])\s*(?:(?:well|so|ok|okay|now|see|you see|right|look|basically|pues|bueno)[\s,]+)*(?:el |la |los |las |an? )?$/u;
/** `Sometimes dehydration and fatigue can be causes of headaches`. */
const CAN_CAUSE =
  /^(?:,? (?:and|or|or even|y|o) \p{L}+(?: \p{L}+)?)? (?:can|could|may|might) (?:also |sometimes |often )?(?:be (?:an? |the |one of the )?(?:causes?|reasons?|triggers?)|cause|trigger|lead to|bring on)(?![\p{L}])/u;
const YOU_CAN_GET = /^ (?:that |which )?you can (?:also |sometimes |often )?get(?![\p{L}])/u;
const OF_THE_PATIENT = /(?<![\p{L}])(?:your|his|her|this|that|the|my|their) (?:\p{L}+ )?$/u;
/** `Irregular bleeding is common to begin with`, `a bit of soreness is to be expected`. */
const OPENS_WITH_A_KIND =
  /(?:^|[.,;:?!])\s*(?:(?:well|so|ok|okay|now|see|right|look|and|but|pues|bueno|y|pero|some|a bit of|a little|un poco de|algo de|el|la|los|las|an?)[\s,]+)*(?:(?!(?:your|his|her|this|that|these|those|the|my|su|tu|sus|tus|ese|esa|este|esta|it|he|she|they|you|i)\s)[\p{L}-]+ ){0,2}$/u;
const IS_COMMON =
  /^(?: \p{L}+)?\s+(?:(?:is|are|can be|'s) (?:very |quite |really |fairly |pretty |so |all |perfectly |absolutely )?(?:common|normal|usual|typical|to be expected|expected)|(?:es|son) (?:muy |bastante |lo mas |lo )?(?:frecuentes?|comun(?:es)?|normal(?:es)?|habitual(?:es)?|esperables?)) (?:to (?:begin|start) with|at first|at the (?:start|beginning)|initially|early on|in the (?:first|early)|with (?:this|these|it|them|those|that)|after(?:wards?)?|for (?:a|the)|al principio|al comienzo|los primer|las primer|en l[oa]s primer|con (?:este|esta|estos|estas|el|la)|despues|tras|durante)(?![\p{L}])/u;
/** The bare disease is defined or described: `high blood pressure is what we call`. */
const DEFINED =
  /^\s+(?:is (?:what|when|where|one of|just when|basically|really|caused by|usually|often|common|very common|known as|called|something (?:that|we|you|people)|an? (?:\p{L}+ ){0,3}(?:disease|condition|illness|disorder|infection|problem|virus|word|term|name|thing|type|kind|form|inflammation)(?! (?:for|of|with) (?:you|her|him|us)))|are (?:what|when|caused by|usually|often|common|very common)|means|happens|affects|raises|increases|doubles|lowers|steals|robs|ruins|destroys|damages|kills|comes from|comes (?:on )?when|makes (?:you|people|folks?|patients|everyone|the|your)|does(?: its|n['o]?t)|goes|spreads|starts|develops|tends|runs in|can (?:be|make|cause|come|run|go|affect)|es (?:lo que|cuando|una? (?:enfermedad|problema|infeccion|trastorno|palabra))|significa|ocurre|afecta|aparece cuando)(?![\p{L}'])/u;
/** A bare disease that does something: `diabetes quietly damages the small vessels`. Of the patient's own one says how it fares. */
const ACTS =
  /^(?: itself)?(?: \p{L}+ly| also| often| always| just| still| then| slowly| simply)*\s+(?!(?:is|was|has|does|as|his|its|this|less|plus|versus|across|perhaps|sometimes|always|remains|stays|persists|continues|improves|worsens|appears|seems|looks|sounds|responds|resolves|flares|warrants|requires|needs|presents|follows|comes|feels|hurts|radiates|wakes|keeps|starts|began|lasts|affects|meds|tablets|symptoms|bloods|results|numbers|levels|status|goes|gets|means|makes|runs)(?![\p{L}]))\p{L}{3,}(?<!s)s(?:,? (?:and|or) (?:then |also |even )?\p{L}{3,}s)* (?:up |out |away |off |down |through |at |on |over |into )?(?:the|a|an|all|every|any|most|many|small|large|blood|nerves?|vessels?|joints?|people|anyone|anybody|everyone|children|adults|women|men|families|almost|more|our|one|\p{L}+s)(?![\p{L}])(?![^.;?!]*(?<![\p{L}])(?:you|your|you're|his|her|him|my|me)(?![\p{L}]))/u;
/** What stands in such a definition: `pneumonia means an infection`. */
const EXPLAINED =
  /(?:^|[.;:?!])\s*(?:(?:well|so|ok|okay|now)[\s,]+)*(?!(?:your|his|her|this|that|it|which|the|my|well|so|ok|okay|now)\s)(?:[\p{L}-]+ ){1,4}(?:means|is when|is what|is where|is one of|is just when|es cuando|es lo que|significa) (?![^.;?!]*(?<![\p{L}])(?:you|your|i|usted|su)(?![\p{L}]))[^.;?!]*$/u;
/** `With asthma it's the small airways that ...`: under a preposition at the head, and no patient in what follows. */
const UNDER_HEAD =
  /(?:^|[.;:?!])\s*(?:(?:well|so|ok|okay|now|see|you see|right|look|pues|bueno)[\s,]+)*(?:with|in|en|con) (?:el |la |los |las )?$/u;
const GOES_SO =
  /^,?\s+(?:it ?'s|it is|it can|it tends|the|what happens|there ?'s|there is|most|people|everything|lo que (?:pasa|ocurre)|el problema|la gente)(?![\p{L}])(?![^.;?!]*(?<![\p{L}])(?:your|you|her|his|my|su|sus|tu)(?![\p{L}]))/u;

/** "That's why smokers wheeze": people at large are the subject of the mention itself. */
const AT_LARGE =
  /(?<!(?:in|of|with|for|to|by|these|those|the|other) )(?<![\p{L}])(?:people|folks?|patients|smokers|drinkers|diabetics|asthmatics|women|men|children|babies|toddlers|teenagers|everyone|everybody|anyone|anybody)(?: (?:can|will|may|might|do|would|often|sometimes|usually|eventually|then|just|also|always|tend to))* $/u;

/** Run-on speech has sentences without end: code units that such words reach. */
const REACH = 110;

/** "Shingles you don't catch like that." */
const FRONTED =
  /^ (?:(?:only|rarely|seldom|hardly|usually|often|normally|won't|don't|doesn't|can|will|may) (?:really )?(?:makes?|helps?|works?|do|does|speed|cause|lead|clear|last|come)|(?:you|one|people) (?:(?:do|does|ca|can|wo|could) ?(?:not|n['o]?t)|can(?:not)?|only))(?![\p{L}])/u;

/** "I see a lot of eczema in the winter": in other patients. */
const SEEN =
  /(?<![\p{L}])(?:(?:i|we)(?: ?'ve| have)?(?: been)? (?:see|seen|seeing|get|getting) (?:a lot of|lots of|plenty of|loads of|so much|so many|quite a bit of)|(?:veo|vemos|estamos viendo|atiendo) (?:much[oa]s?|bastantes?|un monton de|cantidad de)) (?:\p{L}+ )?$/u;
const SEASON =
  /^[^.;?!]*(?<![\p{L}])(?:winter|summer|spring|autumn|season|lately|these days|round here|around here|in clinic|time of year|this year|at the moment|every day|every week|en (?:invierno|verano|primavera|otono)|estos dias|ultimamente|en esta epoca|por aqui|a diario|todos los dias)(?![\p{L}])/u;

/** Whether a clinician's sentence tells, at this place, how a disease goes in anybody. Folded text in. */
export function isGeneral(sentence: string, at: number, to: number): boolean {
  const start = Math.max(0, at - REACH);
  const before = sentence.slice(start, at);
  if (OF_ANYBODY.test(before) || AT_LARGE.test(before)) return true;
  const rest = sentence.slice(to);
  if (SEEN.test(before) && SEASON.test(rest)) return true;
  const over = OF_ANYBODY.exec(sentence.slice(start, to + REACH));
  if (over !== null && start + over.index < at && start + over.index + over[0].length >= to) return true;
  if (EXPLAINED.test(before) || (AT_THE_HEAD.test(before) && FRONTED.test(rest))) return true;
  if (YOU_CAN_GET.test(rest) && !OF_THE_PATIENT.test(before.slice(-40))) return true;
  if (CAN_CAUSE.test(rest) && !OF_THE_PATIENT.test(before.slice(-40))) return true;
  if (OPENS_WITH_A_KIND.test(before) && IS_COMMON.test(rest)) return true;
  if (OPENS_BARE.test(before) && (DEFINED.test(rest) || ACTS.test(rest))) return true;
  if (UNDER_HEAD.test(before) && GOES_SO.test(rest)) return true;
  return (AT_THE_HEAD.test(before) && BRINGS.test(rest)) || BROUGHT.test(before) || WENT_ON.test(before);
}
