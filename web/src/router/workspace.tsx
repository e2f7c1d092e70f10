import { createRoute, redirect } from '@tanstack/react-router';
import { installationQuery } from '../capabilities/operation/queries/installation.ts';
import { sessionEndQuery, sessionQuery } from '../client/session.ts';
import { Loading } from '../kit/reading/loading.tsx';
import { WithoutServer } from '../shell/without-server.tsx';
import { page } from './page.ts';
import { rootRoute } from './root.tsx';

/** Everything that requires a session: others are sent to sign in, and return to where they were going. */
export const workspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lam-viec',
  beforeLoad: async ({ context: { queryClient }, location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (!session || session.waitsFor) {
      // Whoever loads a page anew after their session has ended reads why, as who was thrown out of it does.
      const ended = session ? null : await queryClient.fetchQuery(sessionEndQuery).catch(() => null);
      throw redirect({ to: '/dang-nhap', search: { next: location.href, ...(ended?.reason ? { ended: true as const } : {}) } });
    }
    return { session };
  },
  component: page(() => import('../shell/shell.tsx'), 'Shell'),
  staticData: { ahead: (client) => Promise.all([client.ensureQueryData(sessionQuery), client.ensureQueryData(installationQuery)]) },
  notFoundComponent: page(() => import('../shell/no-such-page.tsx'), 'NoSuchPage'),
  pendingComponent: Loading,
  errorComponent: WithoutServer,
});
