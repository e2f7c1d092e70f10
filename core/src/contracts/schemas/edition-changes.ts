import { z } from 'zod';
import { DRAFT_PARTS } from '../../studio/operations/draft-steps.ts';
import { CONFLICTS } from '../../studio/operations/rebase.ts';
import { moment, uuid, version } from './fields.ts';

const part = z.enum(DRAFT_PARTS);

/** Most characters of the steps of one save. */
const MOST_STEPS_TEXT = 2_000_000;

export const draftChanges = z.strictObject({
  id: uuid.meta({ description: 'Made by the caller for this save: sent again, it is answered as the first time and done once' }),
  version: version.meta({ description: 'The version of the draft on which the steps were taken' }),
  steps: z.string().min(1).max(MOST_STEPS_TEXT).meta({
    description:
      'JSON text of a list, so that numbers keep their digits: each { "in": "document" | "cases", "operation": { … } } or { "in": …, "changes": [ … ] }, in the order in which they were taken',
  }),
});

const writtenChanges = z.string().meta({
  description:
    'JSON text of a list, in the order in which they were written: [{ "in", "changes", "told", "version", "by": { "name" } | null, "at", "own" }]; a change is { "change": "set" | "insert" | "remove" | "move", "at", … }',
});

export const draftChanged = z.object({
  version,
  others: writtenChanges.meta({ description: 'What was written since the version that was sent' }),
  own: writtenChanges.meta({ description: 'The changes of this save as they landed, one entry of each part that they change' }),
});

export const draftChangesQuery = z.strictObject({ since: z.coerce.number().pipe(version) });
export const draftChangesSince = z.object({ version, others: writtenChanges });

/** What the problem `conflict` of such a save holds: nothing was written. */
export const draftConflict = z.object({
  version,
  others: writtenChanges,
  conflicts: z.array(
    z.object({
      in: part,
      code: z.enum(CONFLICTS),
      at: z.array(z.union([z.string(), z.number()])).meta({ description: 'The place in the document of the version that was sent' }),
      told: z.string(),
      ours: z.number().meta({ description: 'Which change of those that were sent, by its place among all that they make of this part' }),
      theirs: z.number().meta({ description: 'Which change of `others`, by its place among all of this part' }),
      by: z.string().nullable(),
      when: moment,
    }),
  ),
});
