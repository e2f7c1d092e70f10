import { createRoute } from '@tanstack/react-router';
import { documentQuery } from '../capabilities/evidence/queries/documents.ts';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

export const documentRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document',
  component: page(() => import('../capabilities/evidence/document-page.tsx'), 'DocumentPage'),
  staticData: {
    foldsMenu: true,
    ahead: (client, { round = '', body = '', document = '' }) => client.ensureQueryData(documentQuery({ round, body }, document)),
  },
});
