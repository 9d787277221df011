import { word } from './words.ts';

/** What one does with an illness: the finding is its object. */
export const HAVING = word(
  [
    "(?:has|have|had)(?: just| now| also| all| already)? (?:got|had|caught|developed)|(?<=\\p{L})'(?:s|ve) (?:just |now |also |all |already )?(?:got|had|caught|developed)",
    'has|have|had|got|gets?|getting|caught|catch(?:es)?|developed|develops?',
    'suffer(?:s|ed|ing)?(?: (?:from|with))?',
    '(?:went|gone|goes|go|going|came|come|comes|coming|is|are|was|were|been)(?: all)? down with',
    "(?:(?:is|are|was|were|been|be|ended up|stuck|laid up)|(?<=\\p{L})'(?:s|re)) (?:all |both |still )?(?:off|home|in bed|in hospital|laid up|riddled|ill|sick|poorly|away|out|crawling|in intensive care|signed off)(?: (?:sick|work|school|ill|again|today|this week))? with",
    '(?:recovering|recovered) from',
    '(?:brought|brings|came|comes|went) (?:back |home |in |round )+with|(?:brought|brings) home',
    'test(?:s|ed)? positive for',
    '(?:was|were|is|are|been|got|being)(?: just| also| recently)? diagnosed with',
    'complain(?:s|ed)? of',
  ].join('|'),
);
/** What one is or looks: the finding is its predicate. */
export const BEING =
  /(?:(?<![\p{L}])(?:is|are|was|were|be|been|being|looks?|looked|went|becomes?|became)|(?<=\p{L})'(?:s|re))(?: (?:just|all|still|also|so|very|really|completely|totally|practically|always|getting|been|a bit|a little|half|nearly|almost|now))*(?: in(?: an?)?)?\s+$/u;

/** Said of nobody who sits in the room. */
export const DIED = word(
  '(?:die[sd]|dying|passed away|passed|dropped dead|dropped down dead|dead|killed) (?:of|from|with|by)|whoever (?:had|has|was|is|lived|sat|slept|used|owned|drove|worked)(?: \\p{L}+){0,8}',
);

/** Between the verb and its object no other clause begins. */
export const ANOTHER_CLAUSE =
  /(?<![\p{L}])(?:that|which|who|because|when|while|if|but|so|since|after|before|i|you|he|she|we|they|it|my|me|your|him|us|to|is|are|was|were|has|have|had|from|about|at|for)(?![\p{L}])|[.;:?!()]/u;
export const FARTHEST = 9;

export const EDGE =
  /[,.;:?!()"“”–—]|(?<![\p{L}])(?:and|but|because|cause|cos|so|when|while|that|if|since|although|though|whether|as|than|then|now|or|where|how|what|which|says?|said|thinks?|thought|knows?|knew|mean|guess|hear|heard|told|reckons?|apparently|well|oh|yeah|yes|no|ok|okay)(?![\p{L}])/gu;
export const ASIDE = /,\s[^,.;:?!]{1,40},\s*$/u;
export const BESIDE_VERB =
  /(?<![\p{L}])(?:just|also|always|never|really|already|still|all|both|probably|actually|even|only|might|may|could|can|will|would|should|must|did|does|do|have|has|had|been|be|being|is|are|was|were|ever|often|usually|sometimes|recently|keeps?|kept|started|not)(?![\p{L}])|'(?:ve|d|ll|s)(?=\s*$)|n't/gu;
export const POSTPOSED =
  /\s(?:of|in|on|at|from|with|next (?:to|door)|down|over|under|behind|opposite|across|upstairs|downstairs|near|by|to|for)(?![\p{L}]).*$/u;

export const SPEAKERS = /(?<![\p{L}])(?:i|you|me|we|us|ourselves|myself|yourself|patient|mine|yours)(?![\p{L}])/u;
export const STANDS_FOR =
  /^(?:it|he|she|they|this|that|these|those|there|what|which|ones?|some|any|neither|either|both|all|each|another|others?|something|anything|nothing|everything|here|him|her|them|his|hers|theirs|rest|most|lot|bit|other|same|first|second|last|left|right|such|much|more|none|few|one)$/u;
export const DETERMINER =
  /^(?:the|an?|my|your|his|her|our|their|this|that|these|those|every|each|some|no|both|all|\p{L}+'s)$/u;
/** What is so of `my tonsils` is the patient's, though no table knows the part. */
export const OWNED = /^(?:my|your) \p{L}+$/u;
export const ANYBODY =
  /(?:^|\s)(?:everyone|everybody|someone|somebody|nobody|anyone|anybody|half (?:of )?(?:the|my|our|his|her) \p{L}+|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|dozen|\d+)(?: (?:people|patients|women|men|kids|children|of us))?|(?:some|most|many|plenty of|loads of|lots of|all|few) (?:of us|people|patients|women|men|kids|children))$/u;
export const ANTECEDENT =
  /(?<![\p{L}])(?:the|that|this|an?|some|those|these|my|your|our|every|another)(?: [\p{L}'-]+){1,4}\s*$/u;
export const THE_CASE =
  /(?<![\p{L}])(?:patient|year[- ]old|i|me|you|he|she|him|her|it|one|mr|mrs|ms|miss|mine|us)(?![\p{L}])/u;
/** A clinician who dictates: "this is a pleasant woman who has". */
export const DICTATES = /(?<![\p{L}])(?:is|was|'s|seeing|with|for) an?(?: [\p{L}-]+){0,5}$/u;
/** Doings and qualities: they may be had by the patient. */
export const ABSTRACT =
  /(?:(?<!build|ceil|wedd|^k|^r|^str)ings?|[st]ions?|(?<!govern|depart|apart|regi|base)ments?|ness(?:es)?|ity|ities|(?<!def|^f|audi|ambul|resid|confer|appli|insur)[ae]nces?|isms?)$/u;
export const DICTATED = /^(?:gentleman|lady|man|woman|male|female|boy|girl|infant|child|baby|kiddo)$/u;
export const MEDIC =
  /(?<![\p{L}])(?:doctors?|doc|gp|nurse|consultant|specialist|surgeon|pharmacist|physio\p{L}*|dentist|midwife|optician|therapist|paramedics?|\p{L}+ologist|\p{L}+iatrist)(?![\p{L}])/u;
/** An engine coughs, a phone dies: of a part of the body neither is said. */
export const DONE_BY_SOMEBODY =
  /^(?:cough(?:s|ing|ed)|chok(?:es|ing|ed)|sneez(?:es|ing|ed)|vomit(?:s|ing|ed)|faint(?:s|ing|ed)|snor(?:es|ing|ed)|limp(?:s|ing|ed)|d(?:ies|ying|ied)|dead)$/u;

/** "There's a woman in my choir with", "I used to nurse a man with": those who come up, by what they have. */
export const COMES_UP =
  /(?<![\p{L}])(?:there ?'s|there (?:is|was|are|were)|(?:i|we|you) (?:[\p{L}']+ ){0,3}(?:know|knew|met|meet|saw|see|sat|nurse|nursed|taught|teach|help|look after|looked after|care for|cared for|work with|worked with|live with|sit next to|heard (?:of|about)|hear (?:of|about)|read about|watched|treated?))(?: [\p{L}'-]+){0,2}? ((?:an?|this|some|one|another|these|those|two|three|four|\d+) (?:[\p{L}'-]+ ){1,7}?)with (?:[\p{L}'-]+ ){0,3}$/u;
