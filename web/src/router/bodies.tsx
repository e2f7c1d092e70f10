import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { textsIn } from './search-texts.ts';
import { workspaceRoute } from './workspace.tsx';

/** The search is in the address, so that it is kept when coming back from a body. */
export const bodiesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/co-quan',
  validateSearch: (search: Record<string, unknown>) => textsIn(search, ['search', 'kind', 'on'] as const),
  component: page(() => import('../capabilities/bodies/bodies-page.tsx'), 'BodiesPage'),
});
