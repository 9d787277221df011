import { readFileSync } from 'node:fs';
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { Part } from './parts.ts';

/** Changes with any change of the prompt's files: accepted evaluation reports and caches hang on it. */
export const PROMPT_VERSION = 'extract.v2';

const file = (name: string): string => readFileSync(new URL(`../../prompts/${name}`, import.meta.url), 'utf8');

const SYSTEM = file('extract.v2.md');

interface Example {
  readonly transcript: readonly Part['slices'][number][];
  readonly answer: unknown;
}

const EXAMPLES: readonly ChatCompletionMessageParam[] = (JSON.parse(file('examples.v2.json')) as Example[]).flatMap(
  ({ transcript, answer }) => [
    { role: 'user' as const, content: delimited(transcript) },
    { role: 'assistant' as const, content: JSON.stringify(answer) },
  ],
);

/** JSON escapes line breaks and quotes, so that nothing said can end the transcript or open another message. */
function delimited(slices: Part['slices']): string {
  const lines = slices.map(({ id, speaker, text }) => JSON.stringify({ id, speaker, text }));
  return ['BEGIN TRANSCRIPT', ...lines, 'END OF TRANSCRIPT'].join('\n');
}

/** Rules in the system's message, examples as turns, the transcript as data in the user's. */
export function messagesFor(part: Part): ChatCompletionMessageParam[] {
  return [{ role: 'system', content: SYSTEM }, ...EXAMPLES, { role: 'user', content: delimited(part.slices) }];
}

/** An answer that was not accepted goes back with what is wrong with it. */
export function repairOf(answer: string, complaint: string): ChatCompletionMessageParam[] {
  return [
    { role: 'assistant', content: answer.slice(0, 8000) },
    {
      role: 'user',
      content: `That answer was not accepted: ${complaint}\nAnswer again for the same transcript, with one JSON object that follows the schema and nothing else.`,
    },
  ];
}
