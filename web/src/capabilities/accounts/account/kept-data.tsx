import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { Table } from '../../../kit/lists/table.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { formatCount, formatMoment } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { EXPORT_ADDRESS, type KeptItem, keptDataQuery } from '../queries/account.ts';
import { accountTexts } from '../texts/account.ts';
import { CorrectionDialog } from './correction-dialog.tsx';

const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** What is stored about the user, for what purpose and how long; with the copy and the corrections that the law grants. */
export function KeptData() {
  const texts = useTexts(accountTexts).data;
  const { language } = useLanguage();
  const query = useQuery(keptDataQuery);
  const { data } = query;
  const [state, setState] = useState<'asking' | 'asked'>();
  return (
    <Section
      title={texts.title}
      lead={data ? texts.lead(data.law[language]) : undefined}
      actions={
        <>
          <Button variant="default" component="a" href={EXPORT_ADDRESS} download>
            {texts.export}
          </Button>
          <Button variant="default" onClick={() => setState('asking')}>
            {texts.ask}
          </Button>
        </>
      }
    >
      <Outcome done={state === 'asked' ? texts.asked : undefined} />
      <Loaded query={query}>
        {(data) => (
          <Table
            caption={texts.title}
            keyOf={({ field }) => field}
            rows={data.items}
            columns={[
              { key: 'field', title: texts.field, least: '11rem', names: true, cell: ({ name }) => name[language] },
              { key: 'value', title: texts.value, least: '8rem', cell: ({ value }) => <Value value={value} /> },
              { key: 'purpose', title: texts.purpose, least: '14rem', cell: ({ purpose }) => purpose[language] },
              { key: 'term', title: texts.term, least: '16rem', cell: ({ term }) => term[language] },
            ]}
          />
        )}
      </Loaded>
      {state === 'asking' ? <CorrectionDialog onDone={() => setState('asked')} onClose={() => setState(undefined)} /> : null}
    </Section>
  );
}

function Value({ value }: Pick<KeptItem, 'value'>) {
  const texts = useTexts(accountTexts).data;
  const { language } = useLanguage();
  if (value === null) return texts.none;
  if (typeof value === 'number') return texts.count(formatCount(value, language));
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {MOMENT.test(value) ? formatMoment(value) : value}
    </Text>
  );
}
