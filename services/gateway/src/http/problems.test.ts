import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HttpProblem, PROBLEMS, type ProblemCode, problemResponse } from './problems.ts';

test('docs/problems.md lists every problem with its status, and no other', () => {
  const page = readFileSync(new URL('../../../../docs/problems.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| (\d{3}) \| `([a-z_]+)` \|/gm)].map(([, status, code]) => `${code} ${status}`);
  expect(rows.sort()).toEqual(
    Object.entries(PROBLEMS)
      .map(([code, [status]]) => `${code} ${status}`)
      .sort(),
  );
});

test('a 503 says when to come back, and a problem says its code twice', async () => {
  for (const code of Object.keys(PROBLEMS) as ProblemCode[]) {
    const response = problemResponse(new HttpProblem(code));
    const body = (await response.json()) as { code: string; type: string; status: number };
    expect(body).toMatchObject({ code, status: response.status });
    expect(body.type.endsWith(`:${code}`)).toBe(true);
    expect(response.headers.has('retry-after')).toBe(response.status === 503);
  }
});
