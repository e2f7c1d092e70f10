import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { textsIn } from './search-texts.ts';
import { workspaceRoute } from './workspace.tsx';

/** The filter is in the address, so that a filtered trail can be shared. */
export const auditRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/nhat-ky',
  validateSearch: (search: Record<string, unknown>) => textsIn(search, ['actor', 'act', 'subject', 'round', 'body', 'from', 'to'] as const),
  component: page(() => import('../capabilities/audit-trail/audit-page.tsx'), 'AuditPage'),
});
