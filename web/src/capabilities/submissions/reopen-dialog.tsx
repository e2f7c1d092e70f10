import { Radio, Stack, Text } from '@mantine/core';
import { reopening } from '@parindex/core/contracts/schemas/sheets';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { ItemsSelect } from '../../kit/fields/item-select.tsx';
import { ClosingInput } from '../../kit/fields/moment-input.tsx';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { reopenSheet, sheetActed } from './queries/sendings.ts';
import { sendingTexts } from './texts/sending.ts';

interface ReopenDialogProps {
  readonly sheet: SheetKey;
  readonly seq: number;
  readonly onClose: () => void;
}

/** An owner reopens a sheet: why, how far, until when. */
export function ReopenDialog({ sheet, seq, onClose }: ReopenDialogProps) {
  const texts = useTexts(sendingTexts).reopen;
  const { names } = useSheet();
  const [reason, setReason] = useState('');
  const [extent, setExtent] = useState<'all' | 'some'>('some');
  const [items, setItems] = useState<string[]>([]);
  const [until, setUntil] = useState<string>();
  const act = useAct(() => reopenSheet(sheet, { base: seq, reason, items: extent === 'all' ? null : items, until: until ?? null }), {
    refresh: (client) => sheetActed(client, sheet),
    onDone: onClose,
  });
  const submit = () => {
    if (until !== undefined && (extent === 'all' || items.length > 0)) act.mutate();
  };
  return (
    <FormDialog title={texts.title} submit={texts.act} act={act} onSubmit={submit} onClose={onClose}>
      <Text size="sm">{texts.lead}</Text>
      <ReasonInput label={texts.reason} {...limitsOf(reopening).reason} value={reason} onChange={setReason} />
      <Radio.Group label={texts.extent} value={extent} onChange={(chosen) => setExtent(chosen as 'all' | 'some')}>
        <Stack gap="xs" mt={4}>
          <Radio value="some" label={texts.some} />
          <Radio value="all" label={texts.all} />
        </Stack>
      </Radio.Group>
      {extent === 'all' ? null : (
        <ItemsSelect label={texts.items} description={texts.itemsHint} required domains={names.scheme.domains} value={items} onChange={setItems} />
      )}
      <ClosingInput label={texts.until} required value={until} onChange={setUntil} />
    </FormDialog>
  );
}
