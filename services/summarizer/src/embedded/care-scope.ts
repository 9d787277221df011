import { careDenialOf } from './denied-care.ts';
import { deniedTreatment, refusedBefore } from './denied-treatments.ts';
import type { Found } from './findings.ts';
import { predicateOver } from './predicates.ts';
import { type Line, spanish, wordAt } from './reading.ts';
import type { Scope } from './scope.ts';

/**
 * The scope of a medicine or an act. What denies a finding beside it may deny something else of care: how it went, what
 * it showed; and care is denied by verbs that deny no finding.
 */
export function careScope(line: Line, found: Found, scope: Scope): Scope {
  if (scope.assertion === 'hypothetical') return scope;
  if (broughtNothing(line, found)) return scope.assertion === 'negated' ? affirmed(scope) : scope;
  const at = found.kind === 'medication' ? deniedTreatment(line, found.from) : null;
  const denial =
    at === null ? (careDenialOf(line, found.from, found.to) ?? englishDenialOf(line, found)) : { from: at, to: at + 1 };
  if (denial === null) return onlyNamed(line, found, scope) ? affirmed(scope) : scope;
  const by = [...scope.by, { ...denial, category: 'negation' as const }];
  return { ...scope, assertion: 'negated', by };
}

/** `Warfarin was not restarted`, `she refused transfusion`. */
function englishDenialOf(line: Line, { from, to }: Found): { from: number; to: number } | null {
  if (spanish(line)) return null;
  const predicate = predicateOver(line, from, to);
  if (predicate?.says === 'untreated') return { from: predicate.from, to: predicate.to };
  const refused = refusedBefore(line, from);
  return refused === null ? null : { from: refused, to: refused + 1 };
}

const OUTCOME =
  /^(?:respuesta|mejoria|mejora|alivio|efecto|efectos|exito|resultados?|eficacia|tolerancia|intolerancia|control|recidivas?|recaidas?)$/;
const DENIAL = /^(?:no|sin|ninguna?|niega|nunca)$/;
/** Tokens that a list of what brought nothing may take. */
const WITHIN = 14;

/** `Sin respuesta a morfina ni a ketamina`: both were given. */
function broughtNothing(line: Line, { from }: Found): boolean {
  for (let i = from - 1; i >= from - WITHIN && !/^[.;:]$/.test(wordAt(line, i)); i -= 1)
    if (DENIAL.test(wordAt(line, i))) return OUTCOME.test(wordAt(line, i + 1));
  return false;
}

/** `No visto en el TAC`, `no se suspendió la cirugía`: what is denied is something of the act, not that it was done. */
const onlyNamed = (line: Line, { from, kind }: Found, scope: Scope): boolean =>
  kind === 'procedure' &&
  scope.assertion === 'negated' &&
  spanish(line) &&
  scope.by.every(({ from: cue }) => cue < from) &&
  /^(?:el|la|los|las|en|con|por|tras|mediante|durante|para|desde|del|al)$/.test(wordAt(line, from - 1));

const affirmed = (scope: Scope): Scope => ({
  ...scope,
  assertion: 'present',
  by: scope.by.filter(({ category }) => category !== 'negation'),
});
