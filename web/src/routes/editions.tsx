import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace.tsx';

export const editionsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/bo-tieu-chi',
  component: lazyRouteComponent(() => import('../features/editions/editions-page.tsx'), 'EditionsPage'),
});
