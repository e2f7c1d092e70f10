import { Button, Group, Text } from '@mantine/core';
import { type Target, targetKey } from '@parindex/core/ledger/entry';
import { useTexts } from '../../kit/words/language.tsx';
import { useSheet } from './sheet-at-work.tsx';
import { sheetTexts } from './texts/sheet.ts';
import { useGoToField, useUnsaved } from './unsaved.ts';

/** Whether something of the sheet stands on this device alone: an act on the whole sheet would leave it out. */
export function useKeptOnDevice(): boolean {
  const { sheet, pending } = useSheet();
  const { typing, left } = useUnsaved(sheet);
  return typing || left.length > 0 || pending.length > 0;
}

/** The same of some of its targets: an act on these would leave it out. */
export function useKeptOf(targets: readonly Target[]): boolean {
  const { sheet, pending } = useSheet();
  const { left } = useUnsaved(sheet);
  const keys = new Set(targets.map(targetKey));
  return [...pending, ...left].some(({ target }) => keys.has(targetKey(target)));
}

/** What stands on this device alone, and the way there. */
export function KeptOnDevice({ children, onGo }: { readonly children: string; readonly onGo?: () => void }) {
  const texts = useTexts(sheetTexts);
  const { sheet, pending } = useSheet();
  const { left } = useUnsaved(sheet);
  const goTo = useGoToField();
  const stuck = pending.filter(({ standing }) => standing !== 'waiting');
  const places = [...left, ...stuck.map(({ target, changes }) => ({ target, fields: Object.keys(changes) }))];
  const [first] = places;
  return (
    <>
      <Text>{children}</Text>
      {first ? (
        <Group gap="xs">
          <Text fw={600}>{texts.saved.unfinished(places.length)}</Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              onGo?.();
              goTo(first);
            }}
          >
            {texts.saved.show}
          </Button>
        </Group>
      ) : null}
    </>
  );
}
