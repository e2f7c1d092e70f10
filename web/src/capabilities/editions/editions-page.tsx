import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ownedBodies } from '../../client/rights.ts';
import { sessionQuery } from '../../client/session.ts';
import { Empty } from '../../kit/lists/empty.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Link, LinkButton } from '../../kit/page/link.tsx';
import { Page } from '../../kit/page/page.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { useEditionWords } from './edition-words.ts';
import { NewDraftForm } from './new-draft-form.tsx';
import { type EditionRow, editionsQuery } from './queries/editions.ts';
import { editionTexts } from './texts/editions.ts';
import { schemeImportTexts } from './texts/scheme-import.ts';

/** All editions, adopted and drafts, and the way to a new draft. */
export function EditionsPage() {
  const texts = useTexts(editionTexts);
  const { open: bringIn } = useTexts(schemeImportTexts);
  const told = useEditionWords();
  const navigate = useNavigate();
  const owned = ownedBodies(useQuery(sessionQuery).data);
  const query = useQuery(editionsQuery);
  const [making, setMaking] = useState(false);
  const columns: readonly Column<EditionRow>[] = [
    {
      key: 'title',
      title: texts.name,
      names: true,
      cell: (edition) => (
        <Link to="/lam-viec/bo-tieu-chi/$edition" params={{ edition: edition.id }} size="sm">
          {told.title(edition) ?? texts.untitled}
        </Link>
      ),
    },
    {
      key: 'state',
      title: texts.state,
      cell: ({ state, withdrawn }) => (
        <StateBadge tone={state === 'draft' ? 'act' : 'quiet'}>{withdrawn === null ? texts.states[state] : texts.facts.withdrawn}</StateBadge>
      ),
    },
    { key: 'decision', title: texts.decision, cell: told.decision },
    { key: 'effective', title: texts.effective, cell: told.effective },
  ];
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        owned.length > 0 && !making ? (
          <>
            <LinkButton to="/lam-viec/dua-vao-bo-tieu-chi" variant="default">
              {bringIn}
            </LinkButton>
            <Button onClick={() => setMaking(true)}>{texts.create}</Button>
          </>
        ) : undefined
      }
    >
      {making ? (
        <NewDraftForm
          owned={owned}
          onCancel={() => setMaking(false)}
          onDone={(edition) => void navigate({ to: '/lam-viec/bo-tieu-chi/$edition', params: { edition } })}
        />
      ) : null}
      <Loaded
        query={query}
        empty={
          <Empty title={texts.none}>
            <Text>{owned.length > 0 ? texts.noneOwner : texts.noneOther}</Text>
          </Empty>
        }
      >
        {(data) => <Table caption={texts.caption} columns={columns} rows={data} keyOf={({ id }) => id} />}
      </Loaded>
    </Page>
  );
}
