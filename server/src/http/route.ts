import { setImmediate } from 'node:timers/promises';
import { at, Faults, type Language, type Raw, type RawDocument, ROOT } from '@parindex/core';
import type { Access, Body, Contract, Params, Query } from '@parindex/core/contracts/contract';
import { countsByMoment, type Permission, type SubjectOf } from '@parindex/core/rights/index';
import type { RecordedAct } from '@parindex/core/words/acts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Acting, Effect } from '../audit/acting.ts';
import type { Context } from '../context.ts';
import { inTransaction, type Reading, type Writing } from '../db/transaction.ts';
import { actingMembershipOf, admitted, asCaller, type Caller, credentialsOf, refuseCrossSite, requireConfirmed } from './admission.ts';
import { type Answer, type AnyAnswer, WrittenJson } from './answer.ts';
import { bodyLimitOf, SMALL_BODY } from './body-admission.ts';
import { refuseStrayingClock } from './clock-drift.ts';
import { CONTROL, type Content, readContent } from './content.ts';
import { type Schemas, schemasOf, takesVersion } from './contract-schemas.ts';
import { type Draft, draftOf } from './draft.ts';
import { operationOf } from './openapi.ts';
import { Problem } from './problems.ts';
import { withVersionSeen } from './seen-version.ts';
import { addZodFaults } from './zod-faults.ts';

/** What every step of a route gets from the request. */
interface RouteRequest<C extends Contract> {
  readonly params: Params<C>;
  readonly query: Query<C>;
  readonly language: Language;
  readonly receivedAt: Date;
  readonly request: FastifyRequest;
}

export interface PrepareRequest<C extends Contract> extends RouteRequest<C> {
  /** The file that was sent, where the route takes one. */
  readonly bytes: Buffer;
  /** The valid part of the body, where it takes none. */
  readonly draft: Draft<Body<C>>;
  /** Queries in the caller's name, in a transaction that ends before the work begins. */
  asCaller<T>(work: (db: Reading, caller: Caller) => Promise<T>): Promise<T>;
}

export interface FindRequest<C extends Contract> extends RouteRequest<C> {
  readonly db: Writing;
  readonly caller: Caller | null;
  /** The valid part of the body: rights may depend on what it names. */
  readonly draft: Draft<Body<C>>;
}

export interface JudgeRequest<C extends Contract, F> extends FindRequest<C> {
  readonly found: F;
  /** The body as sent, for checks that no schema can make. */
  readonly raw: Raw;
}

export interface HandleRequest<C extends Contract, F, J, P> extends RouteRequest<C> {
  readonly acting: Acting;
  /** For read-only routes. */
  readonly db: Reading;
  readonly caller: Caller | null;
  readonly body: Body<C>;
  readonly found: F;
  /** The result of `judge`. */
  readonly judged: J;
  /** The result of `prepare`; undefined if no such file was sent, or the caller lacks the right. Where it was made of what stands otherwise by now: `Overtaken`. */
  readonly prepared: P | undefined;
  readonly reply: FastifyReply;
}

type SubjectFor<A extends Access> = A extends Permission ? SubjectOf<A> : object;

/** What is found includes everything that the right depends on. */
interface FoundSubject<C extends Contract> {
  readonly of: SubjectFor<C['access']>;
}

/** The steps of a route: prepare, find or 404, check rights or 403, judge, act, present. Rights, input and answers are stated by its contract. */
export interface Route<C extends Contract, F extends FoundSubject<C> | undefined, J = unknown, P = unknown> {
  /**
   * Reads an uploaded file, or works out what takes long, before the transaction begins, so that no connection waits for a process or scanner. Nothing
   * is started for callers without the right.
   */
  prepare?(request: PrepareRequest<C>): Promise<P | undefined>;
  find?(request: FindRequest<C>): Promise<F>;
  /** Adds faults that the schema cannot see, so that all are reported at once; its result is passed to `handle` if there are none. */
  judge?(request: JudgeRequest<C, NonNullable<F>>, faults: Faults): Promise<J | undefined>;
  handle(request: HandleRequest<C, NonNullable<F>, J, P>): Promise<Answer<C>>;
}

/** What `prepare` made does not fit any more what stands, as somebody wrote meanwhile: nothing is kept, and it is made anew. */
export class Overtaken extends Error {}

/** Whoever is overtaken as often is asked to send again. */
const MOST_TURNS = 8;

/** Vietnamese unless the reader prefers English. */
export function languageOf(request: FastifyRequest): Language {
  const first = String(request.headers['accept-language'] ?? '')
    .split(',')
    .find((part) => /^\s*(vi|en)\b/i.test(part));
  return first !== undefined && /^\s*en/i.test(first) ? 'en' : 'vi';
}

function parsePart(schema: z.ZodType | undefined, value: unknown, part: string, faults: Faults): unknown {
  if (!schema) return undefined;
  // The body's own reader has checked it.
  if (part !== 'body')
    for (const [key, text] of Object.entries(value as object)) if (CONTROL.test(String(text))) faults.add('badCharacter', at(ROOT, part, key));
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  addZodFaults(parsed.error, part === 'body' ? ROOT : at(ROOT, part), faults);
  return undefined;
}

/** Serves a contract. */
export function defineRoute<const C extends Contract, F extends FoundSubject<C> | undefined = undefined, J = undefined, P = undefined>(
  app: FastifyInstance,
  context: Context,
  contract: C,
  route: Route<C, F, J, P>,
): void {
  const schemas = schemasOf(contract);
  const serve = (scope: FastifyInstance) =>
    scope.route({
      method: contract.method,
      url: contract.url.replaceAll(/\{(\w+)\}/g, ':$1'),
      schema: operationOf(contract, schemas),
      exposeHeadRoute: contract.method === 'GET' && !contract.withoutHead,
      bodyLimit: bodyLimitOf(contract),
      config: { contract, ...(contract.takes ? { judgeSender: (request) => judgeSender(context, contract, schemas, route, request) } : {}) },
      handler: (request, reply) => answer(context, contract, schemas, route, request, reply),
    });
  const { takes } = contract;
  if (!takes) serve(app);
  // In a scope of its own, as no other route accepts such bytes.
  else
    app.register(async (scope) => {
      // What is no such file is not read at all.
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser([...takes], { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
      serve(scope);
    });
}

async function answer<C extends Contract, F extends FoundSubject<C> | undefined, J, P>(
  context: Context,
  contract: C,
  schemas: Schemas,
  route: Route<C, F, J, P>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const sent = new SentBody<Body<C>>(schemas.body, request);
  for (let turn = 1; ; turn += 1) {
    try {
      return await answerInTurn(context, contract, schemas, route, request, reply, sent);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      if (turn === MOST_TURNS) throw new Problem('notReady');
    }
  }
}

async function answerInTurn<C extends Contract, F extends FoundSubject<C> | undefined, J, P>(
  context: Context,
  contract: C,
  schemas: Schemas,
  route: Route<C, F, J, P>,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: SentBody<Body<C>>,
): Promise<FastifyReply> {
  const { receivedAt } = request;
  const language = languageOf(request);
  const credentials = credentialsOf(request);
  const unsafe = contract.method !== 'GET';
  if (unsafe && credentials.token === undefined) refuseCrossSite(request);
  const prepared = route.prepare && (await prepare(context, contract, schemas, route.prepare, request, sent));

  const inside = await inTransaction(context.pool, credentials, receivedAt, unsafe || contract.recordsView !== undefined, async (db, who, databaseClock) => {
    request.account = who?.account ?? null;
    const caller = admitted(contract.access, who, unsafe);
    const { params, query } = readAddress<C>(schemas, request);

    const known = { params, query, language, receivedAt, request, db, caller };
    const found = route.find ? await route.find(withDraft(known, sent)) : undefined;
    if (route.find && !found) throw new Problem('notFound');
    const membership = actingMembershipOf(contract.access, caller, found?.of ?? {});
    if (unsafe && isCountedByMoment(contract.access)) refuseStrayingClock(context.clock, databaseClock);
    requireConfirmed(contract, who, receivedAt);

    const faults = new Faults();
    const { content } = sent;
    if (content) faults.addAll(content.faults);
    else if (schemas.body) throw new Problem('unreadable', { detail: NO_CONTENT });
    // A large body with many faults takes the loop some tenths of a second at each step: others come in between.
    if (content && isLarge(request)) await setImmediate();
    const parsedBody = parsePart(schemas.body, content?.plain, 'body', faults) as Body<C>;
    if (content && isLarge(request)) {
      if (faults.list.length > MOST_OF_SHAPE) throw new Problem('faulty', { faults });
      await setImmediate();
    }
    const judged = route.judge && content && found ? await route.judge(withDraft({ ...known, found, raw: content.raw }, sent), faults) : undefined;
    if (!faults.none) throw new Problem('faulty', { faults });

    const recorded = new Set<RecordedAct>();
    const acting: Acting = { db, account: caller?.account ?? null, membership: membership ?? null, receivedAt, recorded };
    const answered: AnyAnswer = await route.handle({
      ...{ params, query, language, receivedAt, request, db, caller, acting, reply },
      ...{ body: parsedBody, found: found as NonNullable<F>, judged: judged as J, prepared },
    });
    refuseUntold(contract, recorded, answered.effect ?? 'done');
    return answered;
  });
  if (inside.refusedWith) throw inside.refusedWith;
  const { status = 200, body, headers = {} } = inside.after ? await inside.after() : inside;
  for (const [name, value] of Object.entries(headers)) reply.header(name, value);
  if (!headers['cache-control']) reply.header('cache-control', 'no-store');
  return send(reply, status, body);
}

function send(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  if (body === undefined) return reply.code(status === 200 ? 204 : status).send();
  if (!(body instanceof WrittenJson)) return reply.code(status).send(body);
  return reply.code(status).type('application/json; charset=utf-8').send(body.bytes);
}

/** Judges the right to send a file before it comes: what it is sent to, the address alone names. */
async function judgeSender<C extends Contract, F extends FoundSubject<C> | undefined, J, P>(
  context: Context,
  contract: C,
  schemas: Schemas,
  route: Route<C, F, J, P>,
  request: FastifyRequest,
): Promise<void> {
  const { receivedAt } = request;
  await inTransaction(context.pool, credentialsOf(request), receivedAt, true, async (db, who) => {
    request.account = who?.account ?? null;
    const caller = admitted(contract.access, who, true);
    const findRequest: FindRequest<C> = {
      ...readAddress<C>(schemas, request),
      ...{ language: languageOf(request), receivedAt, request, db, caller, draft: {} as Draft<Body<C>> },
    };
    const found = await route.find?.(findRequest);
    if (route.find && !found) throw new Problem('notFound');
    actingMembershipOf(contract.access, caller, found?.of ?? {});
    requireConfirmed(contract, who, receivedAt);
  });
}

/** Requires an audit record of every change, and only acts that the contract names. */
function refuseUntold({ method, url, acts = [], recordsView }: Contract, recorded: ReadonlySet<RecordedAct>, effect: Effect): void {
  const other = [...recorded].find((act) => !acts.includes(act));
  if (other !== undefined) throw new Error(`${method} ${url} recorded ${other}, which its contract does not name`);
  if (effect === 'unchanged' && recorded.size > 0) throw new Error(`${method} ${url} says that it changed nothing, and recorded ${[...recorded].join(', ')}`);
  if (effect === 'done' && (method !== 'GET' || recordsView === true) && recorded.size === 0) throw new Error(`${method} ${url} left no trace in the audit`);
}

/** Params and query. Invalid params mean that there is no such place; an invalid query is a fault. */
function readAddress<C extends Contract>(schemas: Schemas, request: FastifyRequest): { readonly params: Params<C>; readonly query: Query<C> } {
  const faults = new Faults();
  const params = parsePart(schemas.params, request.params, 'params', faults) as Params<C>;
  if (!faults.none) throw new Problem('notFound');
  const query = parsePart(schemas.query, request.query, 'query', faults) as Query<C>;
  if (!faults.none) throw new Problem('faulty', { faults });
  return { params, query };
}

/** Faults of shape beyond which what a large body says is judged once its shape is mended: nobody reads as many, and each step over them holds all others up. */
const MOST_OF_SHAPE = 1_000;

const isLarge = ({ headers }: FastifyRequest): boolean => !(Number(headers['content-length']) <= SMALL_BODY);

const isCountedByMoment = (access: Access): boolean => access !== 'public' && access !== 'secondFactor' && countsByMoment(access);

const NO_CONTENT = { vi: 'Yêu cầu không có nội dung.', en: 'The request has no content.' };

/** A body as it was sent, worked through where somebody first looks at it: of whoever may not, nobody looks, unless the right hangs on what it says. */
class SentBody<B> {
  readonly #schema: z.ZodType | undefined;
  readonly #request: FastifyRequest;
  #content: (Content & { readonly faults: Faults }) | undefined;
  #draft: Draft<B> | undefined;

  constructor(schema: z.ZodType | undefined, request: FastifyRequest) {
    this.#schema = schema;
    this.#request = request;
  }

  get content() {
    if (this.#schema) this.#content ??= contentOf(this.#schema, this.#request);
    return this.#content;
  }

  get draft(): Draft<B> {
    this.#draft ??= ((this.#schema && draftOf(this.#schema, this.content?.plain)) ?? {}) as Draft<B>;
    return this.#draft;
  }
}

const withDraft = <T extends object, B>(known: T, sent: SentBody<B>) =>
  Object.defineProperty(known, 'draft', { get: () => sent.draft, enumerable: true }) as T & { readonly draft: Draft<B> };

/** The parsed body with faults that any body can have; undefined without a body. */
function contentOf(schema: z.ZodType, request: FastifyRequest): (Content & { readonly faults: Faults }) | undefined {
  const document = request.body as RawDocument | null | undefined;
  if (!document) return undefined;
  const faults = new Faults();
  const content = readContent(document, faults);
  return { ...(takesVersion(schema) ? withVersionSeen(content, request, faults) : content), faults };
}

async function prepare<C extends Contract, P>(
  context: Context,
  contract: C,
  schemas: Schemas,
  read: (request: PrepareRequest<C>) => Promise<P | undefined>,
  request: FastifyRequest,
  sent: SentBody<Body<C>>,
): Promise<P | undefined> {
  const bytes: unknown = request.body;
  const [params, query] = [schemas.params?.safeParse(request.params), schemas.query?.safeParse(request.query)];
  if (params?.success === false || query?.success === false || contract.access === 'public' || contract.access === 'secondFactor') return undefined;
  if (contract.takes && !Buffer.isBuffer(bytes)) return undefined;
  const { access } = contract;
  const known = {
    ...{ params: params?.data as Params<C>, query: query?.data as Query<C>, bytes: bytes as Buffer },
    ...{ language: languageOf(request), receivedAt: request.receivedAt, request },
    asCaller: <T>(work: (db: Reading, caller: Caller) => Promise<T>) => asCaller(context, request, access, true, work),
  };
  return read(withDraft(known, sent));
}
