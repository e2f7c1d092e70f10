import { createRoute } from '@tanstack/react-router';
import { page } from './page.ts';
import { rootRoute } from './root.tsx';

/** Where the code of a receipt leads: open to everybody. */
export const receiptRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bien-nhan',
  validateSearch: (search: Record<string, unknown>): { ma?: string } => (typeof search['ma'] === 'string' ? { ma: search['ma'] } : {}),
  component: page(() => import('../capabilities/submissions/receipt/receipt-page.tsx'), 'ReceiptPage'),
});
