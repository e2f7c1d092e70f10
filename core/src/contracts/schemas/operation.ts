import { z } from 'zod';
import { auditHead } from './audit.ts';
import { moment } from './fields.ts';

/** What keeps an installation running, for those who look after it. */
export const operationAnswer = z.object({
  /** Of the product. */
  release: z.string(),
  database: z.object({
    /** Whether ParIndex runs the database itself. */
    kind: z.enum(['embedded', 'server']),
    version: z.string(),
    /** Names of what made it as it is, in their order. */
    migrations: z.array(z.string()),
  }),
  /** The moment of the newest recorded backup; null if there is none. */
  lastBackup: z.object({ at: moment }).nullable(),
  trail: auditHead.pick({ number: true, at: true, unsealed: true }).extend({
    /** When the oldest row was written that no block holds yet. */
    waitingSince: moment.nullable(),
  }),
  /** Whether files of evidence are looked through for harm. */
  scanner: z.enum(['none', 'ready', 'down']),
  /** The files of evidence: how many bytes are kept, what waits, and what was found missing or changed when it was read again. */
  evidence: z.object({
    store: z.enum(['folder', 's3']),
    files: z.number(),
    bytes: z.number(),
    /** Uploads that have come whole and are not checked yet, and since when the oldest waits. */
    unchecked: z.number(),
    waitingSince: moment.nullable(),
    /** Files that no scanner has looked through. */
    unscanned: z.number(),
    /** Hex hashes, a hundred at most of each. */
    missing: z.array(z.string()),
    changed: z.array(z.string()),
  }),
  /** By the server's clock. */
  askedAt: moment,
});
