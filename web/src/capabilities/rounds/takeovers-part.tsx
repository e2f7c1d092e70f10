import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useRights } from '../../client/rights.ts';
import { Empty } from '../../kit/lists/empty.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount, formatDay, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { EditionName } from '../editions/edition-name.tsx';
import { editionsQuery } from '../editions/queries/editions.ts';
import type { PartProps } from './parts.ts';
import { type Takeover, takeoversQuery } from './queries/round-changes.ts';
import { TakeoverChanges } from './takeover-changes.tsx';
import { TakeoverForm } from './takeover-form.tsx';
import { planTexts } from './texts/round-plan.ts';

function FromTo({ from, to }: Pick<Takeover, 'from' | 'to'>) {
  const { to: and } = useTexts(planTexts).takeovers;
  return (
    <>
      <EditionName id={from} /> {and} <EditionName id={to} />
    </>
  );
}

/** Later editions that took over in mid-round. */
export function TakeoversPart({ round, mayChange }: PartProps) {
  const texts = useTexts(planTexts).takeovers;
  const extensions = useTexts(planTexts).extensions;
  const { language } = useLanguage();
  const query = useQuery(takeoversQuery(round.id));
  const { data } = query;
  const others = (useQuery(editionsQuery).data ?? []).filter(({ id, state }) => state === 'adopted' && id !== round.edition);
  const [adding, setAdding] = useState(false);
  const [done, setDone] = useState(0);
  const owns = useRights().may('round.write', { roundOwner: round.ownerBody.id });
  const offers = mayChange && round.state === 'open' && others.length > 0;
  const columns: readonly Column<Takeover>[] = [
    { key: 'number', title: texts.number, cell: ({ number }) => number },
    { key: 'editions', title: texts.fromTo, names: true, cell: ({ from, to }) => <FromTo from={from} to={to} /> },
    { key: 'document', title: texts.document, cell: ({ document }) => extensions.dated(document.number, formatDay(document.date)) },
    { key: 'performed', title: texts.performed, cell: ({ performedBy, performedAt }) => extensions.grantedBy(performedBy.name, formatMoment(performedAt)) },
    ...(owns
      ? [
          {
            key: 'dropped',
            title: texts.dropped,
            align: 'right' as const,
            cell: ({ dropped }: Takeover) => texts.droppedCount(formatCount(dropped.length, language)),
          },
        ]
      : []),
  ];
  return (
    <>
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
            others={others}
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
        <Loaded
          query={query}
          empty={
            <Empty title={texts.none}>{round.state !== 'open' ? <Text>{texts.cannot}</Text> : others.length === 0 ? <Text>{texts.noOther}</Text> : null}</Empty>
          }
        >
          {(data) => <Table caption={texts.caption} columns={columns} rows={data} keyOf={({ number }) => String(number)} />}
        </Loaded>
      </Section>
      {data && data.length > 0 ? <TakeoverChanges round={round} /> : null}
    </>
  );
}
