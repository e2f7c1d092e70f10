import { createRoute } from '@tanstack/react-router';
import { workQuery } from '../api/work.ts';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

export const homeRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/',
  component: page(() => import('../features/home/home-page.tsx'), 'HomePage'),
  staticData: { ahead: (client) => client.ensureQueryData(workQuery) },
});
