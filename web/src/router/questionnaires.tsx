import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

export const questionnairesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/bo-tieu-chi/$edition/phieu-dieu-tra',
  validateSearch: ({ group }: Record<string, unknown>): { group?: string } => (typeof group === 'string' ? { group } : {}),
  component: page(() => import('../capabilities/editions/questionnaires/questionnaires-page.tsx'), 'QuestionnairesPage'),
});
