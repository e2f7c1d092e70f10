import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import { allContracts } from '@parindex/core/contracts/all-contracts';
import type { FastifyError, FastifyInstance } from 'fastify';
import { serveAccountRequests } from './capabilities/accounts/routes/account-requests.ts';
import { serveHandovers } from './capabilities/accounts/routes/handovers.ts';
import { serveMe } from './capabilities/accounts/routes/me.ts';
import { servePeople } from './capabilities/accounts/routes/people.ts';
import { serveSession } from './capabilities/accounts/routes/session.ts';
import { serveDistribution } from './capabilities/appraisal/routes/distribution.ts';
import { serveInterests } from './capabilities/appraisal/routes/interests.ts';
import { serveItemWorkbook } from './capabilities/appraisal/routes/item-workbook.ts';
import { serveAppraisalQueue } from './capabilities/appraisal/routes/queue.ts';
import { serveRemarksOfAppraisal } from './capabilities/appraisal/routes/remarks.ts';
import { serveVerdicts } from './capabilities/appraisal/routes/verdicts.ts';
import { serveAssignments } from './capabilities/assignments/routes/assignments.ts';
import { serveAudit } from './capabilities/audit-trail/routes/audit.ts';
import { serveBodies } from './capabilities/bodies/routes/bodies.ts';
import { serveDaysOff } from './capabilities/calendar/routes/days-off.ts';
import { serveCouncil } from './capabilities/council/routes/council.ts';
import { serveComments } from './capabilities/discussion/routes/comments.ts';
import { serveNotices } from './capabilities/discussion/routes/notices.ts';
import { serveComparison } from './capabilities/editions/routes/comparison.ts';
import { serveEditionChanges } from './capabilities/editions/routes/edition-changes.ts';
import { serveEditionRequests } from './capabilities/editions/routes/edition-requests.ts';
import { serveEditions } from './capabilities/editions/routes/editions.ts';
import { serveQuestionnaires } from './capabilities/editions/routes/questionnaires.ts';
import { serveSchemeFiles } from './capabilities/editions/routes/scheme-files.ts';
import { serveCarriedDocuments } from './capabilities/evidence/routes/carried-documents.ts';
import { serveDocumentFiles } from './capabilities/evidence/routes/document-files.ts';
import { serveDocuments } from './capabilities/evidence/routes/documents.ts';
import { servePackages } from './capabilities/evidence/routes/packages.ts';
import { serveTus } from './capabilities/evidence/routes/tus.ts';
import { serveUploads } from './capabilities/evidence/routes/uploads.ts';
import { serveAppraisalNotices } from './capabilities/explanation/routes/appraisal-notices.ts';
import { serveExplanations } from './capabilities/explanation/routes/explanations.ts';
import { serveBackChecks } from './capabilities/fieldwork/routes/back-checks.ts';
import { serveFieldwork } from './capabilities/fieldwork/routes/fieldwork.ts';
import { serveInterviews } from './capabilities/fieldwork/routes/interviews.ts';
import { serveGuides } from './capabilities/help/routes/guides.ts';
import { serveBatches } from './capabilities/imports/routes/batches.ts';
import { serveRollUps } from './capabilities/imports/routes/roll-ups.ts';
import { serveImprovement } from './capabilities/improvement/routes/improvement.ts';
import { serveHealth } from './capabilities/operation/routes/health.ts';
import { serveInstallation } from './capabilities/operation/routes/installation.ts';
import { serveOperation } from './capabilities/operation/routes/operation.ts';
import { boardMaking } from './capabilities/progress/making.ts';
import { readOpenItems } from './capabilities/progress/read-open-items.ts';
import { serveBoard } from './capabilities/progress/routes/board.ts';
import { serveOverdueLetters } from './capabilities/progress/routes/overdue-letters.ts';
import { serveOverview } from './capabilities/progress/routes/overview.ts';
import { serveQuality } from './capabilities/quality/routes/quality.ts';
import { serveClosingLetters } from './capabilities/ranking/routes/closing-letters.ts';
import { serveRanking } from './capabilities/ranking/routes/ranking.ts';
import { serveResultPapers } from './capabilities/ranking/routes/result-papers.ts';
import { serveTextsToPublish } from './capabilities/ranking/routes/texts-to-publish.ts';
import { serveMailQueue } from './capabilities/reminders/routes/mail-queue.ts';
import { serveReminders } from './capabilities/reminders/routes/reminders.ts';
import { serveResults } from './capabilities/results/routes/results.ts';
import { serveArchive } from './capabilities/retention/routes/archive.ts';
import { serveErasures } from './capabilities/retention/routes/erasures.ts';
import { serveRetention } from './capabilities/retention/routes/retention.ts';
import { serveReview } from './capabilities/review/routes/review.ts';
import { serveRoundChanges } from './capabilities/rounds/routes/round-changes.ts';
import { serveRoundDocuments } from './capabilities/rounds/routes/round-documents.ts';
import { serveRoundEstimates } from './capabilities/rounds/routes/round-estimates.ts';
import { serveRoundPlan } from './capabilities/rounds/routes/round-plan.ts';
import { serveRoundRequests } from './capabilities/rounds/routes/round-requests.ts';
import { serveRounds } from './capabilities/rounds/routes/rounds.ts';
import { serveSheetsOfRound } from './capabilities/rounds/routes/sheets-of-round.ts';
import { serveSearch } from './capabilities/search/routes/search.ts';
import { serveSheets } from './capabilities/sheets/routes/sheets.ts';
import { serveWorkbooks } from './capabilities/sheets/routes/workbooks.ts';
import { serveReceipts } from './capabilities/submissions/routes/receipts.ts';
import { serveReports } from './capabilities/submissions/routes/reports.ts';
import { serveSendings } from './capabilities/submissions/routes/sendings.ts';
import { serveSheetStates } from './capabilities/submissions/routes/sheet-states.ts';
import { serveSurveyAnswers } from './capabilities/survey/routes/answers-export.ts';
import { serveDrawFiles } from './capabilities/survey/routes/draw-files.ts';
import { serveDrawResults } from './capabilities/survey/routes/draw-results.ts';
import { serveSurveyLinks } from './capabilities/survey/routes/links.ts';
import { serveSurveyMails } from './capabilities/survey/routes/mails.ts';
import { servePaperBatches } from './capabilities/survey/routes/paper-batches.ts';
import { servePaperEntries } from './capabilities/survey/routes/paper-entries.ts';
import { serveSurveyPilots } from './capabilities/survey/routes/pilots.ts';
import { serveSurveyQuotas } from './capabilities/survey/routes/quotas.ts';
import { serveRespondents } from './capabilities/survey/routes/respondents.ts';
import { serveSampleFrames } from './capabilities/survey/routes/sample-frames.ts';
import { serveSurveyClosing } from './capabilities/survey/routes/survey-closing.ts';
import { serveSurveyDraws } from './capabilities/survey/routes/survey-draws.ts';
import { serveSurveyReview } from './capabilities/survey/routes/survey-review.ts';
import { serveSurveyStanding } from './capabilities/survey/routes/survey-standing.ts';
import { serveSurveys } from './capabilities/survey/routes/surveys.ts';
import { serveWork } from './capabilities/work/routes/work.ts';
import type { Context } from './context.ts';
import { isLogged } from './external-services/circuit-breaker.ts';
import { BEHIND_POLICIES, causeOf, problemOf, sendProblem } from './http/answer-problem.ts';
import { admitBodies } from './http/body-admission.ts';
import { parseContent } from './http/content.ts';
import { serveDocs } from './http/docs-page.ts';
import { FullStorage } from './http/full-storage.ts';
import { PROBLEMS, Problem } from './http/problems.ts';
import { languageOf } from './http/route.ts';

/** Unknown addresses answer with a problem too, distinct from a method that an address does not support. */
function refuseUnknown(app: FastifyInstance): void {
  app.all('/api/*', { schema: { hide: true } }, (request, reply) => {
    const [address = ''] = request.url.split('?', 1);
    const methods = allContracts.filter(({ url }) => new RegExp(`^${url.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(address));
    if (methods.length === 0) throw new Problem('notFound');
    reply.header('allow', methods.map(({ method }) => method).join(', '));
    throw new Problem('methodNotAllowed');
  });
}

/** The API with its description: every resource, and one handler for problems. */
export async function serveApi(app: FastifyInstance, context: Context): Promise<void> {
  await app.register(cookie);
  app.decorateRequest('receivedAt');
  app.addHook('onRequest', async (request) => {
    request.receivedAt = context.clock.now();
  });
  admitBodies(app, context);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    try {
      done(null, body === '' ? undefined : parseContent(body as string, request.routeOptions.config.contract?.mostValues));
    } catch (error) {
      done(error as Error);
    }
  });
  // Answers are validated by the schemas themselves, not by the description generated from them.
  app.setValidatorCompiler(() => (data) => ({ value: data }));
  app.setSerializerCompiler(() => JSON.stringify);
  const full = new FullStorage(context.clock);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error);
    const what = `${request.method} ${request.routeOptions.url ?? ''}`;
    if (!problem || error.code === BEHIND_POLICIES) context.log(what, error);
    const cause = problem && PROBLEMS[problem.code].status >= 500 && !(error instanceof Problem) ? causeOf(error) : undefined;
    // One line, as there may be many of them. A database that is away, the access log tells with its cause; a store that is, its breaker.
    const isTold = problem?.code !== 'storeAway' || isLogged(error);
    if (problem && (full.notes(problem) || !isTold)) context.log(`${what}: ${problem.code}: ${cause}`);
    return sendProblem(reply, problem ?? new Problem('failed'), languageOf(request), cause);
  });

  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'ParIndex API',
        version: '1',
        description:
          'Kỳ đánh giá, bảng chấm điểm, con người, nhật ký. Lỗi trả về theo RFC 9457 với mã không đổi.\n\nRounds, sheets, people, audit. Errors are RFC 9457 problems with stable codes.',
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

  serveHealth(app, context, full);
  serveSession(app, context);
  serveMe(app, context);
  serveReminders(app, context);
  serveInstallation(app, context);
  serveAccountRequests(app, context);
  servePeople(app, context);
  serveHandovers(app, context);
  serveAudit(app, context);
  serveOperation(app, context);
  serveMailQueue(app, context);
  serveBodies(app, context);
  serveDaysOff(app, context);
  serveCouncil(app, context);
  serveEditions(app, context);
  serveComparison(app, context);
  serveEditionRequests(app, context);
  serveEditionChanges(app, context);
  serveQuestionnaires(app, context);
  serveSchemeFiles(app, context);
  serveRounds(app, context);
  serveRoundPlan(app, context);
  serveRoundChanges(app, context);
  serveRoundDocuments(app, context);
  serveRoundEstimates(app, context);
  serveRoundRequests(app, context, (db, round, language) => readOpenItems(db, round, boardMaking(context), language));
  serveResults(app, context);
  serveOverdueLetters(app, context);
  serveSheetsOfRound(app, context);
  serveSheets(app, context);
  serveReview(app, context);
  serveSheetStates(app, context);
  serveAssignments(app, context);
  serveBoard(app, context);
  serveOverview(app, context);
  serveQuality(app, context);
  serveRanking(app, context);
  serveClosingLetters(app, context);
  serveResultPapers(app, context);
  serveTextsToPublish(app, context);
  serveImprovement(app, context);
  serveComments(app, context);
  serveNotices(app, context);
  serveWorkbooks(app, context);
  serveGuides(app, context);
  serveBatches(app, context);
  serveRollUps(app, context);
  serveReports(app, context);
  serveSendings(app, context);
  serveReceipts(app, context);
  serveVerdicts(app, context);
  serveRemarksOfAppraisal(app, context);
  serveExplanations(app, context);
  serveAppraisalNotices(app, context);
  serveAppraisalQueue(app, context);
  serveItemWorkbook(app, context);
  serveInterests(app, context);
  serveDistribution(app, context);
  serveDocuments(app, context);
  serveDocumentFiles(app, context);
  serveCarriedDocuments(app, context);
  serveErasures(app, context);
  serveRetention(app, context);
  servePackages(app, context);
  serveArchive(app, context);
  // Registered before the GET of the same address, which would otherwise answer HEAD as well.
  serveTus(app, context);
  serveUploads(app, context);
  serveSurveyAnswers(app, context);
  serveSurveyClosing(app, context);
  serveSurveyDraws(app, context);
  serveSurveyStanding(app, context);
  serveSurveyReview(app, context);
  serveSampleFrames(app, context);
  serveDrawResults(app, context);
  serveDrawFiles(app, context);
  servePaperBatches(app, context);
  servePaperEntries(app, context);
  serveBackChecks(app, context);
  serveFieldwork(app, context);
  serveInterviews(app, context);
  serveSurveys(app, context);
  serveRespondents(app, context);
  serveSurveyLinks(app, context);
  serveSurveyMails(app, context);
  serveSurveyPilots(app, context);
  serveSurveyQuotas(app, context);
  serveWork(app, context);
  serveSearch(app, context);
  refuseUnknown(app);
}

declare module 'fastify' {
  interface FastifyRequest {
    /** When the request's headers arrived; every route reads the time from here. */
    receivedAt: Date;
  }
}
