import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

export const personRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/nguoi-dung/$person',
  component: page(() => import('../capabilities/accounts/people/person-page.tsx'), 'PersonPage'),
});
