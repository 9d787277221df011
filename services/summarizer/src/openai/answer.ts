import { ModelAnswer } from './answer-schema.ts';
import { AnswerError } from './failures.ts';

/** The one JSON object of an answer, validated; prose or a code fence around it is tolerated, more than one object is not. */
export function parseAnswer(content: string): ModelAnswer {
  const objects = topLevelObjects(content);
  const values = objects.flatMap((text) => {
    try {
      return [JSON.parse(text) as unknown];
    } catch {
      return [];
    }
  });
  if (values.length === 0) {
    const broken = content.includes('{');
    throw broken
      ? new AnswerError('invalid_json', 'it was not valid JSON', content)
      : new AnswerError('prose', 'it held no JSON object', content);
  }
  const parsed = values.map((value) => ModelAnswer.safeParse(value));
  const fitting = parsed.filter((result) => result.success);
  if (fitting.length === 1) return fitting[0]!.data;
  if (fitting.length > 1) throw new AnswerError('prose', 'it held several JSON objects', content);
  const issues = parsed[0]!.error!.issues.slice(0, 8);
  const complaint = issues.map(({ path, code }) => `${path.join('.') || 'the root'}: ${code}`).join('; ');
  throw new AnswerError('schema_mismatch', complaint, content);
}

/** Balanced {...} that stand in no other; strings are respected. */
function topLevelObjects(text: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let start = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text[i];
    if (quoted) {
      if (unit === '\\') i += 1;
      else if (unit === '"') quoted = false;
    } else if (unit === '"') quoted = depth > 0;
    else if (unit === '{') {
      if (depth === 0) start = i;
      depth += 1;
    } else if (unit === '}' && depth > 0) {
      depth -= 1;
      if (depth === 0) out.push(text.slice(start, i + 1));
    }
  }
  return out;
}
