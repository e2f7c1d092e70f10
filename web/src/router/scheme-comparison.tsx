import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

export const schemeComparisonRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/bo-tieu-chi/$edition/so-sanh',
  validateSearch: ({ with: earlier }: Record<string, unknown>): { with?: string } => (typeof earlier === 'string' ? { with: earlier } : {}),
  component: page(() => import('../capabilities/editions/comparing/comparison-page.tsx'), 'ComparisonPage'),
});
