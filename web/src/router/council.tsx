import { createRoute } from '@tanstack/react-router';
import { councilQuery, sessionQuery } from '../capabilities/council/queries/council.ts';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

/** The sessions of a round's council. */
export const councilRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/hoi-dong',
  component: page(() => import('../capabilities/council/sessions-page.tsx'), 'SessionsPage'),
  staticData: { ahead: (client, { round = '' }) => client.ensureQueryData(councilQuery(round)) },
});

/** One of them: agenda, attendance, votes, conclusions, documents. */
export const councilSessionRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/hoi-dong/$session',
  component: page(() => import('../capabilities/council/session-page.tsx'), 'SessionPage'),
  staticData: { ahead: (client, { round = '', session = '' }) => client.ensureQueryData(sessionQuery(round, session)) },
});
