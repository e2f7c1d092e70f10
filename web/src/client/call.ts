import type { Answer, Contract, SentBody, SentParams, SentQuery } from '@parindex/core/contracts/contract';
import { confirmedWhereAsked } from './confirmation.ts';
import { request, Unanswered } from './request.ts';

/** A part of a request: absent if its contract has none, optional if all its members are. */
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? unknown
  : object extends Value
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value };

/** Read-only lists and objects are accepted too. */
type Given<Value> = Value extends readonly (infer Member)[]
  ? readonly Given<Member>[]
  : Value extends object
    ? { readonly [K in keyof Value]: Given<Value[K]> }
    : Value;

/** Undefined query parameters are left out. */
type Query<C extends Contract> = { readonly [K in keyof SentQuery<C>]: SentQuery<C>[K] | undefined };

type Addressed<C extends Contract> = Part<'params', SentParams<C>> & Part<'query', SentQuery<C> extends undefined ? undefined : Query<C>>;

type Content<C extends Contract> = C extends { readonly takes: readonly string[] }
  ? { readonly file: { readonly content: Blob; readonly type: C['takes'][number] } }
  : SentBody<C> extends undefined
    ? unknown
    : Part<'body', Given<SentBody<C>>> | { readonly text: string };

type Sent<C extends Contract> = Addressed<C> & Content<C> & { readonly signal?: AbortSignal | undefined };

/** The arguments of a call; optional where the contract needs none. */
type Sending<C extends Contract> = object extends Sent<C> ? [sent?: Sent<C>] : [sent: Sent<C>];

interface AnySent {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly text?: string;
  readonly file?: { readonly content: Blob; readonly type: string };
  readonly signal?: AbortSignal | undefined;
}

const addressIn = ({ url }: Contract, { params = {}, query = {} }: AnySent = {}): string => {
  // Ids come from people and other systems, so they are encoded.
  const path = url.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const said = Object.entries(query).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, String(value)]]));
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`;
};

/** The address of a route: for links, downloads, streams, and code that sends bytes itself. */
export const addressOf = <C extends Contract>(contract: C, ...[sent]: object extends Addressed<C> ? [sent?: Addressed<C>] : [sent: Addressed<C>]): string =>
  addressIn(contract, sent as AnySent | undefined);

const answerTo = (contract: Contract, sent: AnySent = {}): Promise<Response> =>
  confirmedWhereAsked(() => request(contract.method, addressIn(contract, sent), sent));

/** An answer that breaks off half-way counts as none. */
const whole = <T>(content: Promise<T>): Promise<T> =>
  content.catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : new Unanswered('the answer broke off', { cause: error });
  });

/** Calls a route and returns its answer; throws Refused or Unanswered. Most answers are JSON; texts are returned unchanged. */
export async function call<C extends Contract>(contract: C, ...[sent]: Sending<C>): Promise<Answer<C>> {
  const response = await answerTo(contract, sent as AnySent | undefined);
  if (response.status === 204) return undefined as Answer<C>;
  return whole<Answer<C>>(response.headers.get('content-type')?.startsWith('text/plain') ? (response.text() as Promise<Answer<C>>) : response.json());
}

/** The same, returning the raw text of the answer. */
export const callForText = async <C extends Contract>(contract: C, ...[sent]: Sending<C>): Promise<string> =>
  whole((await answerTo(contract, sent as AnySent | undefined)).text());

/** The same for a route that answers a file. */
export const callForFile = async <C extends Contract>(contract: C, ...[sent]: Sending<C>): Promise<Blob> =>
  whole((await answerTo(contract, sent as AnySent | undefined)).blob());
