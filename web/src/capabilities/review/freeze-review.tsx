import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '../../kit/page/link.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { reviewQuery } from './queries/review.ts';
import { reviewTexts } from './texts/review.ts';

/** What the check before sending says to whoever is about to freeze, with the way to it and to the leader's brief. */
export function FreezeReview({ onLeave }: { onLeave?: () => void }) {
  const texts = useTexts(reviewTexts).freeze;
  const { sheet, shown } = useSheet();
  const { data, error, refetch } = useQuery(reviewQuery(sheet.round, sheet.body, shown.answer.seq));
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  const { mustMend, mustExplain } = data.totals;
  if (mustMend.count + mustExplain.count === 0) return <Text>{texts.clear}</Text>;
  return (
    <Notice kind="warning">
      <Stack gap={4} align="flex-start">
        {mustMend.count > 0 ? <Text size="sm">{texts.mustMend(mustMend.count)}</Text> : null}
        {mustExplain.count > 0 ? <Text size="sm">{texts.mustExplain(mustExplain.count)}</Text> : null}
        <Group gap="md">
          <Link to="/lam-viec/ky-danh-gia/$round/bang-diem/$body" params={sheet} search={{ view: 'review' }} size="sm" onClick={onLeave}>
            {texts.toReview}
          </Link>
          <Link to="/lam-viec/ky-danh-gia/$round/bang-diem/$body" params={sheet} search={{ view: 'brief' }} size="sm" onClick={onLeave}>
            {texts.toBrief}
          </Link>
        </Group>
      </Stack>
    </Notice>
  );
}
