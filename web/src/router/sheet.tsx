import { createRoute } from '@tanstack/react-router';
import { type SheetView, viewOf } from '../capabilities/sheets/sheet-parts.ts';
import { normalFormQuery } from '../client/normal-form.ts';
import { sheetQuery } from '../client/sheet.ts';
import { onlyKnown } from './only-known.ts';
import { page } from './page.ts';
import { placeIn } from './viewed-place.ts';
import { workspaceRoute } from './workspace.tsx';

interface SheetSearch {
  readonly item?: string;
  readonly view?: SheetView;
  /** The document shown beside the item, and the place in it. */
  readonly document?: string;
  readonly version?: number;
  readonly page?: number;
  /** A linked thread of comments at the item. */
  readonly thread?: string;
  /** Likewise a question. */
  readonly question?: string;
}

const viewIn = (view: unknown): Pick<SheetSearch, 'view'> => {
  const known = viewOf(view);
  return known ? { view: known } : {};
};

/** A body's sheet; the open item is in the address, so that it can be shared. */
export const sheetRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/bang-diem/$body',
  validateSearch: (search: Record<string, unknown>): SheetSearch =>
    onlyKnown(search, {
      ...(typeof search['item'] === 'string' ? { item: search['item'] } : {}),
      ...viewIn(search['view']),
      ...(typeof search['document'] === 'string' ? { document: search['document'], ...placeIn(search) } : {}),
      ...(typeof search['question'] === 'string' ? { question: search['question'] } : {}),
      ...(typeof search['thread'] === 'string' ? { thread: search['thread'] } : {}),
    }),
  component: page(() => import('../pages/sheet/sheet-page.tsx'), 'SheetPage'),
  staticData: {
    foldsMenu: true,
    ahead: async (client, { round = '', body = '' }) => {
      const { edition } = await client.ensureQueryData(sheetQuery(round, body));
      await client.ensureQueryData(normalFormQuery(edition));
    },
  },
});
