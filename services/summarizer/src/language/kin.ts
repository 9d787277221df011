const MALE =
  /^(?:(?:my|your|his|her|our|mi|su|tu) )?(?:\p{L}+ )?(?:dad|daddy|father|son|brother|uncle|grandad|granddad|grandpa|grandfather|nephew|husband|boyfriend|padre|papa|hijo|hermano|tio|abuelo|sobrino|marido|esposo|novio|suegro|cunado|yerno)$/u;
const FEMALE =
  /^(?:(?:my|your|his|her|our|mi|su|tu) )?(?:\p{L}+ )?(?:mum|mam|mom|mummy|mommy|mother|daughter|sister|aunt|auntie|gran|granny|grandma|grandmother|nan|niece|wife|girlfriend|madre|mama|hija|hermana|tia|abuela|sobrina|mujer|esposa|novia|suegra|cunada|nuera)$/u;
const HE = /^(?:he|him|his|el)$/;
const SHE = /^(?:she|her|hers|ella)$/;

/** Whether a pronoun cannot stand for a relative: `my brother ... she needs`. Folded words in. */
export const cannotMean = (pronoun: string, relative: string): boolean =>
  (SHE.test(pronoun) && MALE.test(relative)) || (HE.test(pronoun) && FEMALE.test(relative));
