/** Words of one clause, up to nine: no mark, no conjunction that begins another statement. */
const STOPS =
  '[.,;:?!…]|pero|porque|aunque|pues|entonces|asi que|y (?:me|se|ya|luego|no|le|el|la|los|las|entonces|es|a|ahora|tengo)|o (?:asi|algo)|que (?:me|se|no|la|el|es)';
const PHRASE = `(?:(?!(?:${STOPS}) )\\S+ ){1,9}`;
const FEW = `(?:(?!(?:${STOPS}|y|o) )\\S+ ){0,6}`;

/** `Cuando era joven`, `cuando vine`: a time that is past, not what brings it on. */
const NOT_PAST =
  '(?!(?:(?:me|se|le|lo|la|yo|ya|no|el) )*(?:era|eras|fui|fue|vine|vino|tuve|tuvo|hice|hizo|empece|empezo|llegue|llego|estuve|estuvo|nacio|naci|\\w+(?:aba|aban|ieron|aron|aste|iste|imos)) )';
const PRONOUNS = 'me|se|nos|le|te|lo|la';
const WHEN = `(?:cuando|cada vez que|en cuanto|si|siempre que) ${NOT_PAST}${PHRASE}`;
const ON_DOING = `al (?!(?:baño|bano|ayer|mar|lugar|hogar|placer|taller|alquiler|bar|azar|altar|par|mujer|principio)\\b)\\w+(?:ar|er|ir|arme|erme|irme|arse|erse|irse|arte|erte|irte|arlo|erlo|arla|erla) ${FEW}`;
const AFTER = `(?:despues de|tras|durante|nada mas) ${PHRASE}`;
const DOING = `(?:\\w+(?:ando|iendo|andome|iendome|andose|iendose)) ${FEW}`;
const POSTURE =
  '(?:tumbad[oa]|acostad[oa]|sentad[oa]|agachad[oa]|de pie|parad[oa]|boca (?:arriba|abajo)|de lado|en reposo|en la cama|en ayunas) ';
const HOUR =
  '(?:por las? (?:noches?|mananas?|tardes?)|de noche|de madrugada|a ultima hora(?: del dia)?|al final del dia|a primera hora|en la noche|en las noches|en las mananas) ';
const WITH = `con (?!(?:quien|que|permiso|respeto|cuidado)\\b)(?:el|la|los|las|un|una|mi|mis|cualquier)? ?${FEW}`;
const MORE =
  '(?:, |mas |sobre todo |solo |especialmente |mucho |muchisimo |bastante |un poco |un poquito |algo |siempre |aun |todavia |nada mas que |es |ademas |cosa |rato |casi siempre )*';

const HURTS =
  '(?:peor|empeoran?|aumentan?|agravan?|duelen?|pican?|molestan?|arden?|escuecen?|tiran?|mas fuerte|mas intenso|mas intensa|(?<!se )(?:me|le|te) (?:da|dan|viene|vienen|pasa|ocurre|entra|empieza|salta|aprieta|pincha)|(?:lo|la|los|las) (?:noto|nota|siento)|(?:es|sobre todo|solo|solamente|mas))';

export const WORSE: readonly RegExp[] = [
  new RegExp(`\\b${HURTS} ${MORE}(${WHEN}|${ON_DOING}|${AFTER})`, 'd'),
  new RegExp(
    `\\b(?:peor|peores|empeoran?|mas fuerte|aumentan?|es cuando mas|cuando mas) ${MORE}(${HOUR}|${POSTURE}|${DOING}|${WITH})`,
    'd',
  ),
  new RegExp(
    `(?:^|(?<= ))(${HOUR}|${POSTURE})(?:es )?(?:mucho |bastante |un poco |es cuando )?(?:peor|mas|empeora|es cuando)`,
    'd',
  ),
  new RegExp(
    `(?:^|(?<= ))(${WHEN}|${ON_DOING}|${WITH})(?:, )?(?:es )?(?:(?:me|se|le) )*(?:empeoran?|duele(?:n)? mas|es peor|pongo peor)`,
    'd',
  ),
  new RegExp(`\\b(?:solo|sobre todo|nada mas) (${ON_DOING}|${WHEN})`, 'd'),
];

const EASES =
  '(?:mejor|mejoran?|ceden?|alivian?|calman?|descanso|(?:se (?:me|le|nos) (?:pasa|pasan|quita|quitan|alivia|calma|va|baja|quito|paso))|(?:me|le) (?:alivia|calma|mejora|ayuda))';

export const BETTER: readonly RegExp[] = [
  new RegExp(`\\b${EASES} ${MORE}(${WHEN}|${ON_DOING}|${AFTER}|${POSTURE}|${DOING}|${WITH})`, 'd'),
  new RegExp(
    `(?:^|(?<= ))(${WHEN}|${ON_DOING}|${POSTURE}|${WITH})(?:, )?(?:ya )?(?:${EASES}|se (?:me|le) (?:pasa|quita|alivia|calma)|(?:estoy|voy|va) (?:mucho )?(?:mejor|bien))`,
    'd',
  ),
  new RegExp(
    `\\b(?:me|le) (?:alivian?|calman?|ayudan?|sientan? bien) (?:mucho |bastante |un poco )?((?:el|la|los|las|un|una) ${FEW})`,
    'd',
  ),
];

export const BRINGS_ON = new RegExp(
  `^(?:(?!(?:${STOPS}) )\\S+ ){0,4}?(?:, )?(?:sobre todo |solo |mas )?(${ON_DOING}|(?:cuando|cada vez que|siempre que) ${NOT_PAST}(?:(?:${PRONOUNS}|no) )*${PHRASE})`,
  'd',
);

/** What a pain, a cough or a discharge is like. */
export const QUALITY =
  /^(punzantes?|opresiv[oa]s?|sord[oa]|agud[oa]s?|quemante|urente|pulsatil|palpitante|colic[oa]|electric[oa]|lancinante|sec[oa]s?|productiva|perruna|blandas?|liquidas?|aguad[oa]s?|espes[oa]s?|amarill[oa]s?|amarillent[oa]s?|verdes?|verdos[oa]s?|blanc[oa]s?|blanquecin[oa]s?|transparentes?|marron(es)?|oscur[oa]s?|negr[oa]s?|roj[oa]s?|rosad[oa]s?|maloliente|grumos[oa]|pegajos[oa]|fuertes?|intens[oa]|continu[oa]|profund[oa]|superficial|vivos?)$/;
/** Between two of them, or before the first. */
export const QUALITY_LINK = /^(y|e|o|,|muy|un|poco|como|mas|bien|algo|tirando|a|bastante|asi|es|son|de)$/;
/** `Como una aguja`: what it is compared with. */
export const LIKENESS = new RegExp(
  `(?:^|(?<= ))(como (?:un|una|unos|unas|si|que|de|agujas|calambres?|corriente|electricidad|quemazon|fuego|pinchazos|punzadas|cuchillos|presion|retortijon(?:es)?|latidos|arena|hormigas) ${PHRASE}|como (?:agujas|calambres?|corriente|fuego|pinchazos|punzadas|retortijones) )`,
  'd',
);
/** `Una opresión`, `pinchazos`: a sensation by its noun. */
export const SENSATION =
  /(?:^|(?<= ))((?:un |una |unos |unas )?(?:pinchazos?|punzadas?|presion|opresion|peso|ardor|quemazon|calambres?|tiron(?:es)?|retortijon(?:es)?|latigazos?|corrientazos?|chispazos?|apreton|hormigueo|escozor) )/d;

/** Words that open an answer and are none of it. */
export const FILLER =
  /^([,.…]|pues|bueno|eh|mmm?|si|hombre|mire|mira|ay|es|son|yo|diria|creo|mas|sobre|todo|solo|siempre|mucho|normalmente|generalmente|digamos|asi|ahi|este|fijese|principalmente|casi)$/;
export const NOTHING = /^(no|nada|ni|nunca|ninguno|ninguna|tampoco|que|se|depende|cualquiera)$/;
export const END = /^([.;?!…]|pero|porque|aunque|pues|entonces)$/;

/** Without one of these no line tells of a change. */
export const CHANGES =
  /peor|mejor|duele|pica|molest|arde|escuec|tira|fuerte|intens|aument|agrav|aliv|calm|ced|descans|ayud|sient|not[oa]|sobre todo|solo|mas |(?:me|le|te) (?:da|dan|viene|pasa|ocurre|entra|empieza|quit)|se (?:me|le) /;
