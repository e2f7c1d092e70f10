import { Button } from '@mantine/core';
import type { BodyKind } from '@parindex/core/bodies/types';
import { type FormQuery, type ReportForm, signatureLines, USUAL_FORM } from '@parindex/core/submissions/report-form';
import { texts } from '@parindex/core/words/texts';
import { useState } from 'react';
import { later } from '../reading/later.tsx';
import { useTexts } from '../words/language.tsx';

const SigningDialog = later(async () => (await import('./signing-dialog.tsx')).SigningDialog, { fallback: null });

const choiceTexts = texts({
  choose: { vi: 'Chọn người ký, nơi nhận', en: 'Choose who signs' },
  chosen: { vi: (as: string) => `Người ký: ${as}`, en: (as: string) => `Signed by: ${as}` },
  dialog: {
    title: { vi: 'Người ký, nơi nhận của công văn', en: 'Who signs the letters, and who gets them' },
    submit: { vi: 'Áp dụng', en: 'Apply' },
    shown: { vi: 'Công văn ghi', en: 'The letters will say' },
  },
});

/** The same in the address of a letter; nothing where nothing was chosen. */
export const queryOfForm = (form: ReportForm | null): FormQuery => (form === null ? {} : { ...form, recipients: form.recipients.join('\n') });

interface SigningChoiceProps {
  readonly kind: BodyKind;
  /** null: left blank. */
  readonly form: ReportForm | null;
  readonly onChosen: (form: ReportForm) => void;
}

/** Who signs the letters of a page: a button that says who was chosen. */
export function SigningChoice({ kind, form, onChosen }: SigningChoiceProps) {
  const texts = useTexts(choiceTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {form === null ? texts.choose : texts.chosen([...signatureLines(kind, form).positions, form.signer].filter(Boolean).join(', '))}
      </Button>
      {open ? <SigningDialog kind={kind} form={form ?? USUAL_FORM} texts={texts.dialog} onChosen={onChosen} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
