import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { newRoundDocument, ROUND_DOCUMENT_KINDS, type RoundDocumentKind } from '@parindex/core/contracts/schemas/round-documents';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { useRequestId } from '../../kit/acts/request-id.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { DayInput } from '../../kit/fields/day-input.tsx';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { FilesInput } from './files-input.tsx';
import { addDocument, addVersion, documentsChanged, type RoundDocument, type RoundFile } from './queries/documents.ts';
import type { Round } from './queries/rounds.ts';
import { documentTexts } from './texts/documents.ts';

interface DocumentFormProps {
  readonly round: Round;
  /** The document of which this is a new version; undefined: a document of its own. */
  readonly document?: RoundDocument;
  readonly kinds?: readonly RoundDocumentKind[];
  readonly onDone: () => void;
}

/** A document of the round: what it is, its number, date, issuer and subject, its files. */
export function DocumentForm({ round, document, kinds = ROUND_DOCUMENT_KINDS, onDone }: DocumentFormProps) {
  const texts = useTexts(documentTexts);
  const [newest] = document?.versions ?? [];
  const [kind, setKind] = useState<RoundDocumentKind>(document?.kind ?? kinds[0] ?? 'guidance');
  const [files, setFiles] = useState<readonly RoundFile[]>([]);
  const idOf = useRequestId();
  const { values, text, input } = useForm(
    { number: '', date: undefined as string | undefined, issuer: newest?.issuer ?? round.ownerBody.name, subject: newest?.subject ?? '' },
    limitsOf(newRoundDocument),
  );
  const save = useAct(
    async () => {
      const { number, date, issuer, subject } = values;
      if (date === undefined) throw new Error('a document without a date has been sent');
      const told = { number: number.trim(), date, issuer: issuer.trim(), subject: subject.trim(), files: files.map(({ id }) => id) };
      if (document && newest) return addVersion(round.id, document.id, { version: newest.version, ...told });
      return addDocument(round.id, { id: idOf(kind, told), kind, ...told });
    },
    { refresh: (client) => documentsChanged(client, round.id), onDone },
  );
  return (
    <InlineForm
      title={document ? texts.newVersionOf(newest?.number ?? '') : texts.add}
      of={document?.id ?? 'new'}
      submit={texts.save}
      act={save}
      onSubmit={() => save.mutate()}
      onCancel={onDone}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {document ? null : (
          <Select
            label={texts.kind}
            data={kinds.map((one) => ({ value: one, label: texts.kinds[one] }))}
            value={kind}
            onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
            allowDeselect={false}
          />
        )}
        <TextInput label={texts.issuer} required {...text('issuer')} />
        <TextInput label={texts.number} required {...text('number')} />
        <DayInput label={texts.date} required {...input('date')} />
      </SimpleGrid>
      <Textarea label={texts.subject} required rows={2} {...text('subject')} />
      <FilesInput round={round.id} files={files} onChange={setFiles} />
    </InlineForm>
  );
}
