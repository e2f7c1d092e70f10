import { Button, Group, Text } from '@mantine/core';
import { newEntry } from '@parindex/core/contracts/schemas/sheets';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import type { SheetPart } from '../../client/sheet.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { partTexts } from '../sheets/texts/parts.ts';

/** The body enters something other than the department that is assigned the item: the reason is asked once, and sent with each change. */
export function EnterBeside({ item, parts }: { item: string; parts: readonly SheetPart[] }) {
  const texts = useTexts(partTexts);
  const { reasonFor, giveReason } = useSheet();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const reason = parts.map((part) => reasonFor(part)).find((one) => one !== undefined);
  if (reason !== undefined)
    return (
      <Group gap="xs" justify="space-between">
        <Text size="sm" role="status" style={{ overflowWrap: 'anywhere' }}>
          {texts.besideNow(reason)}
        </Text>
        <Button size="compact-sm" variant="default" onClick={() => giveReason(parts, null)}>
          {texts.besideEnd}
        </Button>
      </Group>
    );
  if (!asking)
    return (
      <Button size="compact-md" variant="default" w="fit-content" onClick={() => setAsking(true)}>
        {texts.beside}
      </Button>
    );
  const open = () => {
    giveReason(parts, typed.trim());
    setAsking(false);
  };
  return (
    <InlineForm title={texts.beside} of={item} submit={texts.besideOpen} disabled={typed.trim() === ''} onSubmit={open} onCancel={() => setAsking(false)}>
      <Text size="sm">{texts.besideMore}</Text>
      <ReasonInput label={texts.besideReason} {...limitsOf(newEntry).reason} value={typed} onChange={setTyped} />
    </InlineForm>
  );
}
