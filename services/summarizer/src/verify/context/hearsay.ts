const SAYS =
  /(?<![\p{L}])(?:says|said|reckons?|thinks?|dice|dicen|dijo|dijeron) (?:que )?$|(?<![\p{L}])(?:(?:told|tells) (?:me|us)|said|says|reckons?|thinks?|swears|insists|guessed)(?: to me)?(?: that)?(?: (?:it|that|this)(?: ?'s| is| was| might be| must be)| i(?: ?'ve| have| had| ?'m)| it's)(?: just| probably| some(?: kind of)?| an?| the| got)*\s+(?:\p{L}+ ){0,2}$|(?:dijo|dijeron|dice|dicen|solto|largo|tiro|comento|aseguro|asegura|jura) (?:el|la|los|las|mi|mis|un|una|uno) [^.,;:?!]{1,40}? que (?:(?:eso|esto|lo mio|aquello) )?(?:era|eran|es|son|sera|seria|tengo|tenia)(?: un| una| unas| algo de| como)*\s+(?:\p{L}+ ){0,2}$|(?:me |le )?(?:dijo|dijeron|dice|dicen|comento|solto) (?:de )?que (?:eso |esto |lo mio )?(?:era|es|sera|seria|tengo|tenia|son|eran)(?: un| una| algo de| como)*\s+(?:\p{L}+ ){0,2}$/u;
const MEDIC =
  /(?<![\p{L}])(?:doctors?|doctora|dr|dra|gp|gps|consultants?|specialists?|surgeons?|nurses?|hospital|clinic|pharmacist|paramedics?|physio\p{L}*|dentist|midwife|optician|er|a&e|they|he|she|medic[oa]s?|especialista|cirujan[oa]|enfermer[oa]|farmaceutic[oa]|urgencias|ambulatorio|\p{L}+olog[oai]\p{L}*|\p{L}+iatr\p{L}+|traumat\p{L}+|internista)(?![\p{L}])/u;
const SOMEBODY =
  /(?<![\p{L}])(?:(?:my|the|a|an|some|this|our|el|la|los|las|mi|mis|un|una|unos)\s+\p{L}+|mum|mam|mom|mammy|dad|nan|gran|granny|everyone|everybody|people|mama|papa|todos|todo el mundo)/u;

/** "The bloke at the gym told me it was a hernia": a layman's guess, no diagnosis. What doctors told is not doubted. */
export function isHearsay(before: string): boolean {
  const found = SAYS.exec(before);
  if (found === null) return false;
  const who = before.slice(Math.max(0, found.index - 60), found.index + found[0].length);
  return SOMEBODY.test(who) && !MEDIC.test(who);
}
