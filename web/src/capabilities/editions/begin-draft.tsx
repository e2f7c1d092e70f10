import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { schemeFileQuery } from '@parindex/core/contracts/schemas/editions';
import { SCHEME_STATUS_NAMES } from '@parindex/core/words/states';
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
import { useEditionChoices, useEditionWords } from './edition-words.ts';
import { type Edition, editionAnswered, editionsQuery, keepDraft, readEditionTexts, readTemplateTexts, templatesQuery } from './queries/editions.ts';
import { editionTexts } from './texts/editions.ts';

interface BeginDraftProps {
  /** As an adopted edition stands, as a template does, or with nothing. */
  readonly beginning: 'edition' | 'template' | 'nothing';
  readonly ownerBody: string | undefined;
  readonly children: ReactNode;
  readonly onDone: (edition: Edition) => void;
  readonly onCancel: () => void;
}

const READ = { edition: readEditionTexts, template: readTemplateTexts } as const;

/** Makes a draft under an id and a title, which begins as an adopted edition or a template stands, or with nothing. */
export function BeginDraft({ beginning, ownerBody, children, onDone, onCancel }: BeginDraftProps) {
  const texts = useTexts(editionTexts);
  const { values, text } = useForm({ id: '', title: '' }, limitsOf(schemeFileQuery));
  const [from, setFrom] = useState<string | null>(null);
  const make = useAct(
    async () => {
      // Loaded on demand: what reads and writes documents is large.
      const { begunFrom, emptyDocument } = await loadedLater(() => import('@parindex/core/studio/beginning'));
      const name = { id: values.id.trim(), title: values.title.trim() };
      const before = beginning === 'nothing' || from === null ? undefined : await READ[beginning](from);
      const written = before ? { document: begunFrom(before.document, name), cases: before.cases } : { document: emptyDocument(name), cases: '' };
      return keepDraft({ ...written, ...(ownerBody === undefined ? {} : { ownerBody }) });
    },
    { refresh: editionAnswered, onDone },
  );
  return (
    <CheckedForm onSubmit={() => make.mutate()}>
      <Stack>
        {children}
        {beginning === 'edition' ? <AdoptedSelect value={from} onChange={setFrom} /> : null}
        {beginning === 'template' ? <TemplateSelect value={from} onChange={setFrom} /> : null}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={texts.begin.title} required {...text('title')} />
          <TextInput label={texts.begin.id} description={texts.begin.idMore} required pattern={ID_PATTERN} {...text('id')} />
        </SimpleGrid>
        <FormActions submit={texts.create} act={make} onCancel={onCancel} />
      </Stack>
    </CheckedForm>
  );
}

interface FromSelectProps {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

function AdoptedSelect(props: FromSelectProps) {
  const texts = useTexts(editionTexts).begin;
  const choices = useEditionChoices();
  const adopted = (useQuery(editionsQuery).data ?? []).filter(({ state }) => state === 'adopted');
  return <Select label={texts.from} required data={choices(adopted)} maw="40rem" searchable {...props} />;
}

/** Templates, each with what it is. */
function TemplateSelect(props: FromSelectProps) {
  const texts = useTexts(editionTexts).begin;
  const statuses = useTexts(SCHEME_STATUS_NAMES);
  const told = useEditionWords();
  const { data = [] } = useQuery(templatesQuery);
  const choices = data.map((template) => ({ value: template.id, label: `${told.title(template) ?? template.id} (${statuses[template.status]})` }));
  return <Select label={texts.template} required data={choices} maw="40rem" {...props} />;
}
