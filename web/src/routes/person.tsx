import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace.tsx';

export const personRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/nguoi-dung/$person',
  component: lazyRouteComponent(() => import('../features/people/person-page.tsx'), 'PersonPage'),
});
