import { lazy, Suspense } from 'react';
import { loadedLater } from '../../client/loaded-later.ts';
import { Loading } from '../../kit/loading.tsx';
import type { SheetView as SheetViewName } from './sheet-views.ts';

export const loadList = () => loadedLater(() => import('./list-view.tsx'));
const ListView = lazy(async () => ({ default: (await loadList()).ListView }));

const ReviewView = lazy(async () => ({ default: (await loadedLater(() => import('../../capabilities/review/review-view.tsx'))).ReviewView }));

const BriefView = lazy(async () => ({ default: (await loadedLater(() => import('../../capabilities/review/brief-view.tsx'))).BriefView }));

const SendView = lazy(async () => ({ default: (await loadedLater(() => import('../../capabilities/submissions/send-view.tsx'))).SendView }));

const AssignView = lazy(async () => ({ default: (await loadedLater(() => import('../../capabilities/assignments/assign-view.tsx'))).AssignView }));

/** Printed as it is, instead of the whole sheet. */
export const PRINTS_ITSELF: readonly (SheetViewName | undefined)[] = ['review', 'brief', 'assign', 'send'];

/** The views of the sheet besides item by item, each loaded on demand. */
export function OtherView({ view, onOpen }: { view: SheetViewName; onOpen: (code: string) => void }) {
  const views = {
    list: () => <ListView onOpen={onOpen} />,
    review: () => <ReviewView />,
    brief: () => <BriefView />,
    assign: () => <AssignView />,
    send: () => <SendView />,
  };
  return <Suspense fallback={<Loading />}>{views[view]()}</Suspense>;
}
