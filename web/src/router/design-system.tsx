import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { rootRoute } from './root.tsx';

/** The parts that pages are made of, for whoever comes; no menu leads there. */
export const designSystemRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/he-thong-thiet-ke',
  component: page(() => import('../pages/design-system/design-system-page.tsx'), 'DesignSystemPage'),
});
