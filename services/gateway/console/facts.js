/** The order in which a clinician reads; facts of one kind stay in the order of the summary. */
const KINDS = ['symptom', 'condition', 'medication', 'allergy', 'risk_factor', 'measurement', 'procedure', 'plan'];

/** What is asserted of the patient now comes before what is not: of each kind, these first. */
const ASSERTIONS = ['present', 'possible', 'historical', 'family', 'hypothetical', 'negated'];

/** { groups: [{ kind, facts: [{ number, fact }] }], numbers: id -> number }: numbers run on as footnotes do. */
export function numberFacts(facts) {
  const numbers = new Map();
  const groups = [];
  for (const kind of KINDS) {
    const ofKind = facts
      .filter((fact) => fact.kind === kind)
      .sort((a, b) => ASSERTIONS.indexOf(a.assertion) - ASSERTIONS.indexOf(b.assertion));
    if (ofKind.length === 0) continue;
    for (const fact of ofKind) numbers.set(fact.id, numbers.size + 1);
    groups.push({ kind, facts: ofKind.map((fact) => ({ number: numbers.get(fact.id), fact })) });
  }
  return { groups, numbers };
}

const ATTRIBUTES = [
  'value',
  'dose',
  'frequency',
  'route',
  'effect',
  'duration',
  'onset',
  'severity',
  'body_site',
  'laterality',
  'character',
  'aggravated_by',
  'relieved_by',
  'trend',
  'status',
];

/** [[name, words]] of those attributes that were said; a value and its unit are one. */
export function saidAttributes({ unit, ...attributes }) {
  return ATTRIBUTES.filter((name) => attributes[name] !== null && attributes[name] !== undefined).map((name) => [
    name,
    name === 'value' && unit ? `${attributes.value} ${unit}` : attributes[name],
  ]);
}
