import { Text } from '@mantine/core';
import { Table } from '../../kit/lists/table.tsx';
import { Link } from '../../kit/page/link.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { Closing } from './queries/closing.ts';
import { closingTexts } from './texts/closing.ts';

/** What of a round cannot be computed, each where it can be mended. */
export function UncomputedItems({ round, items }: { round: string; items: Closing['uncomputed'] }) {
  const texts = useTexts(closingTexts).uncomputed;
  return (
    <>
      <Table
        caption={texts.caption}
        keyOf={({ body, item }) => `${body.id} ${item.code}`}
        rows={items}
        dense
        columns={[
          { key: 'body', title: texts.body, names: true, cell: ({ body }) => body.name },
          {
            key: 'item',
            title: texts.item,
            least: '16rem',
            cell: ({ body, item }) => (
              <Link to="/lam-viec/ky-danh-gia/$round/tham-dinh/$body" params={{ round, body: body.id }} search={{ item: item.code }}>
                {`${item.code}. ${item.title}`}
              </Link>
            ),
          },
          { key: 'why', title: texts.why, least: '16rem', cell: ({ why }) => why },
        ]}
      />
      <Text size="sm" c="dimmed">
        {texts.lead}
      </Text>
    </>
  );
}
