import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ownedBodies } from '../../client/rights.ts';
import { sessionQuery } from '../../client/session.ts';
import { Empty } from '../../kit/lists/empty.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Link } from '../../kit/page/link.tsx';
import { Page } from '../../kit/page/page.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { EditionName } from '../editions/edition-name.tsx';
import { NewRoundForm } from './new-round-form.tsx';
import { type RoundRow, roundsQuery } from './queries/rounds.ts';
import { roundTexts } from './texts/rounds.ts';

/** All rounds that the reader may see, and a form for a new one. */
export function RoundsPage() {
  const texts = useTexts(roundTexts);
  const session = useQuery(sessionQuery).data;
  const query = useQuery(roundsQuery);
  const { data: rounds } = query;
  // The form starts from the last round, so it waits until the rounds are known.
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
    { key: 'state', title: texts.state, cell: ({ state }) => <StateBadge tone={state === 'open' ? 'act' : 'quiet'}>{texts.states[state]}</StateBadge> },
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
      {making && rounds ? <NewRoundForm owned={owned} rounds={rounds} onCancel={() => setMaking(false)} /> : null}
      <Loaded
        query={query}
        empty={
          <Empty title={texts.none}>
            <Text>{owned.length > 0 ? texts.noneOwner : texts.noneOther}</Text>
          </Empty>
        }
      >
        {(rounds) => <Table caption={texts.caption} columns={columns} rows={rounds} keyOf={({ id }) => id} />}
      </Loaded>
    </Page>
  );
}
