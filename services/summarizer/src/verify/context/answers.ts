import { NO_ES, YES_ES } from './cues/answers-es.ts';

export type Answer = 'yes' | 'no' | 'unsure' | 'past' | 'none';

const LEAD =
  /^(?:[\s,.¡!¿?…–—-]|(?:uh+|um+|uhm|er|erm|mm+|hmm+|hm|well|oh|ah|ay|so|and|but|bueno|pues|eh|este|mire|mira|a ver|doctora?|doc|ok|okay|touch wood|knock on wood|thankfully|luckily|mercifully|honestly|actually|i mean|hombre|ya|let me think|let's see|like|you know|o sea|ojala|uff?|buf|uy|vaya|anda|jo|jolin|mujer|hij[oa]|fijese|fijate|vera|veras|la verdad|oiga|pos|che|yo|verdad)(?![\p{L}\p{N}]))*/u;

const at = (pattern: string): RegExp => new RegExp(`^(?:${pattern})(?![\\p{L}\\p{N}])`, 'u');

const NO = at(
  `como no sea|ojala|if only|i wish|(?:by|with) whom|chance would be a fine thing|fat chance|(?:the )?holy (?:ghost|spirit)|(?:el )?espiritu santo|(?:i )?looked (?:everywhere|all over),? (?:and )?nothing|(?:mire|revise|busque) (?:por )?tod[oa](?: el cuerpo)?(?: y)?,? (?:y )?nada|no+|nope|nah|never|not (?:really|currently|at the moment|now|at all|that|anymore|lately|recently|yet|so far|usually|to my knowledge|any)|none|neither|nothing|nobody|no one|negative|i (?:do|have|did|am|was)(?: not|n['o]?t)|i'm not(?! (?:sure|certain))|i (?:do not|don't|wouldn't) think so|(?:he|she|it|they)(?:'s|'re) not|(?:she|he|it|they) (?:does|has|is|did|do|have)(?: not|n['o]?t)|haven't|don't|absolutely not|thankfully no\\w*|uh[- ]uh|mm[- ]mm|nunca|jamas|nada(?! mas \\p{L})|ninguno|ninguna|ningun|nadie|tampoco|para nada|en absoluto|que va|negativo|niega|que yo sepa,? no|creo que no|gracias a dios,? no|no que yo sepa|afortunadamente no|de eso (?:nada|tampoco)|eso (?:no|tampoco)|ni una cosa ni (?:la )?otra|ni lo uno ni lo otro|ni (?:mucho menos|hablar|pizca|gota|una vez)|(?:todavia|aun|hoy|ahora|por ahora|de momento|por suerte|menos mal que|la verdad(?: es)? que|pues|sigue|seguimos) (?:no|sin|nada)|nel|nones|en (?:la|mi) vida|cero|zero|naw|can't say i(?:'ve| have)? (?:noticed|had|felt|seen)|not me|not once|not as such|dice (?:el |ella )?que no|por suerte no|still (?:no|nothing|none|not)|hardly|not (?:a (?:thing|bit|one|single|sign|trace|hint)|one|in the slightest|even|me|that i)|far from it|can't say (?:that )?i (?:have|do|did)|i (?:would|could)n't say (?:so|that)|no such|thank (?:god|goodness|heavens),? no|(?:luckily|fortunately|happily),? (?:no|not|none)|(?:quite |just |exactly |precisely )?the (?:opposite|reverse|contrary)|(?:on the|quite the|al) contrari?[oy]|todo lo contrario|nothing of the (?:sort|kind)|not so much as|not an? (?!day|night|week|month|moment|minute|hour|lot|problem|little|few|nice|pretty|good)\\p{L}+|(?:have|has|had|did|was|do|does)(?: not|n['o]?t) (?:had|seen|felt|noticed|got|get|have|feel|notice) (?:so much as |a |an |any|one|the |it|that|them|either|neither)|(?:as )?(?:fit|right|sound|clear|clean|dry|strong|steady|good|quiet|regular) as (?:an? )?\\p{L}+|(?:clean|clear|dry|fine) as|all (?:clear|good|quiet|fine)|long gone|gone,|all gone|(?:i'm )?afraid not|'?fraid not|${NO_ES}`,
);
const UNSURE = at(
  "(?:i |we )?(?:really |honestly )?(?:do|am|was)?\\s?(?:not|n['o]?t) (?:know|sure|remember|certain)|i don't know|i don't think(?! so)|i'm not (?:sure|certain)|not sure|maybe|perhaps|possibly|probably|could be|might be|hard to (?:say|tell)|who knows|i guess|i suppose|no (?:lo )?se|no sabria|no (?:estoy|estaba) segur[oa]|no (?:me )?(?:acuerdo|recuerdo)|quiza|quizas|tal vez|a lo mejor|puede ser|puede que|es posible|supongo|ni idea|depende",
);
const YES = at(
  `(?:es[aeo]s?|est[aeo]s?) si|yes|yeah|yep|yup|ya|sure|right|correct|exactly|absolutely|definitely|certainly|of course|indeed|true|that's (?:right|correct|true|it)|(?:i (?:do|have|did|am|was|would)|(?:he|she|it|they) (?:does|has|is|did|do|have))(?! (?:the|an?|my|this|that|these|some|to|more|go|went|going|tried|try|take|took|taken|see|saw|seen|ask|asked|call|called|travel|travell?ed|move|moved|use|used|visit|visited|think|thought|wonder|wondered|say|said|tell|told|felt|gained|lost|gone|heard|read|put|come|came|coming|stop|stopped|quit|manage|managed|wake|woke|work|worked|walk|walked|eat|ate|drive|drove|live|want|wanted|like|liked|know|knew|hope|love|prefer|need|remember|worried|concerned|here)(?![\\p{L}]))|i (?:think|believe) so|uh[- ]huh|mm[- ]hmm?|mhm|m-hm|since (?!when)\\p{L}+|since \\d+|(?:once|twice|(?:two|three|four|five|several|a few|a couple of|\\d+) times)(?! (?:before|in))|horrendous\\p{L}*|plenty|eso tambien|un monton|a montones|harto|un[oa](?=\\s*,)|sometimes|occasionally|socially|socialmente|a (?:little|bit|lot|few|couple)|some|quite|only (?:on|when|if|at|in|after|with|during|a bit|a little|sometimes|occasionally|the odd)|often|always|every|all the time|unfortunately|sadly|si|claro|correcto|exacto|efectivamente|asi es|por supuesto|desde luego|a veces|de vez en cuando|un poco|un poquito|algo|bastante|mucho|mucha|muchas?|siempre|todos los dias|lamentablemente|desgraciadamente|eso es(?! (?:un|una|mentira|mi|de|que|lo|al|falso))|verdad|cierto|tengo|he tenido|tambien|me temo que si|pues si|creo que si|guilty|'?fraid so|(?:i'm |i am )?afraid (?:so|i (?:do|am|have))|you bet|too right|i'll say|most (?:days|nights|mornings|evenings)|now and (?:then|again)|on and off|off and on|every so often|from time to time|more than ever|constantly|terribly|dreadfully|something (?:awful|terrible|rotten|chronic)|loads|plenty|very much(?: so)?|big time|tell me about it|day and night|morning,? noon and night|non-?stop|todo el tiempo|a rabiar|horrores|${YES_ES}`,
);

const LIKE_MAD =
  /^\W*(?:(?:oh|yeah|yes|well|god)[\s,.]+)*like (?:mad|crazy|anything|hell|nobody's business|the devil|you would ?n['o]?t believe)(?![\p{L}])/u;

/** Once, and no more. */
const PAST =
  /^(?:(?:no|yes|yeah|well|not really|si|bueno)[\s,.…]+)?(?:not any ?more|no longer|i used to|used to|(?:i(?:'ve| have)? )?(?:stopped|quit|given (?:it |them )?up|gave (?:it |them )?up|packed (?:it |them )?in|kicked (?:it|the habit)|knocked it on the head)|(?:(?:it|they|those|that|them)(?: ?'s| ?'re| went| is| are| ended up)? )?(?:straight )?(?:in|into|down) the (?:bin|rubbish|trash|garbage|dustbin|toilet|loo|drain|drawer)|(?:a|en) la basura|(?:los|las|lo|la) tire|(?:i )?(?:binned|chucked|ditched|dumped|jacked) (?:it|them|that|those)|not for (?:\p{L}+ ){0,2}years|not since|years ago|ages ago|a long time ago|years back|when i was (?:a |an )?(?:\p{L}+)|(?:just |only )?as an? (?:kid|child|teenager|student|boy|girl|lad|teen|youngster)|de (?:nin[oa]|joven|chic[oa]|chiquit[oa]|pequen[oa]|chamac[oa]|muchach[oa]|adolescente)|ya no|antes si|(?:oh |well )?(?:that|it|they) (?:went|went away|cleared(?: up)?|stopped|disappeared|vanished|left me|settled(?: down)?|packed up) (?:when|years|ages|after|once|by|in|last|a (?:few|couple|while|long)|months|on its own)|(?:la|lo|las|los) (?:tuve|tenia|tuvimos)(?=\s*[.,;]|\s*$)|(?:eso|ese|esa) se (?:me |le )?(?:quito|fue|paso|acabo)|hace (?:muchos |unos |varios |ya )?anos(?! que)|(?:lo|la|los|las) deje|lo he dejado|deje de|hace (?:tiempo|anos|meses|mucho) que no|hace \p{L}+ (?:anos|meses) que no|(?:ya )?se (?:me )?(?:fue|quito|paso|curo|fueron|quitaron|pasaron)|a los (?:diez|doce|quince|dieciseis|dieciocho|veinte|veinti\p{L}+|treinta|cuarenta|cincuenta|sesenta|\d\d)(?: anos)?(?=[,. ])|in my (?:teens|twenties|thirties|forties|fifties)|una vez,? (?:al|a los|cuando era|de|hace)(?! (?:dia|semana|mes))|(?:just )?(?:the )?once,? (?:as a|when i was|years|aged))(?![\p{L}\p{N}])/u;

/** "After my second was born, yeah.": the answer comes last. */
const AFTERWARDS = /^(?!not? )[^.?!…]{3,70},\s*(?:oh )?(yeah|yes|yep|mm-?hm+|mhm|uh-huh|no|nope|si)\s*(?:[.!…]|$)/u;

/** "It did the first week. Not now.", "los dos primeros días, ahora ya no". */
const ONCE =
  /^(?:(?:it|they|he|she|i|that) (?:did|was|were|had)|al principio|los (?:\p{L}+ ){0,2}primeros|las (?:\p{L}+ ){0,2}primeras|the first|at first|initially|to (?:start|begin) with)(?![\p{L}])[^?]{0,90}?(?<![\p{L}])(?:not (?:now|any ?more|at the moment|today)|(?:ahora|hoy) (?:ya )?no|ya no|gone now|(?:it's|they've|it has|that's) (?:gone|stopped|settled))(?![\p{L}])/u;

/** "Yeah, so, no": the yes only takes the turn. */
const TAKES_THE_TURN =
  /^(?:yes|yeah|yep|right|ok|okay|sure|si)[\s,.…]+(?:(?:so|well|but|um|uh|bueno|pues|pero|a ver|i mean)[\s,.…]+){0,3}no\s*(?:[,.…]|$)/u;

/** "I don't think so, but": not sure. */
const HARDLY = /^(?:no (?:lo )?creo|creo que no|i do(?: not|n't) think so|i doubt it),? (?:pero|but)(?![\p{L}])/u;
/** "El de veinte, sí": which one, and then the answer. */
const WHICH = /^(?:el|la|los|las) del? [^.?!,…]{2,25}, (si|no)\s*(?:[,.!…]|$)/;

/** How a turn answers a yes-or-no question, by its first words; `none` where they don't tell. Folded text in. */
export function answerOf(text: string): Answer {
  const said = text.slice(LEAD.exec(text)?.[0].length ?? 0);
  if (/^no (?:lo )?se\b|^no (?:me )?(?:acuerdo|recuerdo)|^no (?:estoy|estaba) segur/.test(said)) return 'unsure';
  if (UNSURE.test(said)) return 'unsure';
  if (LIKE_MAD.test(text)) return 'yes';
  if (/^(?:no problem|no worries|no hay problema|no,? (?:yes|si)\b)/.test(said)) return 'none';
  if (PAST.test(said) || ONCE.test(said)) return 'past';
  if (HARDLY.test(said)) return 'unsure';
  const which = WHICH.exec(said)?.[1];
  if (which !== undefined) return which === 'no' ? 'no' : 'yes';
  if (NO.test(said)) return 'no';
  if (TAKES_THE_TURN.test(said)) return 'none';
  if (YES.test(said)) return 'yes';
  const after = AFTERWARDS.exec(said)?.[1];
  return after === undefined ? 'none' : /^n/.test(after) ? 'no' : 'yes';
}

const ONLY_NAMED =
  /^no (?!(?:i|it|he|she|they|we|you|not|nothing|none|nobody|never|really|that|but|and|no|my|the|there|doctor|sir|thanks?|sorry|actually|just|only|god|well|so|neither|nor|of|longer|problems?|issues?|symptoms?|trouble|more|other|anything|any|further|idea|because|as|if|when|at|in|on|for|is|was|am|did|do|have|has|had|all|still|an?|this|these|those|que|se|lo|la|le|me|he|ha|yo|en|hay|tengo|tiene|nada|ninguno|ninguna|mucho|siempre|es|esta|fumo|bebo|tomo|senor|senora|gracias|pero|y|solo|tanto|tuve)(?![\p{L}]))\p{L}{3,}/u;

/** "No vomiting": the noun that a denial is of, and that alone; null: it answers what was asked. */
export function deniedNoun(text: string): string | null {
  const said = text.slice(LEAD.exec(text)?.[0].length ?? 0);
  const first = /^[^.!?…]*/.exec(said)![0];
  if (!ONLY_NAMED.test(first) || /,\s*no\s*$/.test(first)) return null;
  const next = said.slice(first.length).replace(/^[\s.!?…]+/, '');
  return /^no(?:\s*[.,!?…]|$)/.test(next) ? null : /^no (\p{L}+)/u.exec(first)![1]!;
}

const AMOUNT =
  /^[^?]{0,60}?(?<![\p{L}\p{N}])(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|couple of|few|odd|una?|dos|tres|cuatro|cinco|seis|siete|ocho|diez|doce|quince|veinte|algun[ao]?|par de)(?![\p{L}\p{N}])(?:,? (?!(?:mg|years?|days?|weeks?|times?)(?![\p{L}]))[\p{L}\p{N}-]+){0,5}?,? (?:(?:a|per|each|every|over an?|over the|at the|on an?) (?:day|week|night|weekends?|month|friday|saturday|sunday|evening)|(?:el|los) (?:finde|findes|fin(?:es)? de semana|sabados?|domingos?|viernes)|al dia|a la semana|most (?:days|nights|evenings)|at weekends?|daily)(?![\p{L}])/u;

/** "Six, eight pints over a weekend": how much, and so that it is. */
export const namesAmount = (text: string): boolean => AMOUNT.test(text);

/** Agreement with what was just put, also when it was put as a denial. */
export const agrees = (text: string): boolean =>
  /^(?:right|correct|exactly|that's (?:right|correct|true)|true|asi es|exacto|correcto|eso es|efectivamente|claro que no|verdad|cierto|no)(?![\p{L}\p{N}])/u.test(
    text.slice(LEAD.exec(text)?.[0].length ?? 0),
  );

const WH =
  /(?<![\p{L}\p{N}])(?:how (?:long|often|many|much|bad|severe|is|are|was|were|has|have|would|did|do|does|'s|old)|how's|when(?:'s)?|where(?:'s)?|what(?:'s)?(?! about)|which|who(?:'s)?|why|cuant[oa]s?|cuando|donde|como|que (?!tal)|cual(?:es)?|por que|desde cuando|quien)(?![\p{L}\p{N}])/u;

/** Begins as what yes or no answers: "Any tingling, and how is your sight?" asks two things. */
const POLAR =
  /^\W*(?:(?:and|so|ok|okay|now|well|y|bueno|pues)[\s,]+)*(?:any|have|has|had|do|does|did|are|is|was|were|can|could|alguna?|ha|has|tiene|tienes|hay|nota|siente)(?![\p{L}])/u;

/** "Do your joints swell?", "does your knee give way?": what they do is asked. */
const DOES_IT =
  /^\W*(?:(?:and|so|ok|okay|now|well)[\s,]+)*(?:do|does|did|can|will) (?:your|the|those|these) (?:\p{L}+ )?$/u;

/** Asks for a detail, or calls the matter the patient's own, and so takes it for granted. `before`: up to the mention. */
export function presupposes(question: string, before: string): boolean {
  if (DOES_IT.test(before)) return false;
  if (
    /(?<![\p{L}])(?:your|su|sus|tu|tus|la|el|las|los|the|this|that|ese|esa|este|esta)\s+(?:\p{L}+\s+)?$/u.test(
      before,
    ) &&
    /(?<![\p{L}])(?:your|su|sus|tu|tus)\s+(?:\p{L}+\s+)?$/u.test(before)
  ) {
    return true;
  }
  const found = WH.exec(question);
  if (found === null || /(?:what about|how about|que tal|y que hay de)/.test(question)) return false;
  if (found.index > before.length && POLAR.test(before)) return false;
  const lead = question.slice(0, found.index);
  return found.index < 40 || /(?:[,;]|\b(?:and|so|y|know|remember|tell me|me))\s*$/.test(lead);
}

/** "He's got eczema, will it flare?" */
const STATED_FIRST =
  /^(\W*(?!(?:if|when|unless|will|would|could|can|is|are|was|were|does|do|did|should|have|has|had|what|how|why|where|who|which|and|or)(?![\p{L}]))[^?]{8,},)\s*(?:will|would|could|can|is|are|does|do|should|might|shall) (?:it|that|this|they|these|those|i|we|there|the|my|he|she) [^?]{2,}\?\s*$/u;

/** The last place where a question opens: what stands before it in run-on speech was stated, not asked. */
export function questionStart(text: string, clinician: boolean): number {
  const stated = clinician ? null : STATED_FIRST.exec(text);
  if (stated !== null) return (stated[1] as string).length;
  const recalls =
    /(?<![\p{L}])(?:you|also|he|she|ha|has|me|usted) (?:mentioned|said|told|described|dijo|dicho|comento|comentado|menciono|mencionado|contado)(?![\p{L}])/u.test(
      text,
    );
  if (!recalls && text.split(/\s+/).length <= 25) return 0;
  const openers =
    /(?<![\p{L}])(?:(?:do|does|did|have|has|had|are|is|was|were|can|could|would|will)(?:n't)? (?:you|he|she|it|they|there|your|anyone|anybody|any)|any|what|how|when|where|which|why|tiene|ha tenido|tienes|tenes|has tenido|que|como|cuando|donde|alguna?)(?![\p{L}])/gu;
  const all = [...text.matchAll(openers)].map((m) => m.index);
  return all.findLast((at) => text.slice(at).split(/\s+/).length >= 3) ?? 0;
}
