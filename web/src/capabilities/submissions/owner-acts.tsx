import { Button, Group, Text } from '@mantine/core';
import { newPermission } from '@parindex/core/contracts/schemas/sendings';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { permitUnsigned, type SendingStanding, sheetActed } from './queries/sendings.ts';
import { ReopenDialog } from './reopen-dialog.tsx';
import { sendingTexts } from './texts/sending.ts';

interface OwnerActsProps {
  readonly sheet: SheetKey;
  readonly standing: SendingStanding;
}

/** An owner's actions on a frozen or sent sheet. */
export function OwnerActs({ sheet, standing }: OwnerActsProps) {
  const texts = useTexts(sendingTexts);
  const [open, setOpen] = useState<'reopen' | 'permit'>();
  const { permission, state, seq } = standing;
  if (state === 'open') return null;
  return (
    <>
      {permission ? <Notice kind="note">{texts.send.permitted(permission.givenBy.name, permission.reason)}</Notice> : null}
      <Group gap="xs">
        <Button variant="default" onClick={() => setOpen('reopen')}>
          {texts.reopen.act}
        </Button>
        {state === 'frozen' && !permission ? (
          <Button variant="default" onClick={() => setOpen('permit')}>
            {texts.permit.act}
          </Button>
        ) : null}
      </Group>
      {open === 'reopen' ? <ReopenDialog sheet={sheet} seq={seq} onClose={() => setOpen(undefined)} /> : null}
      {open === 'permit' ? <PermitDialog sheet={sheet} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}

function PermitDialog({ sheet, onClose }: { sheet: SheetKey; onClose: () => void }) {
  const texts = useTexts(sendingTexts).permit;
  const [reason, setReason] = useState('');
  const act = useAct(() => permitUnsigned(sheet, reason), {
    refresh: (client) => sheetActed(client, sheet),
    onDone: onClose,
  });
  return (
    <FormDialog title={texts.title} submit={texts.act} act={act} onSubmit={() => act.mutate()} onClose={onClose}>
      <Text size="sm">{texts.lead}</Text>
      <ReasonInput label={texts.reason} {...limitsOf(newPermission).reason} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
