import type { RefusalCode } from '@parindex/core/evidence/file-codes';

/** A file is refused; `details` name what was found and which limit was exceeded, for the log. */
export class FileRefused extends Error {
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, string>>;

  constructor(code: RefusalCode, details: Readonly<Record<string, string>> = {}) {
    super(`The file is refused: ${code} ${JSON.stringify(details)}`);
    this.name = 'FileRefused';
    this.code = code;
    this.details = details;
  }
}
