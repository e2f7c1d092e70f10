import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

/** Forms of a round's survey that were noticed, for their reviewer. */
export const surveyReviewRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/dieu-tra/chat-luong',
  component: page(() => import('../capabilities/survey/reviews/reviews-page.tsx'), 'ReviewsPage'),
});
