import { createRoute } from '@tanstack/react-router';
import { libraryQuery } from '../capabilities/evidence/queries/documents.ts';
import { page } from './page.ts';
import { textsIn } from './search-texts.ts';
import { workspaceRoute } from './workspace.tsx';

/** The library of a body in a round; what was searched for, and the item that one came from, are part of the address. */
export const documentsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/bang-diem/$body/tai-lieu',
  validateSearch: (search: Record<string, unknown>) => textsIn(search, ['q', 'item', 'figure', 'from'] as const),
  component: page(() => import('../pages/sheet/documents-page.tsx'), 'DocumentsPage'),
  staticData: { foldsMenu: true, ahead: (client, { round = '', body = '' }) => client.ensureQueryData(libraryQuery({ round, body })) },
});
