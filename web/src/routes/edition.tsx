import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace.tsx';

export const editionRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/bo-tieu-chi/$edition',
  component: lazyRouteComponent(() => import('../features/editions/edition-page.tsx'), 'EditionPage'),
});
