import { createRoute } from '@tanstack/react-router';
import { sheetListQuery } from '../capabilities/sheets/queries/sheet-list.ts';
import { page } from './page.ts';
import { textsIn } from './search-texts.ts';
import { workspaceRoute } from './workspace.tsx';

/** The sheets of a round side by side; the item that is looked at is part of the address. */
export const sheetsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/bang-diem',
  validateSearch: (search: Record<string, unknown>) => textsIn(search, ['item'] as const),
  component: page(() => import('../capabilities/sheets/list/sheets-page.tsx'), 'SheetsPage'),
  staticData: { foldsMenu: true, ahead: (client, { round = '' }) => client.ensureQueryData(sheetListQuery(round)) },
});
