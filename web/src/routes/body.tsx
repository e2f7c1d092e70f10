import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { textsIn } from './search-texts.ts';
import { workspaceRoute } from './workspace.tsx';

export const bodyRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/co-quan/$body',
  validateSearch: (search: Record<string, unknown>) => textsIn(search, ['on'] as const),
  component: lazyRouteComponent(() => import('../features/bodies/body-page.tsx'), 'BodyPage'),
});
