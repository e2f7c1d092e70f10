import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

export const schemeCasesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/bo-tieu-chi/$edition/vi-du',
  validateSearch: ({ item }: Record<string, unknown>): { item?: string } => (typeof item === 'string' ? { item } : {}),
  component: page(() => import('../capabilities/editions/cases/cases-page.tsx'), 'CasesPage'),
});
