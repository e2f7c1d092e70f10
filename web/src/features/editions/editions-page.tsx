import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type EditionRow, editionsQuery } from '../../api/editions.ts';
import { ownedBodies } from '../../api/owned-bodies.ts';
import { sessionQuery } from '../../api/session.ts';
import { editionTexts } from '../../texts/editions.ts';
import { useTexts } from '../../texts/language.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Link } from '../../ui/link.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { useEditionWords } from './edition-words.ts';
import { NewDraftForm } from './new-draft-form.tsx';

/** All editions, adopted and drafts, and the way to a new draft. */
export function EditionsPage() {
  const texts = useTexts(editionTexts);
  const told = useEditionWords();
  const navigate = useNavigate();
  const owned = ownedBodies(useQuery(sessionQuery).data);
  const { data, error, refetch } = useQuery(editionsQuery);
  const [making, setMaking] = useState(false);
  const columns: readonly Column<EditionRow>[] = [
    {
      key: 'id',
      title: texts.code,
      names: true,
      cell: ({ id }) => (
        <Link to="/lam-viec/bo-tieu-chi/$edition" params={{ edition: id }} size="sm" className="figures">
          {id}
        </Link>
      ),
    },
    {
      key: 'title',
      title: texts.name,
      cell: (edition) => (
        <Text size="sm" miw="16rem">
          {told.title(edition) ?? texts.untitled}
        </Text>
      ),
    },
    { key: 'state', title: texts.state, cell: ({ state }) => <StateBadge strong={state === 'draft'}>{texts.states[state]}</StateBadge> },
    { key: 'decision', title: texts.decision, cell: told.decision },
    { key: 'effective', title: texts.effective, cell: told.effective },
  ];
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={owned.length > 0 && !making ? <Button onClick={() => setMaking(true)}>{texts.create}</Button> : undefined}
    >
      {making ? (
        <NewDraftForm
          owned={owned}
          onCancel={() => setMaking(false)}
          onDone={(edition) => void navigate({ to: '/lam-viec/bo-tieu-chi/$edition', params: { edition } })}
        />
      ) : null}
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data?.length === 0 ? (
        <Empty title={texts.none}>
          <Text>{owned.length > 0 ? texts.noneOwner : texts.noneOther}</Text>
        </Empty>
      ) : null}
      {data && data.length > 0 ? <Table caption={texts.caption} columns={columns} rows={data} keyOf={({ id }) => id} /> : null}
    </Page>
  );
}
