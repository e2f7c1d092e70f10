import { Radio, Stack, Text, Title } from '@mantine/core';
import { Table } from '../../kit/lists/table.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { WorkbookChange, WorkbookPreview } from './queries/workbooks.ts';
import { sheetTexts } from './texts/sheet.ts';
import { workbookTexts } from './texts/workbook.ts';
import { conflictKey } from './workbook-entries.ts';

/** What a changed field is called, with the item that it is of. */
const fieldText = ({ target, name }: WorkbookChange): string => (target.kind === 'item' ? `${target.id}: ${name}` : name);

/** The changes of a workbook, field by field. */
export function WorkbookChanges({ changes }: Pick<WorkbookPreview, 'changes'>) {
  const texts = useTexts(workbookTexts);
  const { empty } = useTexts(sheetTexts).field;
  return (
    <section>
      <Title order={3} size="h5">
        {texts.changes(changes.length)}
      </Title>
      <Table
        caption={texts.changes(changes.length)}
        dense
        rows={changes}
        keyOf={(change) => conflictKey(change)}
        columns={[
          { key: 'field', title: texts.field, names: true, least: '8rem', cell: (change) => <Named change={change} /> },
          { key: 'before', title: texts.before, least: '4.5rem', cell: ({ beforeText }) => <Value text={beforeText} empty={empty} /> },
          { key: 'after', title: texts.after, least: '4.5rem', cell: ({ afterText }) => <Value text={afterText} empty={empty} /> },
        ]}
      />
    </section>
  );
}

/** The field with its cell below: on a phone they do not fit side by side. */
function Named({ change }: { change: WorkbookChange }) {
  const texts = useTexts(workbookTexts);
  return (
    <>
      {fieldText(change)}
      <Text size="xs" c="dimmed">
        {change.cell ?? texts.alongWith}
      </Text>
    </>
  );
}

/** Long texts are cut off, or they would push everything else off the screen. */
const SHOWN = 300;

const shortened = (text: string, empty: string): string => (text === '' ? empty : text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

const Value = ({ text, empty }: { text: string; empty: string }) => <span style={{ whiteSpace: 'pre-line' }}>{shortened(text, empty)}</span>;

interface ConflictsProps extends Pick<WorkbookPreview, 'conflicts'> {
  readonly chosen: ReadonlyMap<string, string>;
  readonly onChoose: (key: string, version: string) => void;
}

/** Both versions of a field under its name: a table row would be too narrow on a phone. */
export function WorkbookConflicts({ conflicts, chosen, onChoose }: ConflictsProps) {
  const texts = useTexts(workbookTexts);
  const { empty } = useTexts(sheetTexts).field;
  return (
    <section>
      <Title order={3} size="h5">
        {texts.conflicts(conflicts.length)}
      </Title>
      <Stack gap="sm" pt="xs">
        {conflicts.map((conflict) => {
          const key = conflictKey(conflict);
          return (
            <Radio.Group
              key={key}
              label={`${conflict.cell ?? texts.alongWith} – ${fieldText(conflict)}`}
              value={chosen.get(key) ?? ''}
              onChange={(version) => onChoose(key, String(version))}
            >
              <Stack gap={4} pt={4}>
                <Radio value="theirs" label={texts.theirs(shortened(conflict.beforeText, empty))} />
                <Radio value="mine" label={texts.mine(shortened(conflict.afterText, empty))} />
              </Stack>
            </Radio.Group>
          );
        })}
      </Stack>
    </section>
  );
}

/** What a workbook's cells were refused for. */
export function WorkbookRefused({ refused }: Pick<WorkbookPreview, 'refused'>) {
  const texts = useTexts(workbookTexts);
  return (
    <section>
      <Title order={3} size="h5">
        {texts.refused(refused.length)}
      </Title>
      <Table
        caption={texts.refused(refused.length)}
        dense
        rows={refused}
        keyOf={({ cell, code, message }) => `${cell} ${code} ${message}`}
        columns={[
          { key: 'cell', title: texts.cell, names: true, least: '7rem', cell: ({ cell }) => cell ?? texts.wholeFile },
          { key: 'why', title: texts.why, cell: ({ message }) => message },
        ]}
      />
    </section>
  );
}
