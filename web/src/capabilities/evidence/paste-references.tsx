import { Button, Group, List, Stack, Text } from '@mantine/core';
import { MOST_REFERENCES } from '@parindex/core/contracts/limits';
import { type Reference, readReferences } from '@parindex/core/evidence/references';
import { referenceFaultText } from '@parindex/core/words/reference-fault-text';
import { useState } from 'react';
import type { SheetKey } from '../../client/sheet.ts';
import { libraryChanged } from '../../device/uploads/queries.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { PasteForm } from '../../kit/forms/paste-form.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { formatDay } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { addReferences } from './queries/documents.ts';
import { documentTexts } from './texts/documents.ts';

/** A reference with a fixed id, so that sending it twice records it once. */
type Known = Reference & { readonly id: string };

interface PasteReferencesProps {
  readonly library: SheetKey;
  readonly onDone: (count: number) => void;
  readonly onCancel: () => void;
}

/** A pasted list of documents by number, shown with its faults before anything is stored. */
export function PasteReferences({ library, onDone, onCancel }: PasteReferencesProps) {
  const texts = useTexts(documentTexts);
  const { references: words } = texts;
  const { cancel } = useTexts(controlTexts);
  const { language } = useLanguage();
  const [text, setText] = useState('');
  const [read, setRead] = useState<Pick<ReturnType<typeof readReferences>, 'faults'> & { readonly references: readonly Known[] }>();
  const save = useAct(
    async (references: readonly Known[]) => {
      const sent = references.map(({ id, number, date, subject }) => ({ id, number, date, subject }));
      for (let at = 0; at < sent.length; at += MOST_REFERENCES) await addReferences(library, sent.slice(at, at + MOST_REFERENCES));
      return sent.length;
    },
    {
      refresh: (client) => void libraryChanged(client, library),
      onDone,
    },
  );
  const readText = () => {
    const { references, faults } = readReferences(text);
    setRead({ references: references.map((reference) => ({ ...reference, id: crypto.randomUUID() })), faults });
  };
  const found = read?.references ?? [];
  return (
    <PasteForm
      title={words.title}
      label={words.label}
      description={words.more}
      placeholder={words.example}
      text={text}
      onText={(typed) => {
        setText(typed);
        setRead(undefined);
        save.reset();
      }}
      onRead={readText}
    >
      {read ? (
        <Arrival of={read}>
          <Stack gap="sm">
            {read.faults.length > 0 ? (
              <Notice kind="warning" title={words.faults}>
                <List size="sm">
                  {read.faults.map((fault) => (
                    <List.Item key={`${fault.code} ${fault.line} ${fault.found}`}>{words.line(fault.line, referenceFaultText(fault, language))}</List.Item>
                  ))}
                </List>
              </Notice>
            ) : null}
            {found.length === 0 ? (
              <Text>{words.none}</Text>
            ) : (
              <Table
                caption={words.table}
                dense
                columns={[
                  { key: 'number', title: texts.number, names: true, cell: ({ number }) => number },
                  { key: 'date', title: texts.date, cell: ({ date }) => (date === null ? words.noDate : formatDay(date)) },
                  { key: 'subject', title: texts.subject, least: '8rem', cell: ({ subject }) => subject ?? '–' },
                ]}
                rows={found}
                keyOf={({ id }) => id}
              />
            )}
          </Stack>
        </Arrival>
      ) : null}
      <Outcome error={save.error} />
      <Group>
        {found.length > 0 ? (
          <Button loading={save.isPending} onClick={() => save.mutate(found)}>
            {words.save(found.length)}
          </Button>
        ) : null}
        <Button type="submit" variant={found.length > 0 ? 'default' : 'filled'}>
          {words.preview}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {cancel}
        </Button>
      </Group>
    </PasteForm>
  );
}
