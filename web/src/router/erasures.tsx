import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

export const erasuresRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/go-bo-tai-lieu',
  component: page(() => import('../capabilities/retention/erasures-page.tsx'), 'ErasuresPage'),
});
