import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

/** A year's days off; which year is part of the address. */
export const daysOffRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ngay-nghi',
  validateSearch: (search: Record<string, unknown>): { year?: number } => {
    const year = Number(search['year']);
    return Number.isInteger(year) && year >= 2000 && year <= 2200 ? { year } : {};
  },
  component: page(() => import('../capabilities/calendar/days-off-page.tsx'), 'DaysOffPage'),
});
