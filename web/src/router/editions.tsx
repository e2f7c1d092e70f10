import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

export const editionsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/bo-tieu-chi',
  component: page(() => import('../capabilities/editions/editions-page.tsx'), 'EditionsPage'),
});
