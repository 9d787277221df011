/**
 * node tests/fhir/validate-dialogues.ts <files of dialogues, or CORPORA_DIR=folder and a number>
 *
 * Takes each conversation through the stages and asks both validators of its bundle; prints what they refuse.
 */
import { gate } from '../../services/fhir-mapper/src/validate/gate.ts';
import { startReferenceValidator } from '../../tools/fhir-validator/validator.ts';
import { conversationsOf, corpusConversations, throughTheStages } from './line.ts';

const folder = process.env.CORPORA_DIR;
const given = process.argv.slice(2);
const conversations =
  folder === undefined ? given.flatMap(conversationsOf) : corpusConversations(folder, Number(given[0] ?? 300));

await using reference = await startReferenceValidator((line) => console.error(line));
let refused = 0;
let resources = 0;
for (const conversation of conversations) {
  const { bundle } = await throughTheStages(conversation);
  resources += bundle.entry?.length ?? 0;
  const outcome = gate(bundle);
  const { valid, messages } = await reference.validate(bundle);
  if (outcome === null && valid) continue;
  refused += 1;
  console.log(conversation.id, 'gate:', outcome === null ? 'valid' : JSON.stringify(outcome.issue));
  for (const { severity, location, text } of messages) console.log(`  ${severity} ${location}: ${text}`);
}
console.log(
  `${conversations.length - refused} of ${conversations.length} bundles valid under both (${resources} resources)`,
);
process.exitCode = refused === 0 && conversations.length > 0 ? 0 : 1;
