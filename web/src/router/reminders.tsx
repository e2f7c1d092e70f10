import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

export const remindersRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/nhac-viec',
  component: page(() => import('../capabilities/reminders/reminders-page.tsx'), 'RemindersPage'),
});
