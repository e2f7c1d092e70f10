import type { Language } from '@parindex/core';
import type { FastifyReply } from 'fastify';
import { StorageDown, StorageFull } from '../storage/storage-faults.ts';
import { PROBLEMS, Problem, type ProblemCode, problemDetails } from './problems.ts';

/** Refusals by Fastify itself, by its own codes. */
const OWN_REFUSALS: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrongMediaType',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'unreadable',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'unreadable',
};

/** PostgreSQL's code for a refusal by row security or a missing grant. */
export const BEHIND_POLICIES = '42501';

/** Errors of the database that have a meaning for the caller: races, and being unavailable. */
const DATABASE_REFUSALS: Readonly<Record<string, ProblemCode>> = {
  '23505': 'alreadyThere',
  '40001': 'notNow',
  '40P01': 'notNow',
  // The second line of defence behind the policies: rights ended while the request waited, or a bug; also logged.
  [BEHIND_POLICIES]: 'refused',
  // No room for the database's files, or for a file on the way to the store.
  '53100': 'storageFull',
  ENOSPC: 'storageFull',
  EDQUOT: 'storageFull',
  // One session has too many requests waiting (db/session-limiter.ts), or the database takes no more connections.
  '53300': 'busy',
  // The request waited longer than configured, for a lock or an answer.
  '55P03': 'notReady',
  '57014': 'notReady',
  // No connection, for whatever reason (db/transaction.ts).
  '08006': 'notReady',
};

/** The problem for an error; undefined for an unexpected one. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof StorageDown) return new Problem('storeAway');
  if (error instanceof StorageFull) return new Problem('storeFull');
  if (!(error instanceof Error)) return undefined;
  const { code, statusCode } = error as Error & { code?: string; statusCode?: number };
  const known = OWN_REFUSALS[code ?? ''] ?? DATABASE_REFUSALS[code ?? ''];
  if (known) return new Problem(known);
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? new Problem('unreadable') : undefined;
}

const MOST_CAUSES = 4;
const LONGEST_CAUSE = 300;

/** Seconds after which to retry a server that was not ready. */
const COME_AGAIN = 5;

/** What an error and its causes say, in a line. */
export function causeOf(error: unknown): string {
  const said: string[] = [];
  for (let one = error; one instanceof Error && said.length < MOST_CAUSES; one = one.cause)
    said.push(one.message.split('\n', 1)[0] || String((one as { code?: string }).code ?? one.name));
  return said.join(': ').slice(0, LONGEST_CAUSE);
}

/** Answers a problem, in the reader's language. */
export function sendProblem(reply: FastifyReply, problem: Problem, language: Language, cause?: string): FastifyReply {
  reply.request.refusal = { problem: problem.code, ...(cause === undefined ? {} : { cause }) };
  const retryAfter = problem.told.more?.['retryAfter'] ?? (PROBLEMS[problem.code].status === 503 ? COME_AGAIN : undefined);
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return reply
    .code(PROBLEMS[problem.code].status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(problemDetails(problem, language));
}
