import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { editionsQuery } from '../../api/editions.ts';
import { type Takeover, takeoversQuery } from '../../api/round-changes.ts';
import { formatCount, formatDay, formatMoment } from '../../texts/format.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { planTexts } from '../../texts/round-plan.ts';
import { Arrival } from '../../ui/arrival.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { PartProps } from './parts.ts';
import { TakeoverForm } from './takeover-form.tsx';

/** Later editions that took over in mid-round. */
export function TakeoversPart({ round, mayChange }: PartProps) {
  const texts = useTexts(planTexts).takeovers;
  const extensions = useTexts(planTexts).extensions;
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(takeoversQuery(round.id));
  const others = (useQuery(editionsQuery).data ?? []).filter(({ id, state }) => state === 'adopted' && id !== round.edition);
  const [adding, setAdding] = useState(false);
  const [done, setDone] = useState(0);
  const offers = mayChange && round.state === 'open' && others.length > 0;
  const columns: readonly Column<Takeover>[] = [
    { key: 'number', title: texts.number, cell: ({ number }) => number },
    { key: 'editions', title: texts.fromTo, names: true, cell: ({ from, to }) => texts.arrow(from, to) },
    { key: 'document', title: texts.document, cell: ({ document }) => extensions.dated(document.number, formatDay(document.date)) },
    { key: 'performed', title: texts.performed, cell: ({ performedBy, performedAt }) => extensions.grantedBy(performedBy.name, formatMoment(performedAt)) },
    { key: 'dropped', title: texts.dropped, align: 'right', cell: ({ dropped }) => texts.droppedCount(formatCount(dropped.length, language)) },
  ];
  return (
    <Section
      title={texts.title}
      lead={texts.lead}
      actions={
        offers && data && !adding ? (
          <Button variant="default" onClick={() => setAdding(true)}>
            {texts.add}
          </Button>
        ) : undefined
      }
    >
      {adding && data ? (
        <TakeoverForm
          round={round}
          number={data.length + 1}
          others={others.map(({ id }) => id)}
          onCancel={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            setDone((count) => count + 1);
          }}
        />
      ) : null}
      {done > 0 && !adding ? (
        <Arrival of={done}>
          <Notice kind="good">{texts.saved}</Notice>
        </Arrival>
      ) : null}
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data?.length === 0 ? (
        <Empty title={texts.none}>{round.state !== 'open' ? <Text>{texts.cannot}</Text> : others.length === 0 ? <Text>{texts.noOther}</Text> : null}</Empty>
      ) : null}
      {data && data.length > 0 ? <Table caption={texts.caption} columns={columns} rows={data} keyOf={({ number }) => String(number)} /> : null}
    </Section>
  );
}
