import { Select, Text, Textarea } from '@mantine/core';
import { newAssignments } from '@parindex/core/contracts/schemas/assignments';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { limitsOf } from '../../client/limits.ts';
import { ClosingInput } from '../../kit/fields/moment-input.tsx';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';

import { useSheet } from '../sheets/sheet-at-work.tsx';
import type { Department } from './queries/assignments.ts';
import { assignTexts } from './texts/assign.ts';
import { useGiving } from './use-giving.ts';

interface GiveDialogProps {
  readonly departments: readonly Department[];
  /** Keys of the targets to assign. */
  readonly selected: readonly string[];
  readonly matter?: 'explanation';
  readonly onDone: () => void;
  readonly onClose: () => void;
}

interface Typed {
  readonly to: string | null;
  readonly person: string | null;
  readonly due: string | undefined;
  readonly note: string;
}

/** To whom, until when, with which note. */
export function GiveDialog({ departments, selected, matter, onDone, onClose }: GiveDialogProps) {
  const texts = useTexts(assignTexts);
  const roles: Readonly<Record<string, string>> = useTexts(ROLE_NAMES);
  const { language } = useLanguage();
  const { sheet } = useSheet();
  const { values, put, text, input } = useForm<Typed>({ to: null, person: null, due: undefined, note: '' }, limitsOf(newAssignments));
  const { to, person, due, note } = values;
  const give = useGiving(sheet, onDone);
  const people = departments.find(({ id }) => id === to)?.people ?? [];
  const submit = () => {
    if (to === null) return;
    give.mutate([
      {
        ...{ to, targets: selected, ...(matter === undefined ? {} : { matter }) },
        ...(person === null ? {} : { person }),
        ...(due === undefined ? {} : { due }),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      },
    ]);
  };
  return (
    <FormDialog title={texts.giveTitle(formatCount(selected.length, language))} submit={texts.give} act={give} onSubmit={submit} onClose={onClose}>
      <Text size="sm">{texts.giveMore}</Text>
      <Select
        label={texts.department}
        required
        searchable
        data={departments.map(({ id, name }) => ({ value: id, label: id === sheet.body ? texts.itself(name) : name }))}
        value={to}
        onChange={(chosen) => put({ to: chosen, person: null })}
      />
      <Select
        label={texts.person}
        placeholder={texts.anybody}
        clearable
        disabled={people.length === 0}
        data={people.map(({ id, name, role }) => ({ value: id, label: `${name} (${roles[role] ?? role})` }))}
        {...input('person')}
      />
      <ClosingInput label={texts.due} description={texts.dueMore} {...input('due')} />
      <Textarea label={texts.note} rows={2} {...text('note')} />
    </FormDialog>
  );
}
