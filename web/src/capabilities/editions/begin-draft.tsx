import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { schemeFileQuery } from '@parindex/core/contracts/schemas/editions';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { loadedLater } from '../../client/loaded-later.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { FormActions } from '../../kit/forms/form-actions.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { ID_PATTERN } from './edition-id.ts';
import { useEditionChoices } from './edition-words.ts';
import { type Edition, editionAnswered, editionsQuery, keepDraft, readEditionTexts } from './queries/editions.ts';
import { editionTexts } from './texts/editions.ts';

interface BeginDraftProps {
  /** Begins as an adopted edition stands, else with nothing. */
  readonly asEdition: boolean;
  readonly ownerBody: string | undefined;
  readonly children: ReactNode;
  readonly onDone: (edition: Edition) => void;
  readonly onCancel: () => void;
}

/** Makes a draft under an id and a title, which begins as an adopted edition stands, or with nothing. */
export function BeginDraft({ asEdition, ownerBody, children, onDone, onCancel }: BeginDraftProps) {
  const texts = useTexts(editionTexts);
  const choices = useEditionChoices();
  const adopted = (useQuery(editionsQuery).data ?? []).filter(({ state }) => state === 'adopted');
  const { values, text } = useForm({ id: '', title: '' }, limitsOf(schemeFileQuery));
  const [from, setFrom] = useState<string | null>(null);
  const make = useAct(
    async () => {
      // Loaded on demand: what reads and writes documents is large.
      const { begunFrom, emptyDocument } = await loadedLater(() => import('@parindex/core/studio/beginning'));
      const name = { id: values.id.trim(), title: values.title.trim() };
      const before = asEdition && from !== null ? await readEditionTexts(from) : undefined;
      const written = before ? { document: begunFrom(before.document, name), cases: before.cases } : { document: emptyDocument(name), cases: '' };
      return keepDraft({ ...written, ...(ownerBody === undefined ? {} : { ownerBody }) });
    },
    { refresh: editionAnswered, onDone },
  );
  return (
    <CheckedForm onSubmit={() => make.mutate()}>
      <Stack>
        {children}
        {asEdition ? <Select label={texts.begin.from} required data={choices(adopted)} value={from} onChange={setFrom} maw="40rem" searchable /> : null}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={texts.begin.title} required {...text('title')} />
          <TextInput label={texts.begin.id} description={texts.begin.idMore} required pattern={ID_PATTERN} {...text('id')} />
        </SimpleGrid>
        <FormActions submit={texts.create} act={make} onCancel={onCancel} />
      </Stack>
    </CheckedForm>
  );
}
