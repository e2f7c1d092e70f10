import { createRouter } from '@tanstack/react-router';
import { queryClient } from '../client/query-client.ts';
import { PageProblem } from '../kit/reading/page-problem.tsx';
import { accountRoute } from './account.tsx';
import { lookAhead } from './ahead.ts';
import { appraisalRoute, distributionRoute, interestsRoute, qualityRoute, secondMarksRoute, verdictRoute } from './appraisal.tsx';
import { auditRoute } from './audit.tsx';
import { boardRoute } from './board.tsx';
import { bodiesRoute } from './bodies.tsx';
import { bodyRoute } from './body.tsx';
import { councilRoute, councilSessionRoute } from './council.tsx';
import { daysOffRoute } from './days-off.tsx';
import { designSystemRoute } from './design-system.tsx';
import { documentRoute } from './document.tsx';
import { documentsRoute } from './documents.tsx';
import { editionRoute } from './edition.tsx';
import { editionsRoute } from './editions.tsx';
import { erasuresRoute } from './erasures.tsx';
import { evidenceSearchRoute } from './evidence-search.tsx';
import { guidesRoute } from './guides.tsx';
import { homeRoute } from './home.tsx';
import { batchesRoute } from './import-batches.tsx';
import { fieldworkRoute, interviewsRoute } from './interviews.tsx';
import { loadRoute } from './load.tsx';
import { operationRoute } from './operation.tsx';
import { peopleRoute } from './people.tsx';
import { personRoute } from './person.tsx';
import { questionnairesRoute } from './questionnaires.tsx';
import { rankingRoute } from './ranking.tsx';
import { receiptRoute } from './receipt.tsx';
import { remindersRoute } from './reminders.tsx';
import { rootRoute } from './root.tsx';
import { roundRoute } from './round.tsx';
import { roundsRoute } from './rounds.tsx';
import { schemeCasesRoute } from './scheme-cases.tsx';
import { schemeComparisonRoute } from './scheme-comparison.tsx';
import { schemeEditorRoute } from './scheme-editor.tsx';
import { schemeImportRoute } from './scheme-import.tsx';
import { schemeLineageRoute } from './scheme-lineage.tsx';
import { setPasswordRoute } from './set-password.tsx';
import { sheetRoute } from './sheet.tsx';
import { sheetsRoute } from './sheets.tsx';
import { signInRoute } from './sign-in.tsx';
import { surveyRoute } from './survey.tsx';
import { surveyDrawRoute } from './survey-draw.tsx';
import { paperEntryRoute, surveyPaperRoute } from './survey-paper.tsx';
import { surveyReviewRoute } from './survey-review.tsx';
import { viewerRoute } from './viewer.tsx';
import { workspaceRoute } from './workspace.tsx';

/** All routes of the workspace; addresses are in Vietnamese, as its users are. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    setPasswordRoute,
    receiptRoute,
    designSystemRoute,
    interviewsRoute,
    workspaceRoute.addChildren([
      homeRoute,
      loadRoute,
      guidesRoute,
      roundsRoute,
      roundRoute,
      batchesRoute,
      surveyRoute,
      surveyDrawRoute,
      surveyReviewRoute,
      surveyPaperRoute,
      paperEntryRoute,
      fieldworkRoute,
      boardRoute,
      rankingRoute,
      appraisalRoute,
      distributionRoute,
      interestsRoute,
      qualityRoute,
      secondMarksRoute,
      verdictRoute,
      councilRoute,
      councilSessionRoute,
      sheetsRoute,
      sheetRoute,
      viewerRoute,
      evidenceSearchRoute,
      documentsRoute,
      documentRoute,
      bodiesRoute,
      bodyRoute,
      peopleRoute,
      personRoute,
      auditRoute,
      editionsRoute,
      editionRoute,
      schemeCasesRoute,
      schemeComparisonRoute,
      schemeEditorRoute,
      schemeImportRoute,
      schemeLineageRoute,
      questionnairesRoute,
      daysOffRoute,
      erasuresRoute,
      accountRoute,
      remindersRoute,
      operationRoute,
    ]),
  ]),
  context: { queryClient },
  // Search parameters are text: an item code such as 1.10 is not a number.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const told = Object.entries(search).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
    return told.length === 0 ? '' : `?${new URLSearchParams(told)}`;
  },
  defaultPreload: 'intent',
  defaultErrorComponent: PageProblem,
  // The pending indicator disappears as soon as there is something to show.
  defaultPendingMinMs: 0,
  scrollRestoration: true,
});

lookAhead(router, queryClient);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
