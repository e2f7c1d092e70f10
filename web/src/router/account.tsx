import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

export const accountRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/tai-khoan',
  component: page(() => import('../capabilities/accounts/account/account-page.tsx'), 'AccountPage'),
});
