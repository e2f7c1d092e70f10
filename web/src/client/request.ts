import type * as api from '@parindex/core/contracts/schemas/index';
import type { z } from 'zod';

/** What an operation answers, by the schema that the server answers with. */
export type Answer<K extends keyof typeof api> = (typeof api)[K] extends z.ZodType ? z.output<(typeof api)[K]> : never;

/** What an operation takes. */
export type Sent<K extends keyof typeof api> = (typeof api)[K] extends z.ZodType ? z.input<(typeof api)[K]> : never;

export interface FaultTold {
  readonly code: string;
  readonly path: string;
  readonly line?: number;
  readonly message: string;
}

/** A refusal as the API tells it (RFC 9457); what else it says stands under its own keys. */
export interface ProblemTold {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly faults?: readonly FaultTold[];
  readonly faultCount?: number;
  readonly [more: string]: unknown;
}

/** The server refused, and says why. */
export class Refused extends Error {
  readonly problem: ProblemTold;
  constructor(problem: ProblemTold) {
    super(problem.title);
    this.problem = problem;
  }
}

/** Nobody answered: the line is cut, or the server is away. What was sent may or may not have arrived. */
export class Unanswered extends Error {}

export const isRefusal = (error: unknown, code: string): error is Refused => error instanceof Refused && error.problem.code === code;

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Query = Readonly<Record<string, string | number | undefined>>;

const queryText = (query: Query): string => {
  const told = Object.entries(query).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, String(value)]]));
  return told.length === 0 ? '' : `?${new URLSearchParams(told)}`;
};

/** Sign-ins that ended while a page stood open are told here. */
export const signedOut = new EventTarget();

/** A line can swallow a question without a word: a reading is then given up, and may be asked anew. */
const LONGEST_READING = 60_000;

let ahead = 0;

/** The present moment by the server's clock, to the second: deadlines are its matter, whatever this device's clock says. */
export const serverNow = (): Date => new Date(Date.now() + ahead);

interface Asking {
  readonly body?: unknown;
  /** In place of a body: JSON as it stands in a file, so that faults tell its lines. */
  readonly text?: string;
  /** In place of a body: a file, and what it is sent as. */
  readonly file?: { readonly content: Blob; readonly type: string };
  readonly query?: Query;
  readonly signal?: AbortSignal;
}

/** Asks the API; throws Refused or Unanswered. */
export async function ask<T>(method: Method, path: string, asking: Asking = {}): Promise<T> {
  return (await contentOf(await answerTo(method, path, asking))) as T;
}

/** The same where the very text of the answer is wanted. */
export const askText = async (path: string): Promise<string> => whole((await answerTo('GET', path, {})).text());

/** The same where a file is answered; one that is made of what is sent, where something is. */
export const askFile = async (path: string, body?: unknown): Promise<Blob> =>
  whole((await answerTo(body === undefined ? 'GET' : 'POST', path, { body })).blob());

/** An answer that breaks off half-way is none. */
const whole = <T>(content: Promise<T>): Promise<T> =>
  content.catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : new Unanswered('the answer broke off', { cause: error });
  });

async function answerTo(method: Method, path: string, { body, text, file, query = {}, signal }: Asking): Promise<Response> {
  const sent = file?.content ?? text ?? (body === undefined ? undefined : JSON.stringify(body));
  const limits = [signal ?? [], method === 'GET' ? AbortSignal.timeout(LONGEST_READING) : []].flat();
  let response: Response;
  try {
    response = await fetch(path + queryText(query), {
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

/** Most answers are JSON; documents come as they were written. */
async function contentOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  return whole(response.headers.get('content-type')?.startsWith('text/plain') ? response.text() : response.json());
}

/** A proxy before the server answers in no form of ours: then nothing is known. */
async function problemIn(response: Response): Promise<ProblemTold> {
  const told = (await response.json().catch(() => undefined)) as Partial<ProblemTold> | undefined;
  if (typeof told?.code !== 'string' || typeof told.title !== 'string') throw new Unanswered(`status ${response.status}`);
  return told as ProblemTold;
}

/** Part of an address: ids come from people and other systems. */
export const inPath = (part: string): string => encodeURIComponent(part);
