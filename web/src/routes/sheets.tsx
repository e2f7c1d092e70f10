import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

export const sheetsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/bang-diem',
  component: page(() => import('../features/sheets/sheets-page.tsx'), 'SheetsPage'),
});
