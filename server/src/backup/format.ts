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
  /** All tables that follow, each after those that it refers to. */
  tables: z.array(z.string()),
  /** The last number that each numbered column gave. */
  sequences: z.record(z.string(), z.string().regex(/^\d{1,19}$/)),
});
export type BackupHead = z.output<typeof backupHead>;

export const tableLine = z.strictObject({ table: z.string(), columns: z.array(z.string()) });

export const backupTail = z.strictObject({
  tail: z.strictObject({
    tables: z.record(z.string(), z.strictObject({ rows: count, sha256 })),
    rows: count,
    /** Of all lines before the tail. */
    sha256,
  }),
});
export type BackupTail = z.output<typeof backupTail>['tail'];

/** Tables that stay where they are: migrations are compared, not copied; sessions are secrets, and people sign in anew. */
export const LEFT_OUT: readonly string[] = ['public.migration', 'public.migration_repeatable', 'public.session'];

/** What there is already in a database that counts as empty. */
export const THERE_FROM_THE_START: readonly string[] = ['public.installation', 'public.migration', 'public.migration_repeatable'];

/** A backup that cannot be made, read or restored; says why in both languages. */
export class BackupRefused extends Error {
  readonly text: InBoth;
  constructor(text: InBoth) {
    super(`${text.vi} (${text.en})`);
    this.name = 'BackupRefused';
    this.text = text;
  }
}
