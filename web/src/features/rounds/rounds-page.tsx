import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ownedBodies } from '../../api/owned-bodies.ts';
import { type RoundRow, roundsQuery } from '../../api/rounds.ts';
import { sessionQuery } from '../../api/session.ts';
import { useTexts } from '../../texts/language.tsx';
import { roundTexts } from '../../texts/rounds.ts';
import { EditionName } from '../../ui/edition-name.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Link } from '../../ui/link.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { NewRoundForm } from './new-round-form.tsx';

/** All rounds that the reader may know of, and the way to make another. */
export function RoundsPage() {
  const texts = useTexts(roundTexts);
  const session = useQuery(sessionQuery).data;
  const { data: rounds, error, refetch } = useQuery(roundsQuery);
  const [making, setMaking] = useState(false);
  const owned = ownedBodies(session);
  const columns: readonly Column<RoundRow>[] = [
    { key: 'year', title: texts.year, cell: ({ year }) => year },
    {
      key: 'title',
      title: texts.name,
      names: true,
      cell: ({ id, title }) => (
        <Link to="/lam-viec/ky-danh-gia/$round" params={{ round: id }} size="sm" miw="10rem" display="inline-block">
          {title}
        </Link>
      ),
    },
    { key: 'state', title: texts.state, cell: ({ state }) => <StateBadge strong={state === 'open'}>{texts.states[state]}</StateBadge> },
    { key: 'owner', title: texts.owner, least: '8rem', cell: ({ ownerBody }) => ownerBody.name },
    {
      key: 'edition',
      title: texts.edition,
      least: '14rem',
      cell: ({ edition }) =>
        edition === null ? (
          <Text span c="dimmed" size="sm">
            {texts.facts.noEdition}
          </Text>
        ) : (
          <Link to="/lam-viec/bo-tieu-chi/$edition" params={{ edition }} size="sm">
            <EditionName id={edition} />
          </Link>
        ),
    },
  ];
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={owned.length > 0 && !making ? <Button onClick={() => setMaking(true)}>{texts.create}</Button> : undefined}
    >
      {making ? <NewRoundForm owned={owned} rounds={rounds ?? []} onCancel={() => setMaking(false)} /> : null}
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {!rounds && !error ? <Loading /> : null}
      {rounds?.length === 0 ? (
        <Empty title={texts.none}>
          <Text>{owned.length > 0 ? texts.noneOwner : texts.noneOther}</Text>
        </Empty>
      ) : null}
      {rounds && rounds.length > 0 ? <Table caption={texts.caption} columns={columns} rows={rounds} keyOf={({ id }) => id} /> : null}
    </Page>
  );
}
