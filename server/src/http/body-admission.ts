import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Contract } from '@parindex/core/contracts/contract';
import { mayAnywhere } from '@parindex/core/rights/index';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { type FoundCaller, findCaller } from '../db/transaction.ts';
import { admitted, type Caller, credentialsOf, refuseCrossSite } from './admission.ts';
import { BytesInFlight } from './bytes-in-flight.ts';
import { Problem } from './problems.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

/** Most bytes of a body where its contract says nothing: of whoever is signed in, and of whoever comes. */
const BODY_LIMIT = MIB;
const PUBLIC_BODY_LIMIT = 16 * KIB;

export const bodyLimitOf = ({ bodyLimit, access }: Contract): number =>
  bodyLimit ?? (access === 'public' || access === 'secondFactor' ? PUBLIC_BODY_LIMIT : BODY_LIMIT);

/** Up to here a body has a lane of its own: a save never waits for somebody's files. */
export const SMALL_BODY = 64 * KIB;

/** Milliseconds until a body must have come: some for the line, and the rest as a line of 32 kB a second needs. */
const timeFor = (bytes: number) => 10_000 + bytes / 32;

/** A request counts from when its headers came, if its body was whole that many milliseconds later; else from its last byte. */
const WHOLE_WITHIN = 5_000;

/** Milliseconds for which the rest of a refused body is read and thrown away, so that its sender hears why. */
const LINGER = 5_000;

/** Milliseconds for which somebody's bytes are let in on the word of a look into the database. What they ask for is judged by a look of its own. */
const REMEMBERED = 60_000;
const MOST_REMEMBERED = 20_000;

declare module 'fastify' {
  interface FastifyContextConfig {
    contract?: Contract;
    /** Judges the right to send this very file, where that can be known before it has come. */
    judgeSender?: (request: FastifyRequest) => Promise<void>;
  }
}

/**
 * Decides before a byte of a body is read whether it is read at all: who sends it, whether they may, whether there is
 * room for it; and ends what comes too slowly.
 */
export function admitBodies(app: FastifyInstance, context: Context): void {
  const small = new BytesInFlight({
    process: { bytes: 64 * MIB, bodies: 4_000, waiting: 2_000 },
    address: { bytes: 32 * MIB, bodies: 2_000, waiting: 1_000 },
    account: { bytes: 4 * MIB, bodies: 100, waiting: 50 },
    patience: 10_000,
  });
  // Working through one takes the loop some tenths of a second at worst: of one account one is let in at a time, and as many wait as a browser opens lines.
  const large = new BytesInFlight({
    process: { bytes: 96 * MIB, bodies: 24, waiting: 400 },
    address: { bytes: 64 * MIB, bodies: 12, waiting: 100 },
    account: { bytes: 40 * MIB, bodies: 1, waiting: 6 },
    patience: 20_000,
  });
  const senders = new Senders(context);

  app.addHook('preParsing', async (request, reply) => {
    const { contract, judgeSender } = request.routeOptions.config;
    const bytes = bytesOfBody(request);
    if (!contract || bytes === 0) return;
    try {
      const caller = await senders.admit(contract, request, bytes > SMALL_BODY);
      await judgeSender?.(request);
      const limit = bodyLimitOf(contract);
      if (bytes > limit && bytes !== Number.POSITIVE_INFINITY) throw new Problem('tooLarge');
      const most = Math.min(bytes, limit);
      const release = await (most <= SMALL_BODY ? small : large).hold(most, request.ip, caller?.account);
      const end = () => {
        if (most > SMALL_BODY && reply.statusCode === FAULTY) setTimeout(release, AFTER_FAULTS).unref();
        else release();
      };
      reply.raw.once('close', end);
      if (reply.raw.closed) end();
      endSlow(context, request, reply, timeFor(most));
    } catch (error) {
      // The answer closes before the rest has been thrown away.
      endAfter(LINGER, request.raw, request.raw);
      throw error;
    }
  });

  app.addHook('preValidation', async (request) => {
    if (request.body === undefined) return;
    const whole = context.clock.now();
    if (whole.getTime() - request.receivedAt.getTime() > WHOLE_WITHIN) request.receivedAt = whole;
  });
}

/** Infinity where a body says no length. */
function bytesOfBody({ headers, method }: FastifyRequest): number {
  if (method === 'GET' || method === 'HEAD') return 0;
  if (headers['transfer-encoding'] !== undefined) return Number.POSITIVE_INFINITY;
  return Number(headers['content-length'] ?? 0);
}

/** Breaks a connection off whose body has not come to its end within a time, unless what waits for it closes before. */
function endAfter(time: number, raw: IncomingMessage, waiting: IncomingMessage | ServerResponse, before = () => {}): void {
  const timer = setTimeout(() => {
    before();
    raw.destroy();
  }, time);
  const stop = () => clearTimeout(timer);
  raw.once('end', stop);
  waiting.once('close', stop);
}

function endSlow(context: Context, request: FastifyRequest, reply: FastifyReply, time: number): void {
  const { raw, method, routeOptions } = request;
  endAfter(time, raw, reply.raw, () => {
    request.refusal = { cause: 'the body did not come in time' };
    context.log(`${method} ${routeOptions.url ?? ''}: the body did not come in time`);
  });
}

/** Status of what was worked through and is full of faults. */
const FAULTY = 422;
/** Milliseconds for which its sender's next large body waits: each takes the loop some tenths of a second, and others come in between. */
const AFTER_FAULTS = 1_000;

/** Who may send bytes: what the database said of somebody's credentials holds for a moment, so that a save costs no second look. */
class Senders {
  readonly #context: Context;
  readonly #remembered = new Map<string, { readonly who: FoundCaller; readonly until: number }>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** The sender; null where anybody may send. Throws what the route would answer. */
  async admit(contract: Contract, request: FastifyRequest, large: boolean): Promise<Caller | null> {
    const credentials = credentialsOf(request);
    if (credentials.token === undefined) refuseCrossSite(request);
    if (contract.access === 'public') return null;
    const key = credentials.token ?? credentials.session;
    if (key === undefined) throw new Problem('notSignedIn');
    const now = request.receivedAt.getTime();
    const remembered = this.#remembered.get(key);
    if (remembered && remembered.until > now) {
      request.account = remembered.who.account;
      try {
        return admittedSender(contract, remembered.who, large);
      } catch {
        // It may have changed since.
      }
    }
    const who = await findCaller(this.#context.pool, credentials, request.receivedAt);
    request.account = who?.account ?? null;
    if (who) this.#remember(key, who, now);
    return admittedSender(contract, who, large);
  }

  #remember(key: string, who: FoundCaller, now: number): void {
    this.#remembered.delete(key);
    this.#remembered.set(key, { who, until: now + REMEMBERED });
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > MOST_REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest);
  }
}

/** Of a small body the route itself judges the right: it may answer that what is asked for is not there. */
function admittedSender({ access }: Contract, who: FoundCaller | null, large: boolean): Caller | null {
  const caller = admitted(access, who, true);
  if (large && caller && access !== 'public' && access !== 'secondFactor' && !mayAnywhere(caller.memberships, access)) throw new Problem('refused');
  return caller;
}
