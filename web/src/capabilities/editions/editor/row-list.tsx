import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import type { Raw } from '@parindex/core/reading/raw';
import { type Keys, valueAt } from '@parindex/core/studio/operations/change';
import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../kit/words/language.tsx';
import { editorTexts } from '../texts/editor.ts';
import { useEditor } from './use-editor.ts';

interface RowListProps {
  readonly at: Keys;
  readonly label: string;
  readonly add: string;
  /** Whether a row can come to those there are. */
  readonly mayAdd?: boolean;
  /** What a new row holds. */
  readonly fresh: (rows: readonly Raw[]) => Raw;
  readonly row: (at: Keys, index: number, value: Raw) => ReactNode;
}

/** Rows of a rule, as bands or things to be done: each in a line, added and removed. */
export function RowList({ at, label, add, mayAdd = true, fresh, row }: RowListProps) {
  const texts = useTexts(editorTexts).rule;
  const { document, writing } = useEditor();
  const list = valueAt(document, at);
  const rows = Array.isArray(list) ? list : [];
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      {rows.map((value, index) => (
        // Rows have no name but their place.
        <Group key={`${at.join('/')}/${index}`} gap="xs" align="start" wrap="nowrap" className="editor-band">
          <div className="editor-band-fields">{row([...at, index], index, value)}</div>
          <ActionIcon
            variant="subtle"
            aria-label={texts.removeRow(String(index + 1))}
            mt={4}
            onClick={() => writing.do([{ operation: 'remove', at: [...at, index] }])}
          >
            <X size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!mayAdd}
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() =>
            void writing.do([
              Array.isArray(list) ? { operation: 'add', into: at, index: rows.length, value: fresh(rows) } : { operation: 'set', at, value: [fresh(rows)] },
            ])
          }
        >
          {add}
        </Button>
      </Group>
    </Stack>
  );
}
