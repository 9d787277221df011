import { describeError } from '@clinical/runtime';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Gateway, GatewayEnv } from '../gateway.ts';
import { StateUnavailableError } from '../jobs/redis.ts';
import { RebuildingError } from '../jobs/store.ts';
import { HttpProblem, problemResponse } from './problems.ts';

/** What a client is told of an error; of one that nobody foresaw, nothing but that. */
export function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof StateUnavailableError) return new HttpProblem('state_unavailable', { cause: error });
  if (error instanceof RebuildingError) return new HttpProblem('rebuilding', { cause: error });
  if (error instanceof HTTPException) {
    if (error.status === 415) return new HttpProblem('unsupported_media_type');
    if (error.status < 500) return new HttpProblem('malformed_request');
  }
  return new HttpProblem('internal_error', { cause: error });
}

export function onError({ log, metrics }: Pick<Gateway, 'log' | 'metrics'>) {
  return (error: unknown, _c: Context<GatewayEnv>): Response => {
    const problem = problemOf(error);
    metrics.problems.inc({ code: problem.code });
    if (problem.status === 500) log.error('A request failed', describeError(problem.cause));
    return problemResponse(problem);
  };
}
