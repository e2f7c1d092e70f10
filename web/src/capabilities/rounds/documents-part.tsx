import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { ROUND_DOCUMENT_KINDS } from '@parindex/core/contracts/schemas/round-documents';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isRefusal } from '../../client/request.ts';
import { useRights } from '../../client/rights.ts';
import { ConfirmedAct } from '../../kit/acts/confirmed-act.tsx';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { Empty } from '../../kit/lists/empty.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { formatDay, formatMoment } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { DocumentForm } from './document-form.tsx';
import { FileLinks } from './files-input.tsx';
import type { PartProps } from './parts.ts';
import { documentsChanged, documentsQuery, lettersQuery, type RoundDocument, withdrawDocument } from './queries/documents.ts';
import type { Round } from './queries/rounds.ts';
import { documentTexts } from './texts/documents.ts';

/** The plan, guidance, decisions and letters of urging of a round, the newest version of each to read. */
export function DocumentsPart({ round, mayChange }: PartProps) {
  const texts = useTexts(documentTexts);
  const [adding, setAdding] = useState(false);
  const owns = useRights().may('round.write', { roundOwner: round.ownerBody.id });
  const query = useQuery(documentsQuery(round.id));
  if (isRefusal(query.error, 'refused'))
    return (
      <Section title={texts.title}>
        <Text size="sm">{texts.notForYou}</Text>
      </Section>
    );
  const hasPlan = query.data?.some(({ kind, withdrawnAt }) => kind === 'plan' && withdrawnAt === null) === true;
  return (
    <Section
      title={texts.title}
      lead={texts.lead}
      actions={
        owns && !adding ? (
          <Button variant="default" onClick={() => setAdding(true)}>
            {texts.add}
          </Button>
        ) : undefined
      }
    >
      {adding ? (
        <DocumentForm
          round={round}
          kinds={mayChange ? ROUND_DOCUMENT_KINDS.filter((kind) => kind !== 'plan' || !hasPlan) : ['decision']}
          onDone={() => setAdding(false)}
        />
      ) : null}
      <Loaded query={query}>
        {(documents) =>
          documents.length === 0 ? (
            <Empty title={texts.none}>
              <Text>{texts.noneMore}</Text>
            </Empty>
          ) : (
            <Stack gap="sm">
              {documents.map((document) => (
                <DocumentCard key={document.id} round={round} document={document} mayChange={mayChange} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <MadeLetters round={round} />
    </Section>
  );
}

/** Letters of urging as they were made here, for the owners of the round. */
function MadeLetters({ round }: { round: Round }) {
  const texts = useTexts(documentTexts);
  const { data = [] } = useQuery(lettersQuery(round.id));
  if (data.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-label={texts.letters}>
      <Title order={3} size="h5">
        {texts.letters}
      </Title>
      <Text size="sm" c="dimmed">
        {texts.lettersLead}
      </Text>
      {data.map(({ file, bodies, madeBy }) => (
        <div key={file.id}>
          <Text size="sm">{texts.madeLetter(formatMoment(file.broughtAt), madeBy.name, bodies.length)}</Text>
          <Text size="sm" c="dimmed">
            {bodies.map(({ name }) => name).join(', ')}
          </Text>
          <FileLinks round={round.id} files={[file]} made />
        </div>
      ))}
    </Stack>
  );
}

function DocumentCard({ round, document, mayChange }: { round: Round; document: RoundDocument; mayChange: boolean }) {
  const texts = useTexts(documentTexts);
  const [writing, setWriting] = useState(false);
  const withdraw = useAct(() => withdrawDocument(round.id, document.id), { refresh: (client) => documentsChanged(client, round.id) });
  const { kind, withdrawnAt, versions } = document;
  const [newest, ...older] = versions;
  if (!newest) return null;
  return (
    <article className="card" aria-label={`${texts.kinds[kind]} ${newest.number}`}>
      <Stack gap="xs">
        <Group gap="xs">
          <StateBadge tone={kind === 'plan' && withdrawnAt === null ? 'act' : 'quiet'}>{texts.kinds[kind]}</StateBadge>
          <Text size="sm">{texts.told(newest.number, formatDay(newest.date), newest.issuer)}</Text>
        </Group>
        <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
          {newest.subject}
        </Text>
        {withdrawnAt === null ? (
          <FileLinks round={round.id} files={newest.files} />
        ) : (
          <Text size="sm" c="dimmed">
            {texts.withdrawn(formatMoment(withdrawnAt))}
          </Text>
        )}
        {older.length === 0 ? null : (
          <details>
            <summary>{texts.older(older.length)}</summary>
            <Stack gap="xs" mt="xs">
              {older.map((version) => (
                <div key={version.version}>
                  <Text size="sm">{texts.told(version.number, formatDay(version.date), version.issuer)}</Text>
                  <Text size="sm" c="dimmed">
                    {version.subject}
                  </Text>
                  <FileLinks round={round.id} files={version.files} />
                </div>
              ))}
            </Stack>
          </details>
        )}
        {writing ? <DocumentForm round={round} document={document} onDone={() => setWriting(false)} /> : null}
        <Outcome error={withdraw.error} />
        {mayChange && withdrawnAt === null && !writing ? (
          <Group gap="xs" align="flex-start">
            <Button size="compact-sm" variant="default" onClick={() => setWriting(true)}>
              {texts.newVersion}
            </Button>
            <ConfirmedAct
              act={texts.withdraw}
              question={texts.withdrawQuestion}
              yes={texts.withdrawYes}
              acting={withdraw.isPending}
              onAct={() => withdraw.mutate()}
              quiet
              small
            />
          </Group>
        ) : null}
      </Stack>
    </article>
  );
}
