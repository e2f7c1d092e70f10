import type { InBoth } from '@parindex/core/words/texts';
import { z } from 'zod';

/** One gzip file of lines: a head; per table its name and columns, then its rows as lists of PostgreSQL's texts; a tail with counts and hashes. */
export const FORMAT = 'parindex-backup/1';

const count = z.number().int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const backupHead = z.strictObject({
  format: z.literal(FORMAT),
  createdAt: z.iso.datetime(),
  kind: z.enum(['sandbox', 'real']),
  migrations: z.array(z.string()),
  /** All tables in the file, each after the tables it refers to. */
  tables: z.array(z.string()),
  /** The last value of each identity column. */
  sequences: z.record(z.string(), z.string().regex(/^\d{1,19}$/)),
});
export type BackupHead = z.output<typeof backupHead>;

export const tableLine = z.strictObject({ table: z.string(), columns: z.array(z.string()) });

export const backupTail = z.strictObject({
  tail: z.strictObject({
    tables: z.record(z.string(), z.strictObject({ rows: count, sha256 })),
    rows: count,
    /** Hash of all lines before the tail. */
    sha256,
  }),
});
export type BackupTail = z.output<typeof backupTail>['tail'];

/** Tables that are not copied: migrations are compared instead; sessions are secrets, and people sign in again; a recovery code that was used after the backup must not serve again; a database seals identities by a key of its own; where sealing stood holds in its own cluster alone. */
export const LEFT_OUT: readonly string[] = [
  'public.migration',
  'public.migration_repeatable',
  'public.session',
  'public.known_device',
  'public.recovery_code',
  'public.identity_key',
  'public.seal_epoch',
];

/** Rows that an empty database may already have. */
export const THERE_FROM_THE_START: readonly string[] = ['public.installation', 'public.migration', 'public.migration_repeatable', 'public.identity_key'];

/** A backup cannot be made, read or restored; the reason in both languages. */
export class BackupRefused extends Error {
  readonly text: InBoth;
  constructor(text: InBoth) {
    super(`${text.vi} (${text.en})`);
    this.name = 'BackupRefused';
    this.text = text;
  }
}
