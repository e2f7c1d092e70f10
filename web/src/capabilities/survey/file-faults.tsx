import { Stack } from '@mantine/core';
import type { Refused } from '../../client/request.ts';
import { Table } from '../../kit/lists/table.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { drawTexts } from './texts/draws.ts';

/** Everything that is wrong in a file that was sent, by line. */
export function FileFaults({ of, faults }: { of: Refused; faults: NonNullable<Refused['problem']['faults']> }) {
  const texts = useTexts(drawTexts).frame;
  const { language } = useLanguage();
  const numbered = faults.map((fault, index) => ({ ...fault, index }));
  const all = of.problem['faultCount'];
  return (
    <Stack>
      <Arrival of={of}>
        <Notice kind="fault">{texts.faults(formatCount(typeof all === 'number' ? all : faults.length, language))}</Notice>
      </Arrival>
      <Table
        caption={texts.faultsTable}
        rows={numbered}
        keyOf={({ index }) => String(index)}
        columns={[
          { key: 'place', title: texts.place, names: true, least: '12rem', cell: ({ place }) => place || texts.whole },
          { key: 'message', title: texts.message, cell: ({ message }) => message },
        ]}
      />
    </Stack>
  );
}
