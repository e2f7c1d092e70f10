import type { ComponentType } from 'react';
import type { SheetView } from '../../capabilities/sheets/sheet-parts.ts';
import { later } from '../../kit/reading/later.tsx';

const ListView = later(async () => (await import('./list-view.tsx')).ListView, { withoutLine: true });
const ReviewView = later(async () => (await import('../../capabilities/review/review-view.tsx')).ReviewView);
const BriefView = later(async () => (await import('../../capabilities/review/brief-view.tsx')).BriefView);
const SendView = later(async () => (await import('../../capabilities/submissions/send-view.tsx')).SendView);
const ExplanationView = later(async () => (await import('../../capabilities/explanation/explanation-view.tsx')).ExplanationView);
const AssignView = later(async () => (await import('../../capabilities/assignments/assign-view.tsx')).AssignView);

const VIEWS: Readonly<Record<SheetView, ComponentType<{ onOpen: (code: string) => void }>>> = {
  list: ListView,
  review: ReviewView,
  brief: BriefView,
  assign: AssignView,
  send: SendView,
  explanation: ExplanationView,
};

/** The views of the sheet besides item by item, each loaded on demand. */
export function OtherView({ view, onOpen }: { view: SheetView; onOpen: (code: string) => void }) {
  const View = VIEWS[view];
  return <View onOpen={onOpen} />;
}
