import { useQuery } from '@tanstack/react-query';
import { Link } from '../../kit/page/link.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatDay } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { takeoversQuery } from './queries/round-changes.ts';
import { planTexts } from './texts/round-plan.ts';

/** Where points may differ from one day to the next: that another edition took over in the round, and the way to what it changed. */
export function TakenOver({ round }: { round: string }) {
  const texts = useTexts(planTexts).takeovers;
  const dated = useTexts(planTexts).extensions.dated;
  const last = useQuery(takeoversQuery(round)).data?.at(-1);
  if (!last) return null;
  return (
    <Notice kind="warning">
      {texts.told(dated(last.document.number, formatDay(last.document.date)))}{' '}
      <Link to="/lam-viec/ky-danh-gia/$round" params={{ round }} search={{ part: 'takeovers' }}>
        {texts.toChanges}
      </Link>
    </Notice>
  );
}
