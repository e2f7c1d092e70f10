import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { rootRoute } from './root.tsx';

export const setPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dat-mat-khau',
  component: page(() => import('../capabilities/accounts/sign-in/set-password-page.tsx'), 'SetPasswordPage'),
});
