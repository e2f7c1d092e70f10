import type { SheetKey } from '../../client/sheet.ts';

/** The state of a file; `failed` means an error other than a refusal by the server. */
export type FileUploadState = 'waiting' | 'sending' | 'paused' | 'checking' | 'kept' | 'refused' | 'failed';

/** A file being uploaded from this window. */
export interface FileUpload extends SheetKey {
  /** Of this window. */
  readonly key: string;
  /** The upload's id on the server; that of an earlier upload if the same file is continued. */
  readonly upload: string;
  /** Whether the server knows the upload. */
  readonly begun: boolean;
  /** The id of the new document, or of the one to which a version is added. */
  readonly document: string;
  readonly isVersion: boolean;
  readonly redacted: boolean;
  readonly name: string;
  readonly bytes: number;
  /** Bytes that were sent. */
  readonly sent: number;
  readonly state: FileUploadState;
  /** The server did not answer last; it is retried automatically. */
  readonly cut: boolean;
  /** The document that holds the bytes in the end. */
  readonly keptIn: string | null;
  /** Why it was refused or failed, in the reader's words. */
  readonly why: string | null;
}

/** Whether the window must stay open for it. */
export const isUnfinished = ({ state }: Pick<FileUpload, 'state'>): boolean => state === 'waiting' || state === 'sending' || state === 'paused';
