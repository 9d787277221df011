import type { Candidate } from './candidate.ts';
import { type Line, textBetween, textOf, wordAt } from './reading.ts';

/** What is taken already, or is spoken of rather than ordered. */
const TAKEN =
  /\b(?:you 're|you are|you take|you took|you use|you have|you had|you 've|he 's|she 's|taking|been|your|already|still|was|were|his|her|keep|carry|stay|continue|stop\w*|instead|allerg\w*|not|n't|no|never|toma|tomas|tomaba|lleva|llevas|llevaba|usa|usas|usted|tenia|tiene|tienes|su|sus|tu|tus|ya|sigue|siga|sigues|esta|estaba|estas|era|fue|nunca|suspend\w*|dej\w+|quit\w+|alergi\w*|en vez|en lugar)\b/;

/** `Si tiene fiebre`, `if you get one`: when it is to be taken. */
const CONDITION = /\b(?:si|cuando|if|when|for when)\b.*$/;

/** Turns after a plan in which the clinician may still be dictating it. */
const SOON = 6;

/**
 * `And paracetamol, one gram every eight hours`: once the clinician has begun to say what will be taken, the medicines
 * that follow without a verb of taking are of that plan.
 */
export class Dictation {
  #turn = Number.NEGATIVE_INFINITY;

  /** Makes plans of the medicines among `candidates` that this line goes on to order. `plans`: what its verbs plan. */
  settle(line: Line, candidates: readonly Candidate[], plans: readonly Candidate[], told: Told): void {
    if (line.segment.speaker !== 'clinician' || line.question) return;
    const planned = [...candidates, ...plans].filter(({ kind }) => kind === 'plan');
    const [first] = planned;
    const soon = line.turn - this.#turn <= SOON || first !== undefined;
    for (const one of candidates)
      if (
        isNamedHere(line, one) &&
        (isFor(line, one) || (told.late && isBare(line, one, told.known)) || (soon && isOrdered(line, one, first)))
      )
        one.kind = 'plan';
    if (planned.some(({ assertion }) => assertion === 'present') || candidates.some(({ kind }) => kind === 'plan'))
      this.#turn = line.turn;
  }
}

/** What the conversation has told before this line. */
interface Told {
  /** Most of it has been told: what is named now is ordered, and no longer asked after. */
  readonly late: boolean;
  readonly known: readonly Candidate[];
}

const isNamedHere = (line: Line, { kind, assertion, at }: Candidate): boolean =>
  kind === 'medication' && assertion === 'present' && at.line === line;

/** `Valaciclovir, one gram, three times a day for seven days.`: no verb, a dose, and nobody has named it before. */
const isBare = (line: Line, one: Candidate, known: readonly Candidate[]): boolean =>
  one.attributes.status == null &&
  (one.attributes.dose != null || one.attributes.frequency != null) &&
  /^(?:(?:and|so|then|y|entonces|pues|ok|okay|,) )*$/.test(textBetween(line, line.from, one.at.from)) &&
  !TAKEN.test(textOf(line).replace(CONDITION, '')) &&
  !known.some(({ kind, term }) => kind === 'medication' && term !== null && term === one.term);

const FOR =
  /^(?:(?:y|and|then|pues|entonces|so|now|ok|okay|,) )*(?:para|for) (?:el|la|los|las|ese|esa|the|that|your|su|sus|tu) (?:\w+ ){1,3}, (?:(?:un|una|some|a|el|la|try|pruebe|tome) )*$/;

/** `Y para el golpe, paracetamol`: what it is for, and then what. */
const isFor = (line: Line, { at }: Candidate): boolean => FOR.test(textBetween(line, line.from, at.from));

function isOrdered(line: Line, one: Candidate, first: Candidate | undefined): boolean {
  if (one.attributes.status != null || one.experiencer !== 'patient') return false;
  const goesOn = first !== undefined && first.at.from < one.at.from && first.term?.kind === 'medication';
  if (
    TAKEN.test(
      (goesOn ? textBetween(line, first.at.to, one.at.from) : textOf(line))
        .replace('of your own', '')
        .replace(CONDITION, ''),
    )
  )
    return false;
  if (goesOn || first?.at.line === line) return true;
  return (
    one.attributes.dose != null ||
    one.attributes.frequency != null ||
    /^(and|y|plus|mas|o|or|with|con)$/.test(wordAt(line, one.at.from - 1)) ||
    (one.at.from === line.from && /^(for|para)$/.test(wordAt(line, one.at.to)))
  );
}
