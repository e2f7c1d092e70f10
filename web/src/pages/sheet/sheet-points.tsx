import { loadBehind } from '../../client/loaded-later.ts';
import { useOpenedLater } from '../../kit/reading/later.tsx';
import { PointsButton } from './points-button.tsx';

const loadMore = async () => (await import('./sheet-points-opened.tsx')).SheetPointsOpened;
loadBehind(loadMore);

/** The body's present claim; for a department, including its proposals. All that is to be said of it opens from it. */
export function SheetPoints() {
  const [Opened, open] = useOpenedLater(loadMore);
  return Opened ? <Opened /> : <PointsButton aria-haspopup="dialog" aria-expanded={false} onClick={open} />;
}
