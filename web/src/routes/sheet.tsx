import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

/** A body's sheet; the item that is open is part of the address, so that it can be sent to a colleague. */
export const sheetRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/bang-diem/$body',
  validateSearch: (search: Record<string, unknown>): { item?: string; view?: 'list' } => ({
    ...(typeof search['item'] === 'string' ? { item: search['item'] } : {}),
    ...(search['view'] === 'list' ? { view: 'list' } : {}),
  }),
  component: page(() => import('../features/sheet/sheet-page.tsx'), 'SheetPage'),
});
