import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatBytes, formatCount, formatDayOf } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useNow } from '../../kit/words/now.ts';
import { ErasureReason } from './erasure-reason.tsx';
import { askPurge, erasuresChanged, erasuresQuery } from './queries/erasures.ts';
import type { DueDocuments, Retention } from './queries/retention.ts';
import { erasureTexts } from './texts/erasures.ts';
import { retentionTexts } from './texts/retention.ts';

type RoundNamed = DueDocuments['round'];

/** What becomes due in a year, and the proposal to purge what is due already. */
export function DueSection({ due, until, mayPropose }: Pick<Retention, 'due' | 'until'> & { mayPropose: boolean }) {
  const all = useTexts(retentionTexts);
  const texts = all.due;
  const { language } = useLanguage();
  const now = useNow();
  const open = useQuery(erasuresQuery('open')).data;
  const [proposing, setProposing] = useState<RoundNamed>();
  const [done, setDone] = useState(false);
  const dueNow = new Map(due.filter(({ from }) => new Date(from) <= now).map(({ round }) => [round.id, round]));
  const proposable = [...dueNow.values()].filter(({ id }) => open && !open.some(({ kind, round }) => kind === 'purge' && round.id === id));
  return (
    <Section title={texts.title} lead={texts.lead(formatDayOf(until))}>
      <Outcome done={done && !proposing ? texts.done : undefined} />
      {due.length === 0 ? (
        <Text size="sm">{texts.none}</Text>
      ) : (
        <Table
          caption={texts.caption}
          keyOf={(row) => `${row.round.id} ${row.class} ${row.from}`}
          rows={due}
          columns={[
            { key: 'round', title: texts.round, least: '12rem', names: true, cell: ({ round }) => round.title },
            { key: 'class', title: texts.class, least: '12rem', cell: (row) => all.terms.classes[row.class] },
            { key: 'from', title: texts.from, least: '8rem', cell: ({ from }) => formatDayOf(from) },
            { key: 'documents', title: texts.documents, align: 'right', cell: ({ documents }) => formatCount(documents, language) },
            { key: 'bytes', title: texts.bytes, align: 'right', cell: ({ bytes }) => formatBytes(bytes, language) },
          ]}
        />
      )}
      {proposing ? (
        <PurgeForm
          key={proposing.id}
          round={proposing}
          onCancel={() => setProposing(undefined)}
          onDone={() => {
            setProposing(undefined);
            setDone(true);
          }}
        />
      ) : null}
      {mayPropose && !proposing && proposable.length > 0 ? (
        <Group gap="xs">
          {proposable.map((round) => (
            <Button key={round.id} variant="default" onClick={() => setProposing(round)}>
              {texts.act(round.title)}
            </Button>
          ))}
        </Group>
      ) : null}
    </Section>
  );
}

function PurgeForm({ round, onDone, onCancel }: { round: RoundNamed; onDone: () => void; onCancel: () => void }) {
  const texts = useTexts(retentionTexts).due;
  const { leave } = useTexts(erasureTexts);
  const [id] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState('');
  const propose = useAct(() => askPurge(round.id, { id, reason: reason.trim() }), {
    refresh: erasuresChanged,
    onDone,
  });
  return (
    <InlineForm
      title={texts.formTitle(round.title)}
      of={round.id}
      submit={texts.yes}
      act={propose}
      leave={leave}
      onSubmit={() => propose.mutate()}
      onCancel={onCancel}
    >
      <Text size="sm" maw="75ch">
        {texts.formMore}
      </Text>
      <ErasureReason label={texts.reason} value={reason} onChange={setReason} />
    </InlineForm>
  );
}
