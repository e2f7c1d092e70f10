import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

/** A round; the open part is in the address, so that it can be shared. */
export const roundRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round',
  validateSearch: (search: Record<string, unknown>): { part?: string } => (typeof search['part'] === 'string' ? { part: search['part'] } : {}),
  component: page(() => import('../pages/round/round-page.tsx'), 'RoundPage'),
});
