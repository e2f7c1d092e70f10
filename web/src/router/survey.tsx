import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { textsIn } from './search-texts.ts';
import { workspaceRoute } from './workspace.tsx';

/** The survey of a round; the body whose list its owner looks at stands in the address. */
export const surveyRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/dieu-tra',
  validateSearch: (search: Record<string, unknown>) => textsIn(search, ['body'] as const),
  component: page(() => import('../capabilities/survey/survey-page.tsx'), 'SurveyPage'),
});
