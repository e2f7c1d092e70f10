import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { textsIn } from './search-texts.ts';
import { workspaceRoute } from './workspace.tsx';

/** The progress board of a round; what of it is looked at stands in the address. */
export const boardRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/tien-do',
  validateSearch: (search: Record<string, unknown>) => textsIn(search, ['body', 'q', 'block', 'state', 'time', 'domain', 'sort'] as const),
  component: page(() => import('../capabilities/progress/board-page.tsx'), 'BoardPage'),
  staticData: { foldsMenu: true },
});
