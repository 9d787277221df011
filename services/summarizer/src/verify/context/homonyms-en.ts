import type { ReadSegment, Span } from '../reading.ts';

/** A word of findings in another of its senses, told by what stands beside it or in its sentence. Folded text. */
interface Sense {
  readonly said: RegExp;
  readonly before?: RegExp;
  readonly after?: RegExp;
  /** Anywhere in the sentence. */
  readonly about?: RegExp;
}

const said = (pattern: string): RegExp => new RegExp(`^(?:(?:an?|the|my|some|bit|very) )*(?:${pattern})$`, 'u');
const about = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, 'u');
const before = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${pattern})\\s+$`, 'u');
const after = (pattern: string): RegExp => new RegExp(`^\\s*(?:${pattern})(?![\\p{L}])`, 'u');

const WEATHER =
  'outside|outdoors|out there|weather|winter|spell|snap|front|day|night|morning|climate|wind|rain|snow|sea|air|room|house|office|flat|kitchen|hall|church|waiting room|in here';
const THING =
  'battery|batteries|line|lines|phone|telephone|mobile|signal|connection|call|sound|volume|audio|microphone|mic|screen|picture|print|printing|printer|ink|writing|handwriting|text|copy|scan quality|photocopy|speaker|wifi|internet|link|laptop|computer|car|engine|boiler|heating|radiator|kettle|plant|plants|lawn|grass|fridge|telly|tv|bulb|cable|handle|lock|lift';

const SENSES: readonly Sense[] = [
  { said: said('worr(?:y|ies)'), before: before('no') },
  {
    said: said('temp(?:erature)?s?'),
    before: before(
      '(?:check(?:ed|ing)?|tak(?:e|en|ing)|took|measur(?:e|ed|ing)|record(?:ed)?|do|did)(?: (?:your|my|his|her|the|a))?',
    ),
  },
  {
    said: said('shak(?:e|es|ing|y)'),
    after: after(
      '(?:out )?(?:my|your|his|her|the) (?:hands?|arms?|legs?|wrists?|foot|feet|head)(?: out)?|hands with|it (?:out|off)',
    ),
  },
  { said: said('aids?'), before: before('(?:hearing|walking|visual|teaching|band|first|mobility|sleep|memory)') },
  { said: said('hearing aids?|walking aids?|band aids?') },
  { said: said('fits?'), before: before('(?:coughing|sneezing|laughing|giggling|hissy|crying)') },
  { said: said('fits?'), after: after('[^.;?!]{0,40}?(?:cough|hack|sneez)\\p{L}*') },
  { said: said('nerves?'), after: after('(?:in|of) (?:your|the|his|her|my) ') },
  {
    said: said('fits?'),
    after: after(
      '(?:with|in with|the|your|his|her|my|our|that|this|together|well|perfectly|notes?|for)(?! (?:drug|meds|tablets))',
    ),
    before: before(
      '(?:it|this|that|which|all|they|these|those|everything|story|picture|pattern|a|an|not|be|is|are|called a|called an|the)',
    ),
  },
  {
    said: said('fits?'),
    before: before('(?:stool test called a|test called|(?:do|did|send|sent|return|a) (?:the |your )?(?:home )?)'),
    about: about('stool|poo|bowel|kit|sample'),
  },
  {
    said: said('pains?'),
    after: after('(?:relief|killers?|relievers?|management|clinic|team|control|medication|meds|ladder|nurse)'),
  },
  { said: said('inflammation markers?|inflammatory markers?') },
  { said: said('inflammation|inflammatory'), after: after('(?:markers?|tests?|levels?|bloods?)') },
  {
    said: said('anxiety|depression'),
    after: after('(?:one|score|scale|questionnaire|part|bit|section)(?: (?:was|is|came|scored|of))?'),
  },
  { said: said('lumps?|bumps?'), about: about('bump,? bump|thump,? thump') },
  { said: said('squeez(?:e|es|ing)'), about: about('cuff|machine|it ?.s squeezing|armband') },
  {
    said: said('rebound(?:s|ed|ing)?'),
    about: about('ball|basketball|netball|game|court|jump(?:ed|ing)?|shot|hoop|relationship|on the rebound'),
  },
  {
    said: said('adrenaline?|epinephrine'),
    after: after('(?:rush|was|is|been|pumping|junkie|kick\\p{L}*|going|surge|high|wore|wears|wearing|flowing)'),
  },
  {
    said: said('(?:visual|vision) changes|changes in vision'),
    after: after(
      '(?:in|near|around|on|to|of) (?:the |your |that )?(?:area|skin|vagina|genital\\p{L}*|wound|breast|mole|scar)',
    ),
  },
  { said: said('cold'), after: after('(?:tap|taps|pipes?|callers?|cuts?|plate|buffet)') },
  {
    said: said('fits?'),
    after: after('of (?:the giggles|giggles|rage|pique|temper|laughter|anger|jealousy|coughing fits)'),
  },
  {
    said: said('headaches?|migraines?'),
    after: after(
      'with (?:the|our|this|that) (?:new )?(?:kitchen|builders?|council|landlord|bank|insurers?|boiler|car|move|school run|neighbours?|paperwork|website)',
    ),
  },
  {
    said: said('chilly|freezing|boiling|roasting|baking'),
    after: after('(?:this|today|tonight|out|outside|in here|morning|weather|for the time|isn)'),
  },
  {
    said: said('shingles?'),
    about: about(
      'roof\\p{L}*|tiles?|til(?:ing|ed)|slates?|ladder|cedar|asphalt|gutter\\p{L}*|shed|garage|barn|beach|nail(?:ed|ing)|felt|builder|loft|storm took|hammer\\p{L}*',
    ),
  },
  {
    said: said('strokes?'),
    about: about(
      'swim\\p{L}*|swam|lengths?|laps?|pool|golf|tennis|backhand|forehand|row(?:ing|ed|er)|paddle|paint\\p{L}*|brush\\p{L}*|pen|crawl|backstroke|breaststroke|butterfly|par|putt\\p{L}*|cricket|engine|calligraphy|cat|dog|pony|horse',
    ),
  },
  {
    said: said('strokes?'),
    after: after(
      'of (?:luck|genius|fortune|midnight|a pen|the pen|brilliance|inspiration|work|business|twelve|six|noon|one|eight|nine)',
    ),
  },
  {
    said: said('cold'),
    after: after(
      `(?:${WEATHER}|water|tea|coffee|drinks?|beer|shower|bath|calls?|shoulder|feet(?= about)|case|storage|comfort|meats?|turkey(?= on)|blooded|callers?|hard cash|light of day)`,
    ),
  },
  {
    said: said('cold'),
    before: before(
      "(?:it|weather|outside|room|house|office|flat|water|tea|coffee|dinner|food|wind|sea|pool|bus|church|hall|kitchen|hospital|ward|corridor|car)(?: ?'s| is| was| are|'ll be| gets?| got| gone| went| turned)?(?: (?:so|very|too|really|freezing|bitterly|bloody|absolutely|stone|going|getting|a bit|awfully|pretty|quite|turned|gone))*",
    ),
  },
  { said: said('cold'), before: before('(?:out )?in(?: the)?') },
  {
    said: said('cold|freezing'),
    about: about(
      'weather|forecast|frost|degrees|minus|heating|boiler|scarf|coat|snow\\p{L}*|thermostat|air con(?:ditioning)?',
    ),
    before: before('(?:in the|this|that|of the|such|the|so)'),
  },
  {
    said: said('faint|weak|dead|deaf|dying|numb|broken'),
    before: before(
      `(?:${THING})(?: ?'s| is| was| are| were|'re| has gone| have gone| went| goes| been| looks?| sounds?| seems?)?(?: (?:very|so|too|a bit|rather|quite|really|completely|totally|nearly|almost|going|been|all|gone|dead))*`,
    ),
  },
  {
    said: said('faint|weak|dead|flat|dying'),
    after: after(
      `(?:\\p{L}+ )?(?:${THING}|coffee|tea|smell|hope|praise|memory|recollection|idea|pulse of|trace of|excuse|argument|point|joke|end|ends|heat|ringer|lock|weight|centre|tired of|easy|right|serious|good|lovely|nice|posh|cheap|sure|slow|quiet)`,
    ),
  },
  { said: said('faint'), about: about('hear|breaking up|cutting out|louder|volume|landline|speak up') },
  {
    said: said('faint(?:ed|ing)?'),
    after: after('(?:when i (?:saw|heard) the (?:price|bill|cost)|at the (?:price|bill|cost))'),
  },
  { said: said('hopeless|useless|helpless'), after: after('(?:at|with (?:names|money|computers|numbers))|case') },
  {
    said: said('hopeless|useless'),
    before: before(
      "(?:stroke|backhand|serve|putting|golf|handwriting|spelling|cooking|singing|team|keeper|signal|printer|phone|parking|council|website|bus service)(?: ?'s| is| was| are)(?: (?:so|a bit|pretty|absolutely|completely))?",
    ),
  },
  {
    said: said('sick'),
    after: after(
      'of(?! (?:the|my|this|these) (?:stomach|tummy|gut))|(?:note|notes|pay|leave|day|days|certificate|line|joke|humou?r|bucket list|bowl|as a parrot|to (?:my|the) (?:back )?teeth|to death|burn)',
    ),
  },
  { said: said('sick|ill'), before: before('(?:sick|ill|fed up) and tired and') },
  {
    said: said('pain(?:ful)?|hurts?|agony|torture'),
    after: after('(?:to|for) (?:watch|listen|read|see|look at|hear|admit|say|write|fill|think about|sit through|pay)'),
  },
  {
    said: said('painful|sore|sick|nasty'),
    after: after(
      '(?:process|drive|wait|silence|bill|price|defeat|loss|decision|experience with|memory|memories|reminder|truth|lesson|subject|point|loser|losers|topic|divorce|breakup|meeting|negotiations?)',
    ),
  },
  {
    said: said('pains?'),
    before: before(
      '(?:at|take|took|taken|taking|taking great|great|went to(?: great)?|a real|such a|a right|a proper|being a|an absolute|royal)',
    ),
    after: after(
      '(?:to|over|explaining|with (?:this|the) (?:form|forms|computer|parking|council|booking|system))|about (?:the|parking)',
    ),
  },
  {
    said: said('pain'),
    after: after(
      '(?:getting (?:an appointment|parked|here|through)|to (?:park|get (?:here|an appointment|through|hold)|book|find|fill))|au chocolat',
    ),
  },
  {
    said: said('depression'),
    after: after(
      '(?:of the (?:thirties|1930s)|over (?:the atlantic|iceland)|in the (?:ground|road|lawn|cushion|mattress|sofa|land))',
    ),
  },
  {
    said: said('depression'),
    before: before('(?:the great|economic|tropical|atlantic|weather|an? (?:deep )?area of)'),
  },
  {
    said: said('depress(?:ed|ing)'),
    after: after('(?:weather|news|prices?|market|economy|film|book|area|town|button)'),
  },
  {
    said: said('discharges?|discharged'),
    after: after(
      '(?:papers?|letter|summary|date|planning|lounge|home|from (?:the )?(?:hospital|ward|a and e|care|clinic|follow|physio|army|navy|service)|from (?:your|our) (?:clinic|service|care)|of (?:the )?(?:battery|duties|debt))',
    ),
  },
  {
    said: said('discharges?'),
    before: before('(?:on|at|before|after|since|for|ready for|awaiting|upon|honou?rable|dishonou?rable|battery)'),
  },
  {
    said: said('fits?'),
    after: after(
      '(?:to (?:fly|work|drive|travel|return|be seen|play|dive|go|resume)|for (?:work|duty|travel|surgery|discharge|flying|purpose)|in(?! his| her| my)|and (?:well|healthy)|as a)',
    ),
  },
  {
    said: said('seizures?'),
    after: after('of (?:power|assets|goods|property|the (?:boat|van|cargo|house|drugs)|drugs|cocaine|cannabis|power)'),
  },
  {
    said: said('seized(?: up)?|seizing(?: up)?|seizes? up'),
    about: about('engine|car|brakes?|lock|hinge|door|gears?|chain|bolt|motor|mower|customs|police|boiler|pump'),
  },
  {
    said: said('migraines?|headaches?'),
    before: before('(?:logistical|planning|admin\\p{L}*|parking|financial|legal|scheduling|it|real|big|tax)'),
    about: about(
      'parking|tax|forms?|paperwork|council|bank|schedul\\p{L}*|insurance|planning|logistic\\p{L}*|admin|builders?|solicitors?',
    ),
  },
  {
    said: said('rash'),
    after: after(
      '(?:decision|decisions|promise|move|thing to|of (?:burglaries|complaints|thefts|break-ins|cancellations|roadworks)|driver|driving|act|purchase|bet|enough)',
    ),
  },
  {
    said: said('bleeding'),
    after: after(
      '(?:hell|heck|obvious|idiots?|cheek|love|heart|edge|nuisance|radiators?|the (?:radiator|brakes))|(?:dry|radiators?)',
    ),
  },
  { said: said('bleed(?:s|ing)?|bled'), about: about('radiators?|brakes?|colours?|ink|dye|red sock') },
  {
    said: said('chok(?:e|es|ed|ing)'),
    after: after('(?:up (?:at|over|when)|on (?:his|her|my|their) words|the (?:engine|drain)|point|hazard)'),
    about: about('engine|drain|traffic|weeds?|hazard|film|wedding|speech|song|fumes in town'),
  },
  { said: said('fatigue'), before: before('(?:metal|alarm|battle dress|compassion|screen|zoom|donor)') },
  { said: said('tremors?'), about: about('earthquake|richter|quake|seismic|volcano|ground shook|building') },
  {
    said: said('exhausted'),
    after: after('(?:every|all|the) (?:option|avenue|list|supply|budget|possibilit|other)\\p{L}*'),
  },
  {
    said: said('itch(?:ing|es|y)?'),
    after: after('(?:to (?:get|go|be|start|see|tell|leave|travel|know|play|try)|feet)'),
  },
  {
    said: said('blind|blinded'),
    after: after(
      '(?:date|dates|spot|drunk|bend|corner|alley|faith|panic|eye to|trust|tasting|by (?:science|love|the sun|the headlights)|cord|pull)',
    ),
  },
  {
    said: said('lumps?'),
    after: after(
      '(?:sum|of (?:sugar|cheese|coal|clay|dough|butter|rock)|it(?! )|in (?:the|my) (?:gravy|custard|porridge|sauce|mattress|throat when (?:i|they|she|he) (?:saw|heard|sang)))',
    ),
  },
  {
    said: said('cramp(?:s|ed|ing)?'),
    after: after(
      '(?:my|his|her|your|their|our) style|(?:in (?:here|the (?:flat|car|van|office))|conditions|house|flat|quarters|waiting)',
    ),
  },
  {
    said: said('wind'),
    about: about(
      'blow\\p{L}*|gale|weather|forecast|fence|umbrella|trees?|mph|storm|turbines?|brolly|sail\\p{L}*|hair everywhere',
    ),
  },
  {
    said: said('shock(?:ed)?'),
    before: before('(?:a bit of a|a|such a|quite a|the|in for a|culture|sticker)'),
    about: about('price|bill|news|result of the match|score|election|cost|tax|letter|rent|exam results'),
  },
  {
    said: said('strain(?:s|ed)?'),
    about: about(
      'pasta|budget|finances?|marriage|relations|variant|of (?:cannabis|yeast|wheat|flu going)|rice|colander|vegetables|on (?:the|our|my) (?:budget|finances|marriage|pocket|purse)',
    ),
  },
  {
    said: said('tir(?:ed|ing)|weary'),
    after: after(
      'of (?:waiting|this|the|all|him|her|my|it|being (?:told|asked)|hearing|ringing|phoning|queu|people|your)\\p{L}*',
    ),
  },
  { said: said('hangover'), after: after('from (?:the|his|her|our|when|my (?:army|school|days)|victorian)') },
  {
    said: said('addict(?:ed|ion)?|hooked'),
    after: after(
      '(?:to|on) (?:\\p{L}+ ){0,2}(?:show|series|soap|game|games|crosswords?|sudoku|wordle|podcasts?|netflix|bake off|telly|chocolate|tea|crisps|knitting|gardening|shopping|phone|my phone|instagram|tiktok|baking|puzzles)',
    ),
  },
  {
    said: said('obsess(?:ed|ion|ive)|ocd|anal'),
    after: after(
      '(?:about|with|over) (?:\\p{L}+ ){0,2}(?:tidy\\p{L}*|recycling|football|garden|cars?|trains?|lawn|cleaning|parking|spoons|dishwasher|dogs?|cats?)',
    ),
  },
  {
    said: said('fits?|fitting'),
    about: about(
      'kitchen|wardrobe|carpet|boiler|dress|suit|jeans|trousers|tyres?|bathroom|lid|puzzle|squeezed?|fit (?:me|you|us|him|her|them) in|a king',
    ),
  },
  {
    said: said('blinds'),
    about: about('windows?|curtains?|venetian|roller|draw|drew|shut|close|open|pull|conservatory|sun'),
  },
  {
    said: said('dying|dead|died|dies?'),
    after: after(
      '(?:to (?:see|meet|know|get|go|try|tell|hear|find)|for (?:a|some) (?:drink|coffee|cuppa|wee|fag|holiday|break|sandwich|tea)|on (?:me|us)(?= (?:again|this|last|at|in|on|half|just))|in the (?:middle of|car park)|heat|line|end|set on)',
    ),
  },
  {
    said: said('bumps?'),
    after: after('(?:in (?:the road|the carpet)|into (?:you|him|her|an old|my neighbou?r)|start)'),
  },
  {
    said: said('stress(?:ed)?'),
    after: after('(?:the importance|the need|how important|test(?:ed|ing)? (?:the|our|my))'),
  },
  {
    said: said('swell(?:s|ing|ed|en)?'),
    before: before(
      "(?:crowd|sea|surf|ocean|ranks|door|wood|drawer|timber|congregation|audience)(?: ?'s| has| had| was| is| were)?",
    ),
  },
  {
    said: said('paraly[sz]ed|crippled|lame'),
    before: before(
      "(?:trains?|network|city|town|country|economy|airport|traffic|services?|excuse|joke)(?: ?'s| is| was| were| are| has been| completely| totally| just)*",
    ),
  },
  {
    said: said('paraly[sz]ed|crippl(?:ed|ing)|lame'),
    after: after(
      '(?:by (?:the )?(?:strikes?|snow|traffic|decision|debts?|bills?)|debts?|prices?|fares|rent|mortgage|bills?|costs?|excuse|joke|duck)',
    ),
  },
  {
    said: said('confus(?:ed|ion|ing)'),
    about: about(
      'forms?|instructions|website|receptionist|signs?|parking|booking|which (?:door|floor|room|entrance|bus)|sat ?nav|one-way',
    ),
  },
  {
    said: said('growths?'),
    about: about('economic|economy|company|sales|business|spurt|market|profits?|gdp|population'),
  },
  { said: said('appendix'), about: about('book|chapter|footnotes?|thesis|contract|to the (?:report|document|letter)') },
  {
    said: said('bugs?|virus(?:es)?'),
    about: about('laptop|computer|software|website|printer|malware|antivirus|hard drive|hacked|pc'),
  },
  { said: said('boils?|boiled|boiling'), about: about('kettle|eggs?|potato\\p{L}*|pan|rice|pasta|milk|hot in here') },
  { said: said('moles?'), about: about('lawn|molehills?|burrow\\p{L}*|dug up|allotment|spy|spies') },
  { said: said('congestion|congested'), about: about('traffic|roads?|motorway|charge|junction|rush hour|m\\d+') },
  {
    said: said('temperatures?'),
    after: after(
      '(?:of|in|inside) the (?:oven|room|fridge|freezer|greenhouse|flat|house|water|bath|pool|office|car)|outside|outdoors|dropped (?:to|below) (?:zero|freezing|minus)',
    ),
  },
  {
    said: said('vertigo|fever|contagion|crash|spasm|plague|bubonic plague|amnesia'),
    before: before(
      "(?:watched|watching|seen|read|reading|film|hitchcock'?s|camus'?s?|called|listening to|album|band|song)(?: (?:the|that|hitchcock'?s|camus'?s?|a bit of|old|film|book))*",
    ),
  },
];

/** A disease or symptom that somebody has, had or fears: then the word means itself, whatever else is spoken of. */
const SUFFERED =
  /(?<![\p{L}])(?:had|have|has|having|'ve|got|gets?|getting|suffer\p{L}*|diagnosed with|with|develop\p{L}*|caught|catch|from|after|since|of|in case of|another|feel\p{L}*|felt) (?:(?:an?|the|my|another|some|this|these|bad|mild|mini|minor|major|bit of|terrible|severe)[\s-]+)*$/u;

const known = new Map<string, readonly Sense[]>();
const MOST = 4000;

function sensesOf(name: string): readonly Sense[] {
  const found = known.get(name) ?? SENSES.filter((one) => one.said.test(name));
  if (known.size < MOST) known.set(name, found);
  return found;
}

/** Whether an English word of findings stands in an everyday sense: shingles on a roof, a swimmer's stroke, a faint line. */
export function isHomonymEn(read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (!read.tongues.includes('en')) return false;
  const name = read.folded.slice(mention.start, mention.end).trim();
  const senses = sensesOf(name);
  if (senses.length === 0) return false;
  const lead = read.folded.slice(sentence.start, mention.start);
  const rest = read.folded.slice(mention.end, sentence.end);
  return senses.some(
    (one) =>
      (one.before?.test(lead) ?? true) &&
      (one.after?.test(rest) ?? true) &&
      (one.about === undefined || (!SUFFERED.test(lead) && one.about.test(`${lead} · ${rest}`))),
  );
}
