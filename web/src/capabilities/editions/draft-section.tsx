import { Button, Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmedAct } from '../../kit/acts/confirmed-act.tsx';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { Section } from '../../kit/page/section.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Loading } from '../../kit/reading/loading.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { ProblemNotice } from '../../kit/reading/problem-notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { DraftForm } from './draft-form.tsx';
import { changeDraft, type Edition, type EditionTexts, editionAnswered, editionsQuery, readEditionTexts, removeDraft } from './queries/editions.ts';
import { editionTexts } from './texts/editions.ts';

/** Changes the texts of a draft, or removes it. */
export function DraftSection({ edition }: { edition: Edition }) {
  const texts = useTexts(editionTexts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const written = useQuery({
    queryKey: ['editions', edition.id, 'texts', edition.version],
    queryFn: () => readEditionTexts(edition.id),
    enabled: editing,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const change = useAct((changed: EditionTexts) => changeDraft(edition.id, { ...changed, version: edition.version }), {
    refresh: editionAnswered,
    onDone: () => setEditing(false),
  });
  const load = (current: unknown) => {
    change.load(current);
    remove.reset();
  };
  const remove = useAct(() => removeDraft(edition.id, edition.version), {
    onDone: async () => {
      await navigate({ to: '/lam-viec/bo-tieu-chi' });
      client.removeQueries({ queryKey: ['editions', edition.id] });
      void client.invalidateQueries({ queryKey: editionsQuery.queryKey });
    },
  });
  // Keeps what was typed when a newer version is loaded.
  const [opened, setOpened] = useState<EditionTexts>();
  if (editing && written.data && !opened) setOpened(written.data);
  if (!editing && opened) setOpened(undefined);
  return (
    <Section
      title={texts.draft.title}
      actions={
        editing ? undefined : (
          <Button variant="default" onClick={() => setEditing(true)}>
            {texts.draft.edit}
          </Button>
        )
      }
    >
      {change.isSuccess && !editing ? (
        <Arrival of={change.data}>
          <Notice kind="good">{texts.saved}</Notice>
        </Arrival>
      ) : null}
      {editing && written.error ? <ProblemNotice error={written.error} retry={() => void written.refetch()} /> : null}
      {editing && !opened && !written.error ? <Loading /> : null}
      {editing && opened ? (
        <DraftForm before={opened} act={change} load={load} onSave={(changed) => change.mutate(changed)} onCancel={() => setEditing(false)} />
      ) : null}
      {editing ? null : (
        <>
          <Outcome error={remove.error} load={load} />
          <Group>
            <ConfirmedAct
              act={texts.draft.remove}
              question={texts.draft.removeAsk(edition.id)}
              yes={texts.draft.removeYes}
              acting={remove.isPending}
              onAct={() => remove.mutate()}
              quiet
            />
          </Group>
        </>
      )}
    </Section>
  );
}
