import { createRoute } from '@tanstack/react-router';
import { documentQuery } from '../capabilities/evidence/queries/documents.ts';
import { onlyKnown } from './only-known.ts';
import { page } from './page.ts';
import { placeIn } from './viewed-place.ts';
import { workspaceRoute } from './workspace.tsx';

interface ViewerSearch {
  readonly version?: number;
  readonly page?: number;
  /** The item beside which it was opened. */
  readonly item?: string;
}

/** A document of the evidence, opened at a place. */
export const viewerRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document/xem',
  validateSearch: (search: Record<string, unknown>): ViewerSearch =>
    onlyKnown(search, { ...placeIn(search), ...(typeof search['item'] === 'string' ? { item: search['item'] } : {}) }),
  component: page(() => import('../capabilities/evidence/viewer/viewer-page.tsx'), 'ViewerPage'),
  staticData: {
    foldsMenu: true,
    ahead: (client, { round = '', body = '', document = '' }) => client.ensureQueryData(documentQuery({ round: round, body: body }, document)),
  },
});
