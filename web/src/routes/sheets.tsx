import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace.tsx';

export const sheetsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/ky-danh-gia/$round/bang-diem',
  component: lazyRouteComponent(() => import('../features/sheets/sheets-page.tsx'), 'SheetsPage'),
});
