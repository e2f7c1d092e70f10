import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import type { Language } from '@parindex/core';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { serveHandovers } from '../capabilities/accounts/routes/handovers.ts';
import { serveMe } from '../capabilities/accounts/routes/me.ts';
import { servePeople } from '../capabilities/accounts/routes/people.ts';
import { serveSession } from '../capabilities/accounts/routes/session.ts';
import { serveVerdicts } from '../capabilities/appraisal/routes/verdicts.ts';
import { serveAssignments } from '../capabilities/assignments/routes/assignments.ts';
import { serveWork } from '../capabilities/assignments/routes/work.ts';
import { serveAudit } from '../capabilities/audit-trail/routes/audit.ts';
import { serveBodies } from '../capabilities/bodies/routes/bodies.ts';
import { serveDaysOff } from '../capabilities/calendar/routes/days-off.ts';
import { serveComments } from '../capabilities/discussion/routes/comments.ts';
import { serveNotices } from '../capabilities/discussion/routes/notices.ts';
import { serveEditions } from '../capabilities/editions/routes/editions.ts';
import { serveCarriedDocuments } from '../capabilities/evidence/routes/carried-documents.ts';
import { serveDocumentFiles } from '../capabilities/evidence/routes/document-files.ts';
import { serveDocuments } from '../capabilities/evidence/routes/documents.ts';
import { servePackages } from '../capabilities/evidence/routes/packages.ts';
import { serveTus } from '../capabilities/evidence/routes/tus.ts';
import { serveUploads } from '../capabilities/evidence/routes/uploads.ts';
import { serveDeliveries, serveDeliveryFiles } from '../capabilities/imports/routes/batches.ts';
import { serveRollUps } from '../capabilities/imports/routes/roll-ups.ts';
import { serveHealth } from '../capabilities/operation/routes/health.ts';
import { serveInstallation } from '../capabilities/operation/routes/installation.ts';
import { serveOperation } from '../capabilities/operation/routes/operation.ts';
import { serveBoard } from '../capabilities/progress/routes/board.ts';
import { serveUrging } from '../capabilities/progress/routes/overdue-letters.ts';
import { serveOutbox } from '../capabilities/reminders/routes/mail-queue.ts';
import { serveReminders } from '../capabilities/reminders/routes/reminders.ts';
import { serveResults } from '../capabilities/results/routes/results.ts';
import { serveErasures } from '../capabilities/retention/routes/erasures.ts';
import { serveRetention } from '../capabilities/retention/routes/retention.ts';
import { serveRoundChanges } from '../capabilities/rounds/routes/round-changes.ts';
import { serveRoundPlan } from '../capabilities/rounds/routes/round-plan.ts';
import { serveRounds } from '../capabilities/rounds/routes/rounds.ts';
import { serveSearch } from '../capabilities/search/routes/search.ts';
import { serveSheets } from '../capabilities/sheets/routes/sheets.ts';
import { serveWorkbooks } from '../capabilities/sheets/routes/workbooks.ts';
import { serveReceipts } from '../capabilities/submissions/routes/receipts.ts';
import { serveReports } from '../capabilities/submissions/routes/reports.ts';
import { serveSendings } from '../capabilities/submissions/routes/sendings.ts';
import type { Context } from '../context.ts';
import { StorageDown, StorageFull } from '../storage/storage-faults.ts';
import { parseContent } from './content.ts';
import { serveDocs } from './docs-page.ts';
import { PROBLEMS, Problem, type ProblemCode, problemDetails } from './problems.ts';
import { languageOf, routesOf } from './route.ts';

/** What Fastify itself refuses, by its own codes. */
const OWN_REFUSALS: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrongMediaType',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'unreadable',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'unreadable',
};

const BEHIND_POLICIES = '42501';

/** What the database refuses where two requests race, or where it cannot: told as what it is. */
const DATABASE_REFUSALS: Readonly<Record<string, ProblemCode>> = {
  '23505': 'alreadyThere',
  '40001': 'notNow',
  '40P01': 'notNow',
  // The wall behind the policies: rights that ended while the request waited, or a way around them; logged besides.
  [BEHIND_POLICIES]: 'refused',
  // It waited longer than the operator lets it: for a lock, for an answer.
  '55P03': 'notReady',
  '57014': 'notReady',
  // No connection, however that came (db/transaction.ts).
  '08006': 'notReady',
};

function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof StorageDown) return new Problem('storeAway');
  if (error instanceof StorageFull) return new Problem('storeFull');
  if (!(error instanceof Error)) return undefined;
  const { code, statusCode } = error as Error & { code?: string; statusCode?: number };
  const known = OWN_REFUSALS[code ?? ''] ?? DATABASE_REFUSALS[code ?? ''];
  if (known) return new Problem(known);
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? new Problem('unreadable') : undefined;
}

/** Seconds after which a server that was not ready may be asked again. */
const COME_AGAIN = 5;

/** Answers a problem, in the reader's language. */
export function sendProblem(reply: FastifyReply, problem: Problem, language: Language): FastifyReply {
  const retryAfter = problem.told.more?.['retryAfter'] ?? (PROBLEMS[problem.code].status === 503 ? COME_AGAIN : undefined);
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return reply
    .code(PROBLEMS[problem.code].status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(problemDetails(problem, language));
}

/** Addresses that no route has: said as a problem too, and apart from a method that an address does not take. */
function refuseUnknown(app: FastifyInstance, context: Context): void {
  app.all('/api/*', { schema: { hide: true } }, (request, reply) => {
    const [address = ''] = request.url.split('?', 1);
    const methods = routesOf(context).filter(({ url }) => new RegExp(`^${url.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(address));
    if (methods.length === 0) throw new Problem('notFound');
    reply.header('allow', methods.map(({ method }) => method).join(', '));
    throw new Problem('methodNotAllowed');
  });
}

/** The API with its document: every resource, one place for problems. */
export async function serveApi(app: FastifyInstance, context: Context): Promise<void> {
  await app.register(cookie);
  app.decorateRequest('receivedAt');
  app.addHook('onRequest', async (request) => {
    request.receivedAt = context.clock.now();
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? undefined : parseContent(body as string));
    } catch (error) {
      done(error as Error);
    }
  });
  // Judged by the schemas themselves, not by the document made from them.
  app.setValidatorCompiler(() => (data) => ({ value: data }));
  app.setSerializerCompiler(() => JSON.stringify);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error);
    if (!problem || error.code === BEHIND_POLICIES || problem.code === 'storeAway' || problem.code === 'storeFull')
      context.log(`${request.method} ${request.routeOptions.url ?? ''}`, error);
    return sendProblem(reply, problem ?? new Problem('failed'), languageOf(request));
  });

  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'ParIndex API',
        version: '1',
        description:
          'Kỳ đánh giá, bảng điểm, con người, nhật ký. Lỗi trả về theo RFC 9457 với mã không đổi.\n\nRounds, sheets, people, audit. Errors are RFC 9457 problems with stable codes.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'parindex_session' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { token: [] }],
    },
  });
  serveDocs(app);

  serveHealth(app, context);
  serveSession(app, context);
  serveMe(app, context);
  serveReminders(app, context);
  serveInstallation(app, context);
  servePeople(app, context);
  serveHandovers(app, context);
  serveAudit(app, context);
  serveOperation(app, context);
  serveOutbox(app, context);
  serveBodies(app, context);
  serveDaysOff(app, context);
  serveEditions(app, context);
  serveRounds(app, context);
  serveRoundPlan(app, context);
  serveRoundChanges(app, context);
  serveResults(app, context);
  serveUrging(app, context);
  serveSheets(app, context);
  serveAssignments(app, context);
  serveBoard(app, context);
  serveComments(app, context);
  serveNotices(app, context);
  app.register((scope) => serveWorkbooks(scope, context));
  serveDeliveries(app, context);
  app.register((scope) => serveDeliveryFiles(scope, context));
  serveRollUps(app, context);
  serveReports(app, context);
  app.register((scope) => serveSendings(scope, context));
  serveReceipts(app, context);
  serveVerdicts(app, context);
  serveDocuments(app, context);
  serveDocumentFiles(app, context);
  serveCarriedDocuments(app, context);
  serveErasures(app, context);
  serveRetention(app, context);
  servePackages(app, context);
  // Before the GET of the same address, which would answer HEAD too.
  serveTus(app, context);
  serveUploads(app, context);
  serveWork(app, context);
  serveSearch(app, context);
  refuseUnknown(app, context);
}

declare module 'fastify' {
  interface FastifyRequest {
    /** When the request's headers arrived, by the one clock. */
    receivedAt: Date;
  }
}
