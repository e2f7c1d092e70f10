import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace.tsx';

export const roundsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia',
  component: lazyRouteComponent(() => import('../features/rounds/rounds-page.tsx'), 'RoundsPage'),
});
