import type { z } from 'zod';
import { HttpProblem } from './problems.ts';

/** Says where a request does not fit and why, never what it said. */
export const invalidRequest = Object.assign(
  (pointer: string, detail: string): HttpProblem =>
    new HttpProblem('invalid_request', { errors: [{ pointer, detail }] }),
  {
    of: (error: z.ZodError): HttpProblem =>
      new HttpProblem('invalid_request', {
        errors: error.issues.map((issue) => ({
          pointer: issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
          detail: issue.code === 'unrecognized_keys' ? 'There are unknown members.' : issue.message,
        })),
      }),
  },
);
