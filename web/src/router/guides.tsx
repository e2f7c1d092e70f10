import { GUIDES, type Guide } from '@parindex/core/words/guides/guide';
import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

/** Guides for those who use the product; which one is part of the address. */
export const guidesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/huong-dan',
  validateSearch: (search: Record<string, unknown>): { guide?: Guide } => {
    const guide = GUIDES.find((one) => one === search['guide']);
    return guide ? { guide } : {};
  },
  component: page(() => import('../capabilities/help/guides-page.tsx'), 'GuidesPage'),
});
