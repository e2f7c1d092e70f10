import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

export const schemeImportRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/dua-vao-bo-tieu-chi',
  component: page(() => import('../capabilities/editions/scheme-import-page.tsx'), 'SchemeImportPage'),
});
