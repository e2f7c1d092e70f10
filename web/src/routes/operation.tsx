import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace.tsx';

export const operationRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/van-hanh',
  component: lazyRouteComponent(() => import('../features/operation/operation-page.tsx'), 'OperationPage'),
});
