import { Stack, Text } from '@mantine/core';
import { usePending } from '../../device/pending-edits/use-pending-edits.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Link } from '../../kit/link.tsx';
import { Notice } from '../../kit/notice.tsx';
import { homeTexts } from './texts/home.ts';

/** Sheets with unsent edits on this device, so that none is forgotten. */
export function KeptHere() {
  const texts = useTexts(homeTexts);
  const sheets = Map.groupBy(usePending(), ({ round, body }) => JSON.stringify([round, body]));
  if (sheets.size === 0) return null;
  return (
    <Notice kind="warning" title={texts.keptHere}>
      <Stack gap={4} align="flex-start">
        {[...sheets.values()].map((pending) => {
          const [{ round, body } = { round: '', body: '' }] = pending;
          return (
            <Text size="sm" key={`${round} ${body}`}>
              {texts.keptOf(pending.length)}{' '}
              <Link to="/lam-viec/ky-danh-gia/$round/bang-diem/$body" params={{ round, body }}>
                {texts.toSheet}
              </Link>
            </Text>
          );
        })}
      </Stack>
    </Notice>
  );
}
