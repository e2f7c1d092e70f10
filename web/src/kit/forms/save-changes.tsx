import { Button, Group, Stack, Text } from '@mantine/core';
import { Outcome } from '../acts/outcome.tsx';
import type { Act } from '../acts/use-act.ts';
import { StateBadge } from '../page/state-badge.tsx';
import { Arrival } from '../reading/arrival.tsx';
import { Notice } from '../reading/notice.tsx';
import { controlTexts } from '../words/control-texts.ts';
import { formatCount } from '../words/format.ts';
import { useLanguage, useTexts } from '../words/language.tsx';
import { AskBeforeLeaving } from './ask-before-leaving.tsx';
import type { Pending, PendingChanges } from './pending-changes.ts';

interface SaveChangesProps {
  readonly count: number;
  readonly saving: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** The number of unsaved changes, with buttons; nothing if there are none. */
function SaveChanges({ count, saving, onSave, onDiscard }: SaveChangesProps) {
  const texts = useTexts(controlTexts);
  const { language } = useLanguage();
  if (count === 0) return null;
  return (
    <Group gap="xs">
      <Button onClick={onSave} loading={saving}>
        {texts.save}
      </Button>
      <Button variant="default" onClick={onDiscard} disabled={saving}>
        {texts.discard}
      </Button>
      <Text size="sm" role="status">
        {texts.unsaved(formatCount(count, language))}
      </Text>
    </Group>
  );
}

interface KeepChangesProps {
  readonly changes: Pick<PendingChanges<unknown>, 'count' | 'clear'>;
  readonly save: Act & { readonly isSuccess: boolean; readonly data: unknown; readonly mutate: () => void; readonly load: (current: unknown) => void };
  readonly saved: string;
}

/** Saves the changes, and shows the outcome. */
export function KeepChanges({ changes, save, saved }: KeepChangesProps) {
  if (changes.count === 0 && !save.error && !save.isSuccess) return null;
  return (
    <Stack gap="sm">
      <AskBeforeLeaving unsaved={changes.count > 0} />
      <Outcome error={save.error} load={save.load} />
      {save.isSuccess && changes.count === 0 ? (
        <Arrival of={save.data}>
          <Notice kind="good">{saved}</Notice>
        </Arrival>
      ) : null}
      <SaveChanges count={changes.count} saving={save.isPending} onSave={() => save.mutate()} onDiscard={changes.clear} />
    </Stack>
  );
}

/** A row's difference to what is stored, in words. */
export function PendingMark({ state }: Pick<Pending<unknown>, 'state'>) {
  const texts = useTexts(controlTexts);
  if (state === 'same') return null;
  return <StateBadge tone="quiet">{texts[state]}</StateBadge>;
}

interface PendingActionsProps extends Pick<Pending<unknown>, 'state'> {
  /** The row's name, for screen readers. */
  readonly about: string;
  readonly onRemove: () => void;
  readonly onUndo: () => void;
  readonly onEdit?: () => void;
}

/** Removes a row, or reverts its change. */
export function PendingActions({ state, about, onRemove, onUndo, onEdit }: PendingActionsProps) {
  const texts = useTexts(controlTexts);
  return (
    <Group gap={4} wrap="nowrap">
      {onEdit && state !== 'removed' ? (
        <Button size="compact-xs" variant="subtle" onClick={onEdit} aria-label={`${texts.edit}: ${about}`}>
          {texts.edit}
        </Button>
      ) : null}
      {state === 'same' ? null : (
        <Button size="compact-xs" variant="subtle" onClick={onUndo} aria-label={`${texts.undo}: ${about}`}>
          {texts.undo}
        </Button>
      )}
      {state === 'removed' || state === 'added' ? null : (
        <Button size="compact-xs" variant="subtle" onClick={onRemove} aria-label={`${texts.remove}: ${about}`}>
          {texts.remove}
        </Button>
      )}
    </Group>
  );
}
