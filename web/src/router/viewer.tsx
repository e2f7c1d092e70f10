import { createRoute } from '@tanstack/react-router';
import { documentQuery } from '../capabilities/evidence/queries/documents.ts';
import { page } from './page.ts';
import { placeIn } from './viewed-place.ts';
import { workspaceRoute } from './workspace.tsx';

/** A document of the evidence, opened at a place. */
export const viewerRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document/xem',
  validateSearch: placeIn,
  component: page(() => import('../capabilities/evidence/viewer/viewer-page.tsx'), 'ViewerPage'),
  staticData: { ahead: (client, { round = '', body = '', document = '' }) => client.ensureQueryData(documentQuery({ round: round, body: body }, document)) },
});
