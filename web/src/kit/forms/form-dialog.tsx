import { later } from '../reading/later.tsx';

/** A short form in a dialog: what draws dialogs comes with the first that opens. */
export const FormDialog = later(async () => (await import('./form-dialog-opened.tsx')).FormDialogOpened, { fallback: null, withoutLine: true });
