import type { BodyKind } from '@parindex/core/bodies/types';
import type { ReportForm } from '@parindex/core/submissions/report-form';
import { useAct } from '../acts/use-act.ts';
import { FormDialogOpened } from '../forms/form-dialog-opened.tsx';
import { SigningFields, useSigning } from './signing-fields.tsx';

export interface SigningDialogProps {
  readonly kind: BodyKind;
  readonly form: ReportForm;
  readonly texts: { readonly title: string; readonly submit: string; readonly shown: string };
  readonly onChosen: (form: ReportForm) => void;
  readonly onClose: () => void;
}

/** Who signs letters that are made afterwards, where, and who gets them besides. */
export function SigningDialog({ kind, form, texts, onChosen, onClose }: SigningDialogProps) {
  const signing = useSigning(form);
  const act = useAct(async () => signing.typed, {
    onDone: (typed) => {
      onChosen(typed);
      onClose();
    },
  });
  return (
    <FormDialogOpened title={texts.title} submit={texts.submit} act={act} onSubmit={() => act.mutate()} onClose={onClose}>
      <SigningFields kind={kind} signing={signing} shown={texts.shown} />
    </FormDialogOpened>
  );
}
