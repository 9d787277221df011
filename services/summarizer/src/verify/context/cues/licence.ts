/** Clauses end here; what only lists goes on. */
export const EDGE =
  /[,;:.?!…()"“”«»–—]|(?<![\p{L}])(?:but|so|because|cause|cos|which|when|while|although|though|pero|porque|aunque|mientras|cuando|sino|asi que)(?![\p{L}])/gu;

export const OWN = {
  en: {
    patient: /(?<![\p{L}])(?:i|me|my|mine|myself|we|us|our|ours)(?![\p{L}])/u,
    clinician:
      /(?<![\p{L}])(?:you|your|yours|yourself|patient|mr|mrs|ms|he|she|his|her|him|(?:i|we) (?:can )?(?:see|hear|feel|notice|found|think|suspect|believe)|(?:i|we)'(?:m|re) (?:seeing|hearing|feeling)|year[- ]old|gentleman|lady|male|female)(?![\p{L}])/u,
  },
  es: {
    patient:
      /(?<![\p{L}])(?:yo|me|mi|mis|mi[oa]s?|conmigo|nos|nuestr[oa]s?|tengo|tuve|tenia|he|estoy|estuve|estaba|soy|fui|era|siento|senti|sentia|noto|note|notaba|llevo|llevaba|ando|andaba|anduve|vengo|vine|voy|iba|puedo|pude|podia|sufro|sufri|padezco|tomo|tome|tomaba|hago|hice|duermo|dormi|como|fumo|bebo|veo|oigo|respiro|toso|vomito|vomite|sudo|amanezco|amaneci|salgo|sali|quedo|quede|sigo|segui|empece|deje|uso|use|paso|pase|pierdo|perdi|cojeo|orino|traigo|traje|cogi|pille|agarre)(?![\p{L}])/u,
    clinician:
      /(?<![\p{L}])(?:usted|ustedes|su|sus|le|te|ti|tu|tus|vos|contigo|tienes?|tenes|tuvo|tuviste|estas?|est[aá]|eres|es|paciente|don|dona|senora?|lo|la|se|veo|vemos|noto|palpo|oigo|vamos|voy|anos)(?![\p{L}])/u,
  },
} as const;

/** The child's or the relative's, where somebody speaks for them. */
export const SPOKEN_FOR =
  /(?<![\p{L}])(?:he|she|him|his|her|hers|they|them|their|el|ella|le|les|lo|la|su|sus|se|tiene|esta|anda|lleva|ha|es|hace|come|duerme|tose|vomita|llora)(?![\p{L}])/u;

/** "This stomach pain": one that was spoken of. */
export const DEFINITE = /(?<![\p{L}])(?:this|that|these|those|est[ae]s?|es[ae]s?)(?: [\p{L}-]+)?\s+$/u;

/** Several who have it, or one who was here before. */
export const OTHERS =
  /(?<![\p{L}])(?:every(?:one|body)|some(?:one|body) else|nobody|people|folks?|patients|cases|pacientes|casos|gente|personas|todos son|todas son|todo es|todo el mundo|alguien|cualquiera|(?:lad|lass|man|woman|lady|chap|bloke|guy|girl|boy|patient|person|one|kid) (?:before|in before|ahead of|after)(?: (?:you|me|us))?|(?:had|have|got|saw|seen|there was) (?:an?|one|another) (?:\p{L}+ )?(?:gentleman|lady|man|woman|chap|bloke|patient|boy|girl|lad|lass|gent)|(?:paciente|senora?|chic[oa]|nin[oa]|persona) (?:anterior|de antes|que (?:acaba|salio|vino antes|estuvo antes))|(?:hay|there(?:'s| is| are)) (?:un|una|one|two|dos|tres|three|four|cuatro|five|cinco|seis|varios|varias|several|muchos|muchas|a few) (?:\p{L}+ )?(?:con|with|que|who))(?![\p{L}])/u;

/** After others were named, the speaker or the patient again. */
export const COMES_BACK = /(?<![\p{L}])(?:i|me|my|you|your|yo|mi|mis|tengo|usted|tu|tus)(?![\p{L}])/u;

const VERB =
  '(?:is|are|was|were|has|have|had|got|gets?|goes|went|keeps?|kept|died|dies|ended|can|could|would|tiene|tienen|tenia|tuvo|tuvieron|esta|estan|estaba|anda|andan|es|son|era|eran|fue|ha|han|habia|padece|sufre|murio|trae|traen|viene|vino)';
export const SUBJECT = new RegExp(
  `^\\s*(?:(?:and|well|oh|then|now|also|apparently|honestly|y|e|pues|bueno|ademas|tambien|ya|hoy|ayer|anoche|encima)\\s+)*((?:[\\p{L}-]+ ){0,4}?[\\p{L}-]+?)(?:'(?:s|re|ve|d|ll)| (?:no |se |ya |tambien |also |just |only |still )?${VERB})(?![\\p{L}])`,
  'u',
);
/** Opens a clause without being its subject. */
export const NO_SUBJECT =
  /^(?:no|ya|se|me|te|le|nos|lo|la|los|las|que|si|como|donde|tambien|yes|yeah|not|never|nunca|how|what|where|why|who|and|or|to|aqui|ahi|alli|hoy|ahora|now|today|always|sometimes|siempre|aveces|then|here|like|luego|asi|also|actually|um|uh|eh|pretty|really|still|probably|have|does|seem|seems|do|did|you|uno|una|solo|only|just|muy|bien|mal|even|hasta|maybe|perhaps)$/u;

/** Persons by a pronoun: whoever was named before. */
export const SOMEBODY = /^(?:he|she|him|her|his|hers|them|el|ella|ellos|ellas)$/u;
