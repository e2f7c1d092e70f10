import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

/** Paper forms of a round's survey: out and back. */
export const surveyPaperRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/dieu-tra/phieu-giay',
  component: page(() => import('../capabilities/survey/paper/paper-page.tsx'), 'PaperPage'),
});

/** Where they are typed. */
export const paperEntryRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/dieu-tra/phieu-giay/nhap',
  component: page(() => import('../capabilities/survey/paper/entry-page.tsx'), 'EntryPage'),
});
