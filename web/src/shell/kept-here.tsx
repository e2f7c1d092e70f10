import { Stack, Text } from '@mantine/core';
import { useMatchRoute } from '@tanstack/react-router';
import { draftKeyOf } from '../device/pending-edits/store.ts';
import { useDraftNames, useLineCut, usePending } from '../device/pending-edits/use-pending-edits.tsx';
import { Link } from '../kit/page/link.tsx';
import { Notice } from '../kit/reading/notice.tsx';
import { useTexts } from '../kit/words/language.tsx';
import { keptHereTexts } from './kept-here-texts.ts';

const SHEET = '/lam-viec/ky-danh-gia/$round/bang-diem/$body';

/** On every page but a sheet's own, which says it itself: what stands on this device alone and does not go out by itself. */
export function KeptHere() {
  const texts = useTexts(keptHereTexts);
  const cut = useLineCut();
  const pending = usePending();
  const drafts = useDraftNames(({ change }) => change === null);
  const here = useMatchRoute()({ to: SHEET });
  const kept = [
    ...pending.filter(({ standing }) => cut || standing !== 'waiting').map(({ round, body }) => ({ round, body })),
    ...drafts.map((name) => {
      const [, round, body] = draftKeyOf(name);
      return { round, body };
    }),
  ];
  const sheets = Map.groupBy(
    kept.filter(({ round, body }) => !(here && here.round === round && here.body === body)),
    (sheet) => JSON.stringify(sheet),
  );
  if (sheets.size === 0) return null;
  return (
    <Notice kind="warning" title={texts.keptOnDevice}>
      <Stack gap={4} align="flex-start">
        {[...sheets].map(([key, of]) => (
          <Text size="sm" key={key}>
            {texts.keptOf(of.length)}{' '}
            <Link to={SHEET} params={JSON.parse(key) as { round: string; body: string }}>
              {texts.toSheet}
            </Link>
          </Text>
        ))}
      </Stack>
    </Notice>
  );
}
