import { Checkbox, Stack } from '@mantine/core';
import type { FormField } from '@parindex/core/rules/answer-form';
import { useState } from 'react';
import { useDraft } from '../../device/pending-edits/use-pending-edits.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Field } from './field.tsx';
import { useSheet } from './sheet-at-work.tsx';
import { sheetTexts } from './texts/sheet.ts';

/** Where the scheme allows "not applicable": the state and its reason are one entry. */
export function NotApplicable({ reason }: { reason: FormField }) {
  const texts = useTexts(sheetTexts);
  const { shown, record, mayEnter, draftKey } = useSheet();
  const { target } = reason;
  const stands = shown.cell(target)['state'] !== undefined;
  // A reason that was typed and never entered is shown again.
  const begun = useDraft(draftKey(target, 'reason')) !== undefined;
  const [wanted, setWanted] = useState(begun);
  const tick = (ticked: boolean) => {
    setWanted(ticked);
    if (!ticked && stands) record(target, 'reason', { state: null, reason: null });
  };
  return (
    <Stack gap="xs">
      <Checkbox
        label={texts.notApplicable}
        checked={stands || wanted}
        disabled={!mayEnter(target)}
        onChange={({ currentTarget }) => tick(currentTarget.checked)}
      />
      {stands || wanted ? <Field field={reason} label={texts.notApplicableReason} {...(stands ? {} : { description: texts.notApplicableHint })} /> : null}
    </Stack>
  );
}
