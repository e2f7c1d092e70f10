import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { textsIn } from './search-texts.ts';
import { workspaceRoute } from './workspace.tsx';

export const peopleRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/nguoi-dung',
  validateSearch: (search: Record<string, unknown>) => textsIn(search, ['search'] as const),
  component: page(() => import('../capabilities/accounts/people/people-page.tsx'), 'PeoplePage'),
});
