import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { PageProblem } from '../kit/reading/page-problem.tsx';
import { NotSecure } from '../shell/not-secure.tsx';
import { page } from './page.ts';

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: () => (isSecureContext ? <Outlet /> : <NotSecure />),
  notFoundComponent: page(() => import('../shell/no-such-page.tsx'), 'NoSuchPage'),
  errorComponent: PageProblem,
});
