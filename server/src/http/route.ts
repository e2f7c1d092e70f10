import { createHash } from 'node:crypto';
import { at, Faults, type Language, type Raw, ROOT } from '@parindex/core';
import { actingMembership, may, type Permission, type Subject } from '@parindex/core/rights/index';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Acting } from '../audit/acting.ts';
import type { Context } from '../context.ts';
import { type Credentials, type FoundCaller, findCallers, inTransaction, type Reading, type Writing } from '../db/transaction.ts';
import { CONTROL, type Content, readContent } from './content.ts';
import { PROBLEMS, Problem } from './problems.ts';
import { withVersionSeen } from './seen-version.ts';
import { addZodFaults } from './zod-faults.ts';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

/** What a personal token may be for. */
export type Scope = 'read' | 'write';

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

export interface Caller {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly session: string;
  readonly memberships: FoundCaller['memberships'];
  /** Whether a token speaks, not a person at a screen. */
  readonly byToken: boolean;
}

interface Asked<P, Q> {
  readonly params: P;
  readonly query: Q;
  readonly language: Language;
  readonly receivedAt: Date;
  readonly request: FastifyRequest;
}

export interface FindAsked<P, Q> extends Asked<P, Q> {
  readonly db: Writing;
  readonly caller: Caller | null;
}

export interface HandleAsked<P, Q, B, F, J> extends Asked<P, Q> {
  readonly acting: Acting;
  /** For what only shows. */
  readonly db: Reading;
  readonly caller: Caller | null;
  readonly body: B;
  readonly found: F;
  /** What `judge` made of the body. */
  readonly judged: J;
  readonly reply: FastifyReply;
}

/** A route reads as a sentence: find or not found, may or refused, act, present. */
export interface Route<
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
  F extends { readonly of: Subject } | undefined,
  J = unknown,
> {
  readonly method: Method;
  readonly url: string;
  readonly summary: Readonly<Record<Language, string>>;
  readonly tag: string;
  /** `public`: for whoever comes; `secondFactor`: a sign-in that waits for it too; else a right of the policy table. */
  readonly access: Permission | 'public' | 'secondFactor';
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answers: Readonly<Record<number, z.ZodType>>;
  /** Most bytes of a body; 1 MiB where nothing is said. */
  readonly bodyLimit?: number;
  /** A GET that leaves a trace: views of personal data and of the trail itself; `sometimes`: of some things alone. */
  readonly recordsView?: boolean | 'sometimes';
  /** A GET that is answered to no HEAD: its answer would be made for nobody. */
  readonly withoutHead?: boolean;
  find?(asked: FindAsked<Parsed<P>, Parsed<Q>>): Promise<F>;
  /** Adds faults that the schema cannot see, to those that it saw, so that all are told at once; what it answers, `handle` gets where there were none. */
  judge?(asked: FindAsked<Parsed<P>, Parsed<Q>> & { found: NonNullable<F>; raw: Raw }, faults: Faults): Promise<J | undefined>;
  handle(asked: HandleAsked<Parsed<P>, Parsed<Q>, Parsed<B>, NonNullable<F>, J>): Promise<Answer>;
}

export interface Answer {
  /** Told after all is kept: a failed sign-in is counted and recorded, though it is refused. */
  readonly refusedWith?: Problem;
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What tests drive the rights matrix from. */
export interface KnownRoute {
  readonly method: Method;
  readonly url: string;
  readonly access: Permission | 'public' | 'secondFactor';
}

const known = new WeakMap<Context, KnownRoute[]>();

/** All routes of the API, in the order in which they were made. */
export const routesOf = (context: Context): readonly KnownRoute[] => known.get(context) ?? [];

export const SESSION_COOKIE = 'parindex_session';

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

const BEARER = /^Bearer ([A-Za-z0-9_-]{20,200})$/;

/** What a request says of who asks, as hashes. */
export function credentialsOf(request: FastifyRequest): Credentials {
  const bearer = BEARER.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return { token: hashOfToken(bearer).toString('hex') };
  const cookie = request.cookies[SESSION_COOKIE];
  return cookie ? { session: hashOfToken(cookie).toString('hex') } : {};
}

/** A browser says where a request comes from; one that another site made it send is refused. */
function refuseCrossSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') || (origin !== undefined && URL.parse(origin)?.host !== request.headers.host);
  if (foreign) throw new Problem('crossSite');
}

/** Vietnamese unless the reader prefers English. */
export function languageOf(request: FastifyRequest): Language {
  const first = String(request.headers['accept-language'] ?? '')
    .split(',')
    .find((part) => /^\s*(vi|en)\b/i.test(part));
  return first !== undefined && /^\s*en/i.test(first) ? 'en' : 'vi';
}

function parsePart(schema: z.ZodType | undefined, value: unknown, part: string, faults: Faults): unknown {
  if (!schema) return undefined;
  // Of a body, its own reader has looked.
  if (part !== 'body')
    for (const [key, text] of Object.entries(value as object)) if (CONTROL.test(String(text))) faults.add('badCharacter', at(ROOT, part, key));
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  addZodFaults(parsed.error, part === 'body' ? ROOT : at(ROOT, part), faults);
  return undefined;
}

/** Makes the routes of the API. */
export function defineRoute<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  F extends { readonly of: Subject } | undefined = undefined,
  J = undefined,
>(app: FastifyInstance, context: Context, route: Route<P, Q, B, F, J>): void {
  known.set(context, [...routesOf(context), { method: route.method, url: route.url, access: route.access }]);
  app.route({
    method: route.method,
    url: route.url.replaceAll(/\{(\w+)\}/g, ':$1'),
    schema: documentOf(route),
    exposeHeadRoute: route.method === 'GET' && !route.withoutHead,
    ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
    handler: (request, reply) => answer(context, route, request, reply),
  });
}

async function answer<
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
  F extends { readonly of: Subject } | undefined,
  J,
>(context: Context, route: Route<P, Q, B, F, J>, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { receivedAt } = request;
  const language = languageOf(request);
  const credentials = credentialsOf(request);
  const unsafe = route.method !== 'GET';
  if (unsafe && credentials.token === undefined) refuseCrossSite(request);

  const {
    refusedWith,
    status = 200,
    body,
    headers = {},
  } = await inTransaction(context.pool, credentials, receivedAt, unsafe || route.recordsView !== undefined, async (db, who) => {
    const caller = admitted(route.access, who, unsafe);
    const faults = new Faults();
    const params = parsePart(route.params, request.params, 'params', faults) as Parsed<P>;
    // An address that cannot be is no place; a query that cannot be is a fault.
    if (!faults.none) throw new Problem('notFound');
    const query = parsePart(route.query, request.query, 'query', faults) as Parsed<Q>;
    if (!faults.none) throw new Problem('faulty', { faults });

    const asked: FindAsked<Parsed<P>, Parsed<Q>> = { params, query, language, receivedAt, request, db, caller };
    const found = route.find ? await route.find(asked) : undefined;
    if (route.find && !found) throw new Problem('notFound');
    const office = officeOf(route.access, caller, found?.of ?? {});

    const content = route.body ? contentOf(route.body, request, faults) : undefined;
    const parsedBody = parsePart(route.body, content?.plain, 'body', faults) as Parsed<B>;
    const judged = route.judge && content && found ? await route.judge({ ...asked, found, raw: content.raw }, faults) : undefined;
    if (!faults.none) throw new Problem('faulty', { faults });

    const acting: Acting = { db, account: caller?.account ?? null, office: office ?? null, receivedAt, recorded: 0 };
    const answered = await route.handle({ ...asked, acting, body: parsedBody, found: found as NonNullable<F>, judged: judged as J, reply });
    if ((unsafe || route.recordsView === true) && acting.recorded === 0) throw new Error(`${route.method} ${route.url} left no trace in the audit`);
    return answered;
  });
  if (refusedWith) throw refusedWith;
  for (const [name, value] of Object.entries(headers)) reply.header(name, value);
  if (!headers['cache-control']) reply.header('cache-control', 'no-store');
  return body === undefined ? reply.code(status === 200 ? 204 : status).send() : reply.code(status).send(body);
}

/** For what is no JSON: finds who asks and refuses as a route does; `work` runs in a transaction that only shows. */
export function asCaller<T>(
  context: Context,
  request: FastifyRequest,
  access: Permission,
  unsafe: boolean,
  work: (db: Reading, caller: Caller) => Promise<T>,
): Promise<T> {
  const credentials = credentialsOf(request);
  if (unsafe && credentials.token === undefined) refuseCrossSite(request);
  return asHolder(context, credentials, request.receivedAt, access, unsafe, work);
}

/** The same for an answer that goes on after its request: whoever holds the credentials, as things stand at the moment. */
export function asHolder<T>(
  { pool }: Pick<Context, 'pool'>,
  credentials: Credentials,
  moment: Date,
  access: Permission,
  unsafe: boolean,
  work: (db: Reading, caller: Caller) => Promise<T>,
): Promise<T> {
  return inTransaction(pool, credentials, moment, false, async (db, who) => {
    const caller = admitted(access, who, unsafe);
    if (!caller) throw new Problem('notSignedIn');
    return work(db, caller);
  });
}

/** Who holds each of many credentials at a moment, as a route would admit them to what only shows; null where it would not. */
export async function admittedHolders(
  { pool }: Pick<Context, 'pool'>,
  credentials: readonly Credentials[],
  moment: Date,
  access: Permission,
): Promise<(Caller | null)[]> {
  return (await findCallers(pool, credentials, moment)).map((who) => {
    try {
      return admitted(access, who, false);
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  });
}

function admitted(access: Permission | 'public' | 'secondFactor', who: FoundCaller | null, unsafe: boolean): Caller | null {
  if (access === 'public') return who?.complete ? callerOf(who) : null;
  if (!who) throw new Problem('notSignedIn');
  if (access === 'secondFactor') return callerOf(who);
  if (!who.complete) throw new Problem('secondFactorNeeded');
  if (who.scopes && !who.scopes.includes(unsafe ? 'write' : 'read')) throw new Problem('outOfScope');
  // A token works with data; who one is and what one may is changed by the person alone.
  if (who.scopes && unsafe && !TOKEN_WRITES.some((prefix) => access.startsWith(prefix))) throw new Problem('outOfScope');
  return callerOf(who);
}

const TOKEN_WRITES = ['sheet.', 'evidence.write', 'evidence.withdraw', 'body.', 'dayOff.', 'edition.', 'round.', 'delivery.'];

const callerOf = ({ scopes, account, name, email, session, memberships }: FoundCaller): Caller => ({
  account,
  name,
  email,
  session,
  memberships,
  byToken: scopes !== null,
});

/** Refuses whoever may not; answers the office by which they may. */
function officeOf(access: Permission | 'public' | 'secondFactor', caller: Caller | null, subject: Subject): string | undefined {
  if (access === 'public' || access === 'secondFactor' || !caller) return undefined;
  if (!may(caller.memberships, access, subject)) throw new Problem('refused');
  return actingMembership(caller.memberships, access, subject)?.id;
}

const takesVersion = (body: z.ZodType | undefined): boolean => body instanceof z.ZodObject && 'version' in body.shape;

function contentOf(body: z.ZodType, request: FastifyRequest, faults: Faults): Content {
  const content = readContent(request, faults);
  return takesVersion(body) ? withVersionSeen(content, request, faults) : content;
}

const IF_MATCH = { type: 'object', properties: { 'if-match': { type: 'string', description: 'The ETag that was seen, in the place of `version`' } } };

const asJsonSchema = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' });
  return rest;
};

/** A name for generated clients: "postRoundsSheetsEntries" with what stands in braces as By…. */
const operationId = ({ method, url }: Pick<KnownRoute, 'method' | 'url'>): string =>
  method.toLowerCase() +
  url
    .replace('/api', '')
    .split('/')
    .filter(Boolean)
    .map((part) =>
      part.startsWith('{')
        ? `By${part.slice(1, -1).replace(/^./, (first) => first.toUpperCase())}`
        : part.replaceAll(/(?:^|-)(.)/g, (_, first: string) => first.toUpperCase()),
    )
    .join('');

/** How the route stands in the OpenAPI document. */
function documentOf(
  route: Pick<
    Route<z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined, undefined>,
    'method' | 'url' | 'summary' | 'tag' | 'access' | 'params' | 'query' | 'body' | 'answers'
  >,
): object {
  const { summary, tag, access, params, query, body, answers } = route;
  return {
    operationId: operationId(route),
    summary: summary.vi,
    description: summary.en,
    tags: [tag],
    ...(access === 'public' ? { security: [] } : {}),
    ...(params ? { params: asJsonSchema(params, 'input') } : {}),
    ...(query ? { querystring: asJsonSchema(query, 'input') } : {}),
    ...(takesVersion(body) ? { headers: IF_MATCH } : {}),
    ...(body ? { body: asJsonSchema(body, 'input') } : {}),
    response: {
      ...Object.fromEntries(Object.entries(answers).map(([status, schema]) => [status, asJsonSchema(schema, 'output')])),
      default: { description: 'Problem details (RFC 9457)', content: { 'application/problem+json': { schema: PROBLEM_SCHEMA } } },
    },
  };
}

const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    detail: { type: 'string' },
    faults: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'path', 'message'],
        properties: { code: { type: 'string' }, path: { type: 'string' }, line: { type: 'integer' }, message: { type: 'string' } },
      },
    },
  },
};
