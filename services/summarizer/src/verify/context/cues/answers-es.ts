/** Regional and colloquial forms of no and yes, in folded text. */
export const NO_ES = [
  'nel(?:son)?|nones|nanay|nop|minga|ne|negativ[oa]',
  'ni (?:ahi|madres?|de broma|en pedo|loc[oa]|a palos|por asomo|en suenos|por pienso|pensarlo|idea de eso|fu ni fa)',
  "pa' ?nada|pa nada|nada que ver|que va a ser|que voy a|gracias a dios que no|de eso (?:ni|no)|tampoco eso|de ningun modo",
  'que no|imposible|que yo sepa\\s*,? no|ni eso|por ahora nada|hasta ahora no|a (?:ninguno|ninguna|nada)',
  '(?:(?:mi|mis|su|la|el) \\p{L}+ )?(?:me )?dicen? que no',
].join('|');

export const YES_ES = [
  'simon|sip|obvio|afirmativo|muchisim[oa]s?|horrores|un monton|bastantit[oa]|que si(?: me)?',
  '(?:(?:mi|mis|su|la|el) \\p{L}+ )?(?:me )?dicen? que si|una barbaridad|todo el rato|a ratos|un poquillo|un pelin|y tanto',
  'alguna vez|alguna que otra|cada dos por tres|(?:una|dos|tres|varias|muchas|un par de) (?:vez|veces)',
  'fijate que si|fijese que si|tod[oa]s|l[oa]s? (?:tengo|tiene)|por desgracia|casi tod[oa]s l[oa]s|como no',
  'a cada rato|cada (?:rato|dia|noche)|a diario',
  '(?:unos |unas )?(?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta|medi[oa]|\\d+) (?:o \\p{L}+ )?(?:(?:de )?\\p{L}+ ){0,3}?(?:al dia|a la semana|por semana|por noche|cada noche)|(?:un|dos|tres|medi[oa]|una) (?:paquetes?|cajetillas?)',
  'ahi (?:sigue|siguen|esta|estan|anda|andan|va|van|seguimos)',
  '(?:sigue|siguen|esta|estan|anda)(?: (?:ahi|alli|peor|fatal|mal))+',
  '(?:sigo|seguimos) con|igual(?:it[oa])? que (?:siempre|antes|ayer)|(?:de )?mal en peor',
].join('|');
