import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { textsIn } from './search-texts.ts';
import { workspaceRoute } from './workspace.tsx';

/** The ranking of a round while it runs; what of it is looked at stands in the address. */
export const rankingRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/xep-hang',
  validateSearch: (search: Record<string, unknown>) => textsIn(search, ['q', 'block', 'domain', 'sort', 'stage', 'among', 'body'] as const),
  component: page(() => import('../capabilities/ranking/ranking-page.tsx'), 'RankingPage'),
  staticData: { foldsMenu: true },
});
