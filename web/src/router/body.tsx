import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { textsIn } from './search-texts.ts';
import { workspaceRoute } from './workspace.tsx';

export const bodyRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/co-quan/$body',
  validateSearch: (search: Record<string, unknown>) => textsIn(search, ['on'] as const),
  component: page(() => import('../capabilities/bodies/body-page.tsx'), 'BodyPage'),
});
