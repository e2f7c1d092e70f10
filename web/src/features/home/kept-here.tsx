import { Stack, Text } from '@mantine/core';
import { usePending } from '../../outbox/use-outbox.tsx';
import { homeTexts } from '../../texts/home.ts';
import { useTexts } from '../../texts/language.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Sheets of which this device keeps something that the server does not have: none is forgotten behind a closed page. */
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
