import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';

export const setPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dat-mat-khau',
  component: lazyRouteComponent(() => import('../features/sign-in/set-password-page.tsx'), 'SetPasswordPage'),
});
