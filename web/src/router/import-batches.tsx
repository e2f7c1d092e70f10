import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { textsIn } from './search-texts.ts';
import { workspaceRoute } from './workspace.tsx';

/** Figures from elsewhere; the delivery that is looked at is part of the address. */
export const batchesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/so-lieu',
  validateSearch: (search: Record<string, unknown>) => textsIn(search, ['dot'] as const),
  component: page(() => import('../capabilities/imports/batches-page.tsx'), 'BatchesPage'),
});
