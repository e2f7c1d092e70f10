import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { textsIn } from './search-texts.ts';
import { workspaceRoute } from './workspace.tsx';

/** Search in the evidence of a round; what was searched for is part of the address. */
export const evidenceSearchRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/tai-lieu',
  validateSearch: (search: Record<string, unknown>) => textsIn(search, ['q'] as const),
  component: page(() => import('../capabilities/evidence/viewer/evidence-search-page.tsx'), 'EvidenceSearchPage'),
});
