import { createRoute } from '@tanstack/react-router';
import { bodyAppraisalQuery, queueQuery } from '../capabilities/appraisal/queries/appraisal.ts';
import { distributionQuery, interestsQuery } from '../capabilities/appraisal/queries/persons.ts';
import { qualityQuery, secondMarksQuery } from '../capabilities/quality/queries/quality.ts';
import { sheetQuery } from '../client/sheet.ts';
import { onlyKnown } from './only-known.ts';
import { page } from './page.ts';
import { textsIn } from './search-texts.ts';
import { placeIn } from './viewed-place.ts';
import { workspaceRoute } from './workspace.tsx';

/** What is to be appraised in a round; how it is looked at stands in the address. */
export const appraisalRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/tham-dinh',
  validateSearch: (search: Record<string, unknown>) => textsIn(search, ['by', 'show', 'share', 'item'] as const),
  component: page(() => import('../capabilities/appraisal/queue-page.tsx'), 'QueuePage'),
  staticData: { foldsMenu: true, ahead: (client, { round = '' }) => client.ensureQueryData(queueQuery(round, undefined)) },
});

/** What the people of an appraising body have been given. */
export const distributionRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/tham-dinh/phan-cong',
  validateSearch: (search: Record<string, unknown>) => textsIn(search, ['office'] as const),
  component: page(() => import('../capabilities/appraisal/distribution-page.tsx'), 'DistributionPage'),
  staticData: { foldsMenu: true, ahead: (client, { round = '' }) => client.ensureQueryData(distributionQuery(round, undefined)) },
});

/** Which bodies somebody does not appraise, and what is declared of it. */
export const interestsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/tham-dinh/xung-dot-loi-ich',
  component: page(() => import('../capabilities/appraisal/interests-page.tsx'), 'InterestsPage'),
  staticData: { foldsMenu: true, ahead: (client, { round = '' }) => client.ensureQueryData(interestsQuery(round)) },
});

/** How well items are appraised. */
export const qualityRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/tham-dinh/chat-luong',
  component: page(() => import('../capabilities/quality/quality-page.tsx'), 'QualityPage'),
  staticData: { foldsMenu: true, ahead: (client, { round = '' }) => client.ensureQueryData(qualityQuery(round)) },
});

interface SecondMarksSearch {
  /** The one that is open; absent: the list. */
  readonly mark?: string;
  readonly document?: string;
  readonly version?: number;
  readonly page?: number;
}

/** What somebody marks a second time. */
export const secondMarksRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/tham-dinh/cham-lai',
  validateSearch: (search: Record<string, unknown>): SecondMarksSearch =>
    onlyKnown(search, {
      ...(typeof search['mark'] === 'string' ? { mark: search['mark'] } : {}),
      ...(typeof search['document'] === 'string' ? { document: search['document'], ...placeIn(search) } : {}),
    }),
  component: page(() => import('../pages/appraisal/second-marks-page.tsx'), 'SecondMarksPage'),
  staticData: { foldsMenu: true, ahead: (client, { round = '' }) => client.ensureQueryData(secondMarksQuery(round)) },
});

interface DeskSearch {
  readonly item?: string;
  /** Along which way one goes on: the same item over all bodies; absent: the items of the body. */
  readonly way?: 'item';
  readonly document?: string;
  readonly version?: number;
  readonly page?: number;
}

/** One item of one body: claim, evidence and verdict side by side. */
export const verdictRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/tham-dinh/$body',
  validateSearch: (search: Record<string, unknown>): DeskSearch =>
    onlyKnown(search, {
      ...(typeof search['item'] === 'string' ? { item: search['item'] } : {}),
      ...(search['way'] === 'item' ? { way: 'item' as const } : {}),
      ...(typeof search['document'] === 'string' ? { document: search['document'], ...placeIn(search) } : {}),
    }),
  component: page(() => import('../pages/appraisal/verdict-page.tsx'), 'VerdictPage'),
  staticData: {
    foldsMenu: true,
    ahead: (client, { round = '', body = '' }) =>
      Promise.all([client.ensureQueryData(bodyAppraisalQuery(round, body)), client.ensureQueryData(sheetQuery(round, body))]),
  },
});
