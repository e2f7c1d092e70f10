import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { NotFound } from '../features/shell/not-found.tsx';
import { NotSecure } from '../features/shell/not-secure.tsx';
import { PageProblem } from '../ui/page-problem.tsx';

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: isSecureContext ? Outlet : NotSecure,
  notFoundComponent: NotFound,
  errorComponent: PageProblem,
});
