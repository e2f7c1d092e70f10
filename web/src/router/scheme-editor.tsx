import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { workspaceRoute } from './workspace.tsx';

export const schemeEditorRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/bo-tieu-chi/$edition/soan',
  validateSearch: ({ item }: Record<string, unknown>): { item?: string } => (typeof item === 'string' ? { item } : {}),
  component: page(() => import('../capabilities/editions/editor/editor-page.tsx'), 'EditorPage'),
});
