import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Context } from '../../../context.ts';
import type { ServiceHealth } from '../../../external-services/cached-health.ts';
import { isolationHere } from '../../../file-inspection/namespaces.ts';
import { hashOfToken } from '../../../http/admission.ts';
import { sendProblem } from '../../../http/answer-problem.ts';
import { isToOwnName } from '../../../http/own-names.ts';
import { Problem } from '../../../http/problems.ts';
import { languageOf } from '../../../http/route.ts';
import { openProbePool } from '../probe-pool.ts';
import { findWaitingWork, type WaitingWork } from '../queries/metrics.ts';

/** Seconds; the finer ones tell whether saves stay under half a second. */
const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What this process has done since it started. */
function countRequests(app: FastifyInstance, registers: Registry[]): void {
  const labelNames = ['method', 'route'] as const;
  const requests = new Counter({ name: 'parindex_requests_total', help: 'Answered requests.', labelNames: [...labelNames, 'status'] as const, registers });
  const duration = new Histogram({
    name: 'parindex_request_duration_seconds',
    help: 'Time from the headers of a request to the end of its answer.',
    ...{ labelNames, buckets: DURATIONS, registers },
  });
  const refusals = new Counter({ name: 'parindex_refusals_total', help: 'Refused requests by code.', labelNames: ['problem'] as const, registers });
  const signIns = new Counter({ name: 'parindex_failed_sign_ins_total', help: 'Sign-ins with a wrong name, password or code.', registers });
  app.addHook('onResponse', async ({ method, routeOptions, refusal }, reply) => {
    const of = { method, route: routeOptions.url ?? '' };
    requests.inc({ ...of, status: reply.statusCode });
    duration.observe(of, reply.elapsedTime / 1_000);
    if (refusal?.problem !== undefined) refusals.inc({ problem: refusal.problem });
    if (refusal?.problem === 'wrongCredentials') signIns.inc();
  });
}

type Sample = readonly [value: number, labels?: Readonly<Record<string, string>>];

const isUp = (state: ServiceHealth): readonly Sample[] => (state === 'none' ? [] : [[state === 'ready' ? 1 : 0]]);

/** What stands now, read when somebody asks; what cannot be read is left out. */
function standing(
  context: Context,
  work: () => Promise<WaitingWork | undefined>,
): Readonly<Record<string, readonly [help: string, read: () => Promise<readonly Sample[]>]>> {
  const { pool, evidence } = context;
  const ofWork = (samples: (work: WaitingWork) => readonly Sample[]) => async () => {
    const found = await work();
    return found ? samples(found) : [];
  };
  return {
    parindex_database_up: ['1 while the database answers.', async () => [[(await work()) ? 1 : 0]]],
    parindex_database_connections: [
      'Connections of the pool that serves requests.',
      async () => [
        [pool.totalCount - pool.idleCount, { state: 'used' }],
        [pool.idleCount, { state: 'idle' }],
      ],
    ],
    parindex_database_connections_most: ['Most connections of that pool.', async () => [[pool.options.max ?? 0]]],
    parindex_database_waiting: ['Requests that wait for a connection.', async () => [[pool.waitingCount]]],
    parindex_jobs: [
      'Jobs by kind and state; ended ones are kept for 30 days.',
      ofWork(({ jobs }) => jobs.map(({ kind, state, count }) => [count, { kind, state }])),
    ],
    parindex_mails: ['Mails by state.', ofWork(({ mails }) => mails.map(({ state, count }) => [count, { state }]))],
    parindex_unsealed_rows: ['Rows of the trail that are in no block yet.', ofWork(({ unsealed }) => [[unsealed]])],
    parindex_sealing_lag_seconds: ['Age of the oldest of them.', ofWork(({ lag }) => [[lag]])],
    parindex_store_free_bytes: [
      'Free room where evidence is kept, if that is a folder.',
      async () => {
        const free = await evidence.storage.freeBytes();
        return free === undefined ? [] : [[free]];
      },
    ],
    parindex_readers_without_network: ['1 where what reads foreign files has no network.', async () => [[(await isolationHere()) === 'none' ? 0 : 1]]],
    parindex_store_up: ['1 while the store of files answers.', async () => isUp(await evidence.storeState.now())],
    parindex_scanner_up: ['1 while the scanner answers; absent without one.', async () => isUp(await evidence.scannerState.now())],
  };
}

const LABELS: Readonly<Record<string, string[]>> = {
  parindex_database_connections: ['state'],
  parindex_jobs: ['kind', 'state'],
  parindex_mails: ['state'],
};

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** With a token, whoever has it; else this machine alone, and nobody for whom a proxy asks. */
function refuseStrangers({ headers, raw }: FastifyRequest, token: string | undefined): void {
  if (token !== undefined) {
    const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
    if (given === undefined || !timingSafeEqual(hashOfToken(given), hashOfToken(token))) throw new Problem('notSignedIn');
    return;
  }
  const throughProxy = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined || !isToOwnName(headers.host);
  if (throughProxy || !LOOPBACK.test(raw.socket.remoteAddress ?? '')) throw new Problem('refused');
}

/** Numbers for the operator's monitoring, in Prometheus' form; nothing in them is about a person. */
export function serveMetrics(app: FastifyInstance, context: Context, token: string | undefined): void {
  const registry = new Registry();
  const registers = [registry];
  const probes = openProbePool(app, context);
  countRequests(app, registers);
  let work: Promise<WaitingWork | undefined> = Promise.resolve(undefined);
  for (const [name, [help, read]] of Object.entries(standing(context, () => work))) {
    new Gauge({
      ...{ name, help, registers, labelNames: LABELS[name] ?? [] },
      async collect() {
        // A gauge without labels would stand at 0 after a reset, where nothing is known.
        if (name in LABELS) this.reset();
        else this.remove();
        for (const [value, labels = {}] of await read().catch(() => [])) this.set(labels, value);
      },
    });
  }
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    try {
      refuseStrangers(request, token);
    } catch (error) {
      if (error instanceof Problem) return sendProblem(reply, error, languageOf(request));
      throw error;
    }
    work = findWaitingWork(probes, context.clock.now()).catch(() => undefined);
    return reply
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics());
  });
}
