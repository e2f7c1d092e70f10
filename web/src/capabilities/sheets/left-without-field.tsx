import { Button, Group, List, Text } from '@mantine/core';
import type { Target } from '@parindex/core/ledger/entry';
import type { SheetKey } from '../../client/sheet.ts';
import { draftKeyOf } from '../../device/pending-edits/store.ts';
import { useDrafts, usePending, usePendingEdits } from '../../device/pending-edits/use-pending-edits.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { sheetTexts } from './texts/sheet.ts';

interface LeftWithoutFieldProps {
  readonly sheet: SheetKey;
  /** Whether the page has a field for it, which says so itself; none where the sheet cannot be read any more. */
  readonly hasField?: (target: Target, field: string) => boolean;
  /** What a figure is called, where the scheme at hand has it. */
  readonly figureTitle?: (id: string) => string | undefined;
}

interface Left {
  readonly key: string;
  readonly target: Target;
  readonly text: string;
  readonly giveUp: () => void;
}

/** What is kept on this device for fields that the person has no more: shown as it was entered, to be written down elsewhere or given up. */
export function LeftWithoutField({ sheet: { round, body }, hasField = () => false, figureTitle = () => undefined }: LeftWithoutFieldProps) {
  const texts = useTexts(sheetTexts);
  const pendingEdits = usePendingEdits();
  const drafts = useDrafts();
  const pending = usePending();
  const words = (value: unknown): string => (typeof value === 'boolean' ? (value ? texts.yes : texts.no) : value === null ? texts.field.empty : String(value));
  const ofDrafts = [...drafts].flatMap(([name, { text }]): Left[] => {
    const key = draftKeyOf(name);
    const [, ofRound, ofBody, kind, id, field] = key;
    if (ofRound !== round || ofBody !== body || hasField({ kind, id }, field)) return [];
    return [{ key: name, target: { kind, id }, text, giveUp: () => void pendingEdits.setDraft(key, null) }];
  });
  const ofPending = pending.flatMap((entry): Left[] => {
    if (entry.round !== round || entry.body !== body || entry.standing === 'waiting') return [];
    const fields = Object.keys(entry.changes).filter((field) => !hasField(entry.target, field));
    if (fields.length === 0) return [];
    const text = fields.map((field) => words(entry.changes[field])).join('; ');
    return [{ key: entry.id, target: entry.target, text, giveUp: () => void pendingEdits.giveUp(entry, fields) }];
  });
  const left = [...ofDrafts, ...ofPending];
  if (left.length === 0) return null;
  const nameOf = ({ kind, id }: Target) => (kind === 'item' ? texts.leftItem(id) : (figureTitle(id) ?? texts.leftFigure));
  return (
    <Notice kind="warning" title={texts.leftTitle}>
      <Text size="sm">{texts.leftMore}</Text>
      <List size="sm" spacing="xs">
        {left.map(({ key, target, text, giveUp }) => (
          <List.Item key={key}>
            <Group gap="xs">
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {nameOf(target)}: {text}
              </Text>
              <Button size="compact-xs" variant="default" onClick={giveUp}>
                {texts.field.giveUp}
              </Button>
            </Group>
          </List.Item>
        ))}
      </List>
    </Notice>
  );
}
