import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

/** The sample of a round's survey: its declaration, its draw. */
export const surveyDrawRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/dieu-tra/chon-mau',
  component: page(() => import('../capabilities/survey/draws/draws-page.tsx'), 'DrawsPage'),
});
