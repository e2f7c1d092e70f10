import type { SheetKey } from '../../client/sheet.ts';

/** Where a file stands on its way: `failed` is what no answer of the server explains. */
export type FileUploadState = 'waiting' | 'sending' | 'paused' | 'checking' | 'kept' | 'refused' | 'failed';

/** A file that somebody brings from this window. */
export interface FileUpload extends SheetKey {
  /** Of this window. */
  readonly key: string;
  /** The upload's id at the server; that of an earlier one where the same file goes on. */
  readonly upload: string;
  /** Whether the server knows the upload. */
  readonly begun: boolean;
  /** The document that it is to become, or to be a version of. */
  readonly document: string;
  readonly isVersion: boolean;
  readonly redacted: boolean;
  readonly name: string;
  readonly bytes: number;
  /** Bytes that have gone. */
  readonly sent: number;
  readonly state: FileUploadState;
  /** Nobody answered last: it goes on by itself. */
  readonly cut: boolean;
  /** The document that holds the bytes in the end. */
  readonly keptIn: string | null;
  /** Why it was refused or failed, in the reader's words. */
  readonly why: string | null;
}

/** Whether the window must stay open for it. */
export const isUnfinished = ({ state }: Pick<FileUpload, 'state'>): boolean => state === 'waiting' || state === 'sending' || state === 'paused';
