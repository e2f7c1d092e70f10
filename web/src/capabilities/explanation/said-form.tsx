import { Button, Group, Stack, Text } from '@mantine/core';
import { newRemark } from '@parindex/core/contracts/schemas/explanation';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { explanationActed } from './queries/explanation.ts';

interface SaidFormProps {
  readonly sheet: SheetKey;
  /** What was said before; null: nothing. */
  readonly before: string | null;
  readonly words: {
    readonly title: string;
    readonly lead: string;
    readonly words: string;
    readonly act: string;
    readonly change: string;
    readonly withdraw: string;
    readonly label?: string;
  };
  /** null takes it back. */
  readonly say: (text: string | null) => Promise<unknown>;
}

/** Says something of an item in words, changes it, or takes it back. */
export function SaidForm({ sheet, before, words, say }: SaidFormProps) {
  const [text, setText] = useState<string>();
  const act = useAct((said: string | null) => say(said), { refresh: (client) => explanationActed(client, sheet), onDone: () => setText(undefined) });
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => setText(before ?? '')} {...(words.label === undefined ? {} : { 'aria-label': words.label })}>
          {before === null ? words.act : words.change}
        </Button>
        {before === null ? null : (
          <Button size="compact-sm" variant="subtle" loading={act.isPending && text === undefined} onClick={() => act.mutate(null)}>
            {words.withdraw}
          </Button>
        )}
      </Group>
      {text === undefined ? <Outcome error={act.error} /> : null}
      {text === undefined ? null : (
        <FormDialog title={words.title} submit={words.act} act={act} onSubmit={() => act.mutate(text)} onClose={() => setText(undefined)}>
          <Text size="sm">{words.lead}</Text>
          <ReasonInput label={words.words} {...limitsOf(newRemark).text} value={text} onChange={setText} />
        </FormDialog>
      )}
    </Stack>
  );
}
