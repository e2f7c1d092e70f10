import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

export const loadRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/viec-duoc-giao',
  component: page(() => import('../capabilities/assignments/load-page.tsx'), 'LoadPage'),
});
