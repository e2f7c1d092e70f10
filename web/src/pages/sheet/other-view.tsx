import { type ComponentType, lazy, Suspense } from 'react';
import type { SheetView } from '../../capabilities/sheets/sheet-parts.ts';
import { loadedLater } from '../../client/loaded-later.ts';
import { Loading } from '../../kit/loading.tsx';

export const loadList = () => loadedLater(() => import('./list-view.tsx'));
const ListView = lazy(async () => ({ default: (await loadList()).ListView }));

const ReviewView = lazy(async () => ({ default: (await loadedLater(() => import('../../capabilities/review/review-view.tsx'))).ReviewView }));

const BriefView = lazy(async () => ({ default: (await loadedLater(() => import('../../capabilities/review/brief-view.tsx'))).BriefView }));

const SendView = lazy(async () => ({ default: (await loadedLater(() => import('../../capabilities/submissions/send-view.tsx'))).SendView }));

const AssignView = lazy(async () => ({ default: (await loadedLater(() => import('../../capabilities/assignments/assign-view.tsx'))).AssignView }));

const VIEWS: Readonly<Record<SheetView, ComponentType<{ onOpen: (code: string) => void }>>> = {
  list: ListView,
  review: ReviewView,
  brief: BriefView,
  assign: AssignView,
  send: SendView,
};

/** The views of the sheet besides item by item, each loaded on demand. */
export function OtherView({ view, onOpen }: { view: SheetView; onOpen: (code: string) => void }) {
  const View = VIEWS[view];
  return (
    <Suspense fallback={<Loading />}>
      <View onOpen={onOpen} />
    </Suspense>
  );
}
