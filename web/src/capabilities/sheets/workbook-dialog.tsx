import { Button, Group, Modal, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { newEntry } from '@parindex/core/contracts/schemas/sheets';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { useOutbox } from '../../device/pending-edits/use-pending-edits.tsx';
import { controlTexts } from '../../kit/control-texts.ts';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useReturnToOpener } from '../../kit/return-to-opener.ts';
import { Table } from '../../kit/table.tsx';
import type { WorkbookChange, WorkbookPreview } from './queries/workbooks.ts';
import { useSheet } from './sheet-at-work.tsx';
import { sheetTexts } from './texts/sheet.ts';
import { workbookTexts } from './texts/workbook.ts';
import { conflictKey, entriesOf } from './workbook-entries.ts';

interface WorkbookDialogProps {
  readonly name: string;
  readonly preview: WorkbookPreview;
  readonly onClose: () => void;
}

/** What a workbook would change, cell by cell; nothing is entered before the person says so. */
export function WorkbookDialog({ name, preview, onClose }: WorkbookDialogProps) {
  const texts = useTexts(workbookTexts);
  const controls = useTexts(controlTexts);
  useReturnToOpener();
  const { sheet, shown, draftKey } = useSheet();
  const outbox = useOutbox();
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const { changes, conflicts, refused } = preview;
  const isKept = (conflict: (typeof conflicts)[number]) => chosen.get(conflictKey(conflict)) === 'mine';
  const undecided = conflicts.some((conflict) => !chosen.has(conflictKey(conflict)));
  const count = changes.length + conflicts.filter(isKept).length;
  const [reason, setReason] = useState('');
  const isInHand = (target: WorkbookChange['target']) => shown.answer.enters === 'declare' && shown.part(target) !== undefined;
  const asksWhy = [...changes, ...conflicts.filter(isKept)].some(({ target }) => isInHand(target));
  const enter = () => {
    for (const { target, changes: wanted, base } of entriesOf(preview, isKept)) {
      void outbox.change(sheet, target, wanted, base, { origin: 'import', reason: isInHand(target) ? reason.trim() : undefined });
      // What was half typed in these fields was seen beside, and is over.
      for (const field of Object.keys(wanted)) void outbox.setDraft(draftKey(target, field), null);
    }
    onClose();
  };
  const choose = (key: string, version: string) => setChosen((before) => new Map(before).set(key, version));
  return (
    <Modal opened onClose={onClose} title={texts.title(name)} size="xl" closeButtonProps={{ 'aria-label': controls.close }}>
      <Stack>
        <Text size="sm">{texts.lead}</Text>
        {changes.length + conflicts.length + refused.length === 0 ? <Notice kind="good">{texts.nothing}</Notice> : null}
        {refused.length === 0 ? null : <Refused refused={refused} />}
        {conflicts.length === 0 ? null : <Conflicts conflicts={conflicts} chosen={chosen} onChoose={choose} />}
        {changes.length === 0 ? null : <Changes changes={changes} />}
        {asksWhy ? (
          <Textarea
            label={texts.whyBeside}
            description={texts.whyBesideMore}
            required
            {...limitsOf(newEntry).reason}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        ) : null}
        <Group>
          <Button disabled={count === 0 || undecided || (asksWhy && reason.trim() === '')} onClick={enter}>
            {texts.enter(count)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {controls.cancel}
          </Button>
          {undecided ? (
            <Text size="sm" c="dimmed">
              {texts.undecided}
            </Text>
          ) : null}
        </Group>
      </Stack>
    </Modal>
  );
}

/** What a changed field is called, with the item that it is of. */
const fieldText = ({ target, name }: WorkbookChange): string => (target.kind === 'item' ? `${target.id}: ${name}` : name);

function Changes({ changes }: Pick<WorkbookPreview, 'changes'>) {
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

/** The field with the cell that it comes from under it: on a phone there is no room for both beside each other. */
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

/** Long texts are shown by their beginning: whole they would push everything else off the screen. */
const SHOWN = 300;

const shortened = (text: string, empty: string): string => (text === '' ? empty : text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

const Value = ({ text, empty }: { text: string; empty: string }) => <span style={{ whiteSpace: 'pre-line' }}>{shortened(text, empty)}</span>;

interface ConflictsProps extends Pick<WorkbookPreview, 'conflicts'> {
  readonly chosen: ReadonlyMap<string, string>;
  readonly onChoose: (key: string, version: string) => void;
}

/** Both versions of a field under its name: on a phone a row of a table would have no room for them. */
function Conflicts({ conflicts, chosen, onChoose }: ConflictsProps) {
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

function Refused({ refused }: Pick<WorkbookPreview, 'refused'>) {
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
