import { createRoute } from '@tanstack/react-router';
import { workQuery } from '../capabilities/work/queries/work.ts';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

export const homeRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/',
  component: page(() => import('../pages/home/home-page.tsx'), 'HomePage'),
  staticData: { ahead: (client) => client.ensureQueryData(workQuery) },
});
