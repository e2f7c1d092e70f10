import { List, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { isRefusal } from '../../client/request.ts';
import type { Act } from '../../kit/acts/use-act.ts';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { FormActions } from '../../kit/forms/form-actions.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { EditionTexts } from './queries/editions.ts';
import { TextField } from './text-field.tsx';
import { editionTexts } from './texts/editions.ts';

interface DraftFormProps {
  readonly before?: EditionTexts;
  /** Further inputs of the form. */
  readonly children?: ReactNode;
  readonly act: Act;
  readonly load?: (current: unknown) => void;
  readonly onSave: (texts: EditionTexts) => void;
  readonly onCancel: () => void;
}

interface Place {
  readonly in: 'document' | 'cases';
  readonly line: number;
  readonly column: number;
}

/** The two texts of a draft. */
export function DraftForm({ before, children, act, load, onSave, onCancel }: DraftFormProps) {
  const texts = useTexts(editionTexts);
  const [document, setDocument] = useState(before?.document ?? '');
  const [cases, setCases] = useState(before?.cases ?? '');
  const places = isRefusal(act.error, 'unreadable') ? ((act.error.problem['places'] as Place[] | undefined) ?? []) : [];
  const submit = () => {
    onSave({ document, cases });
  };
  return (
    <CheckedForm onSubmit={submit}>
      <Stack>
        {children}
        <TextField label={texts.document} required value={document} onChange={setDocument} />
        <TextField label={texts.cases} description={texts.casesMore} value={cases} onChange={setCases} />
        <FormActions submit={texts.saveDraft} act={act} load={load} onCancel={onCancel}>
          {places.length > 0 ? (
            <Stack gap={4}>
              <Text size="sm">{texts.unreadable}</Text>
              <List size="sm">
                {places.map(({ in: part, line, column }) => (
                  <List.Item key={`${part} ${line} ${column}`}>
                    {part === 'document' ? texts.document : texts.cases}: {texts.faults.line.toLowerCase()} {line}, {texts.faults.column.toLowerCase()} {column}
                  </List.Item>
                ))}
              </List>
            </Stack>
          ) : null}
        </FormActions>
      </Stack>
    </CheckedForm>
  );
}
