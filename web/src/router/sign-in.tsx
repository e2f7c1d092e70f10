import { createRoute } from '@tanstack/react-router';
import { installationQuery } from '../capabilities/operation/queries/installation.ts';
import { sessionQuery } from '../client/session.ts';
import { page } from './page.ts';
import { rootRoute } from './root.tsx';

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dang-nhap',
  validateSearch: (search: Record<string, unknown>): { next?: string; ended?: true } => ({
    ...(typeof search['next'] === 'string' ? { next: search['next'] } : {}),
    // The session ended while somebody worked: the page says so.
    ...(search['ended'] === true ? { ended: true } : {}),
  }),
  component: page(() => import('../capabilities/accounts/sign-in/sign-in-page.tsx'), 'SignInPage'),
  staticData: { ahead: (client) => Promise.all([client.ensureQueryData(sessionQuery), client.ensureQueryData(installationQuery)]) },
});
