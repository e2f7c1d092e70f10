import type { Method } from '@parindex/core/contracts/contract';
import type * as api from '@parindex/core/contracts/schemas/index';
import type { z } from 'zod';
import { isAttended } from './attendance.ts';

/** The answer of an operation, by the schema that the server uses. */
export type Answer<K extends keyof typeof api> = (typeof api)[K] extends z.ZodType ? z.output<(typeof api)[K]> : never;

/** The input of an operation. */
export type Sent<K extends keyof typeof api> = (typeof api)[K] extends z.ZodType ? z.input<(typeof api)[K]> : never;

export interface FaultAnswer {
  readonly code: string;
  readonly path: string;
  /** The same in words; empty for the request as a whole. */
  readonly place: string;
  readonly line?: number;
  readonly message: string;
}

/** A refusal of the API (RFC 9457); additional members have their own keys. */
export interface ProblemAnswer {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly faults?: readonly FaultAnswer[];
  readonly faultCount?: number;
  readonly [more: string]: unknown;
}

/** The server refused, with the reason. */
export class Refused extends Error {
  readonly problem: ProblemAnswer;
  constructor(problem: ProblemAnswer) {
    super(problem.title);
    this.problem = problem;
  }
}

/** Nobody answered: offline, or the server is unavailable. What was sent may or may not have arrived. */
export class Unanswered extends Error {}

export const isRefusal = (error: unknown, code: string): error is Refused => error instanceof Refused && error.problem.code === code;

/** Notified when a session has ended while a page is open. */
export const signedOut = new EventTarget();

/** A connection can lose a request silently: reads are given up after this long, and may be repeated. */
const LONGEST_READING = 60_000;

let ahead = 0;

/** The present moment by the server's clock, to the second: deadlines depend on it, whatever this device's clock says. */
export const serverNow = (): Date => new Date(Date.now() + ahead);

interface Sending {
  readonly body?: unknown;
  /** Instead of a body: JSON exactly as in a file, so that faults can name its lines. */
  readonly text?: string;
  /** Instead of a body: a file and its media type. */
  readonly file?: { readonly content: Blob; readonly type: string };
  readonly signal?: AbortSignal | undefined;
}

/** Sends a request; throws Refused or Unanswered. */
export async function request(method: Method, address: string, { body, text, file, signal }: Sending): Promise<Response> {
  const sent = file?.content ?? text ?? (body === undefined ? undefined : JSON.stringify(body));
  const limits = [signal ?? [], method === 'GET' ? AbortSignal.timeout(LONGEST_READING) : []].flat();
  let response: Response;
  try {
    response = await fetch(address, {
      method,
      headers: {
        'accept-language': document.documentElement.lang,
        ...(isAttended() ? {} : { 'x-unattended': '1' }),
        ...(sent === undefined ? {} : { 'content-type': file?.type ?? 'application/json' }),
      },
      ...(sent === undefined ? {} : { body: sent }),
      ...(limits.length > 0 ? { signal: AbortSignal.any(limits) } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unanswered('no answer', { cause: error });
  }
  const told = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(told)) ahead = told - Date.now();
  if (response.ok) return response;
  const problem = await problemIn(response);
  if (problem.code === 'notSignedIn') signedOut.dispatchEvent(new Event('end'));
  throw new Refused(problem);
}

/** A proxy in front of the server answered in another format, so the outcome is unknown. */
async function problemIn(response: Response): Promise<ProblemAnswer> {
  const told = (await response.json().catch(() => undefined)) as Partial<ProblemAnswer> | undefined;
  if (typeof told?.code !== 'string' || typeof told.title !== 'string') throw new Unanswered(`status ${response.status}`);
  return told as ProblemAnswer;
}
