import { Select, Stack, Text, Title } from '@mantine/core';
import { STAGE_NAMES } from '@parindex/core/words/stages';
import { TAKEOVER_CHANGE_NAMES } from '@parindex/core/words/takeover-words';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useRights } from '../../client/rights.ts';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { formatDay } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { useNow } from '../../kit/words/now.ts';
import { type SheetTakeover, sheetTakeoversQuery } from './queries/round-changes.ts';
import type { Round } from './queries/rounds.ts';
import { planTexts } from './texts/round-plan.ts';

type Taken = SheetTakeover['changes'][number];

/** What later editions changed for one body: chosen among those whose sheets the reader sees. */
export function TakeoverChanges({ round }: { round: Round }) {
  const all = useTexts(planTexts);
  const texts = all.takeovers.changes;
  const { may } = useRights();
  const now = useNow();
  const sheet = {
    roundOwner: round.ownerBody.id,
    domainOwners: round.domainOwners.map(({ body }) => body),
    departments: [],
    calendar: { steps: round.steps, moment: now },
  };
  const seen = round.participants.filter(({ body }) => may('sheet.read', { ...sheet, body }));
  const [chosen, setChosen] = useState(seen.length === 1 ? seen[0]?.body : undefined);
  if (seen.length === 0) return null;
  return (
    <Section title={texts.title} lead={texts.lead}>
      {seen.length === 1 ? null : (
        <Select
          label={texts.body}
          placeholder={all.choose}
          searchable
          nothingFoundMessage={all.nothing}
          maw="28rem"
          data={seen.map(({ body, name }) => ({ value: body, label: name }))}
          value={chosen ?? null}
          onChange={(body) => setChosen(body ?? undefined)}
        />
      )}
      {chosen === undefined ? null : <ChangesOfSheet key={chosen} round={round.id} body={chosen} />}
    </Section>
  );
}

function ChangesOfSheet({ round, body }: { round: string; body: string }) {
  const texts = useTexts(planTexts).takeovers;
  const dated = useTexts(planTexts).extensions.dated;
  const kinds = useTexts(TAKEOVER_CHANGE_NAMES);
  const stages = useTexts(STAGE_NAMES);
  const called = (one: Taken['before'], kind: Taken['kind']) => (one === null ? '–' : kind === 'item' ? `${one.code}. ${one.title}` : one.title);
  const columns: readonly Column<Taken>[] = [
    { key: 'before', title: texts.old, names: true, least: '12rem', cell: ({ before, kind }) => called(before, kind) },
    { key: 'after', title: texts.new, least: '12rem', cell: ({ after, kind }) => called(after, kind) },
    { key: 'changes', title: texts.changes.changed, least: '9rem', cell: ({ changes }) => changes.map((change) => kinds[change]).join('; ') || '–' },
    { key: 'held', title: texts.changes.held, least: '8rem', cell: ({ held }) => held.map((stage) => stages[stage]).join('; ') || texts.changes.nothing },
    {
      key: 'again',
      title: texts.dropped,
      least: '12rem',
      cell: ({ again }) => again.map(({ stage, fields }) => `${stages[stage]}: ${fields.join(', ')}`).join('; ') || '–',
    },
  ];
  return (
    <Loaded query={useQuery(sheetTakeoversQuery(round, body))}>
      {(takeovers) =>
        takeovers.map(({ number, document, changes }) => (
          <Stack key={number} gap="sm">
            <Title order={3} size="h5">
              {texts.changes.ofNumber(String(number), dated(document.number, formatDay(document.date)))}
            </Title>
            {changes.length === 0 ? (
              <Text>{texts.changes.none}</Text>
            ) : (
              <Table
                caption={texts.changes.title}
                columns={columns}
                rows={changes}
                keyOf={({ kind, before, after }) => `${kind} ${before?.code ?? ''} ${after?.code ?? ''}`}
              />
            )}
          </Stack>
        ))
      }
    </Loaded>
  );
}
