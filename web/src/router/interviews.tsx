import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { rootRoute } from './root.tsx';
import { workspaceRoute } from './workspace.tsx';

/** The page of an interviewer, which opens without a line: outside of what asks for a session. */
export const interviewsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lam-viec/phong-van',
  component: page(() => import('../capabilities/fieldwork/interviews/interviews-page.tsx'), 'InterviewsPage'),
});

/** Addresses and interviewers of a round's survey, for whoever leads it. */
export const fieldworkRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/dieu-tra/phong-van',
  component: page(() => import('../capabilities/fieldwork/fieldwork-page.tsx'), 'FieldworkPage'),
});
