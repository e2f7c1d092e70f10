import type { Method } from '@parindex/core/contracts/contract';
import type * as api from '@parindex/core/contracts/schemas/index';
import type { z } from 'zod';

/** What an operation answers, by the schema that the server answers with. */
export type Answer<K extends keyof typeof api> = (typeof api)[K] extends z.ZodType ? z.output<(typeof api)[K]> : never;

/** What an operation takes. */
export type Sent<K extends keyof typeof api> = (typeof api)[K] extends z.ZodType ? z.input<(typeof api)[K]> : never;

export interface FaultAnswer {
  readonly code: string;
  readonly path: string;
  readonly line?: number;
  readonly message: string;
}

/** A refusal as the API tells it (RFC 9457); what else it says stands under its own keys. */
export interface ProblemAnswer {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly faults?: readonly FaultAnswer[];
  readonly faultCount?: number;
  readonly [more: string]: unknown;
}

/** The server refused, and says why. */
export class Refused extends Error {
  readonly problem: ProblemAnswer;
  constructor(problem: ProblemAnswer) {
    super(problem.title);
    this.problem = problem;
  }
}

/** Nobody answered: the line is cut, or the server is away. What was sent may or may not have arrived. */
export class Unanswered extends Error {}

export const isRefusal = (error: unknown, code: string): error is Refused => error instanceof Refused && error.problem.code === code;

/** Sign-ins that ended while a page stood open are told here. */
export const signedOut = new EventTarget();

/** A line can swallow a question without a word: a reading is then given up, and may be asked anew. */
const LONGEST_READING = 60_000;

let ahead = 0;

/** The present moment by the server's clock, to the second: deadlines are its matter, whatever this device's clock says. */
export const serverNow = (): Date => new Date(Date.now() + ahead);

interface Sending {
  readonly body?: unknown;
  /** In place of a body: JSON as it stands in a file, so that faults tell its lines. */
  readonly text?: string;
  /** In place of a body: a file, and what it is sent as. */
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
      headers: { 'accept-language': document.documentElement.lang, ...(sent === undefined ? {} : { 'content-type': file?.type ?? 'application/json' }) },
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

/** A proxy before the server answers in no form of ours: then nothing is known. */
async function problemIn(response: Response): Promise<ProblemAnswer> {
  const told = (await response.json().catch(() => undefined)) as Partial<ProblemAnswer> | undefined;
  if (typeof told?.code !== 'string' || typeof told.title !== 'string') throw new Unanswered(`status ${response.status}`);
  return told as ProblemAnswer;
}
