import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { NotSecure } from '../features/shell/not-secure.tsx';
import { PageProblem } from '../ui/page-problem.tsx';
import { page } from './page.ts';

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: () => (isSecureContext ? <Outlet /> : <NotSecure />),
  notFoundComponent: page(() => import('../features/shell/no-such-page.tsx'), 'NoSuchPage'),
  errorComponent: PageProblem,
});
