import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

export const schemeLineageRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/bo-tieu-chi/$edition/tieu-chi-ke-thua',
  validateSearch: ({ with: earlier }: Record<string, unknown>): { with?: string } => (typeof earlier === 'string' ? { with: earlier } : {}),
  component: page(() => import('../capabilities/editions/lineage/lineage-page.tsx'), 'LineagePage'),
});
