import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

export const roundsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia',
  component: page(() => import('../capabilities/rounds/rounds-page.tsx'), 'RoundsPage'),
});
