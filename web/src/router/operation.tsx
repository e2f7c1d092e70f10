import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

export const operationRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/van-hanh',
  component: page(() => import('../capabilities/operation/operation-page.tsx'), 'OperationPage'),
});
