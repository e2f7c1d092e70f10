import type * as contracts from '@parindex/core/contracts/editions-changes';
import { may } from '@parindex/core/rights/index';
import type { PrepareRequest } from '../../http/route.ts';
import { type StepsRow, savesSince } from './draft-saves.ts';
import type { LaidSteps } from './lay-steps.ts';
import { layStepsApart } from './lay-steps-apart.ts';
import { findSave } from './queries/edition-changes.ts';
import { findEdition } from './queries/editions.ts';

/** A save, laid onto a draft as it stood at a version. */
export interface LaidSave {
  readonly version: number;
  /** What others wrote between the version on which the steps were taken and this one. */
  readonly others: readonly StepsRow[];
  readonly laid: LaidSteps;
}

/** Lays a save before the draft is locked: however long that takes, nobody waits for it, and no connection is kept. */
export async function laySave({
  params: { edition },
  draft: { id, version, steps },
  language,
  asCaller,
}: PrepareRequest<typeof contracts.changeDraft>): Promise<LaidSave | undefined> {
  if (id === undefined || version === undefined || steps === undefined) return undefined;
  const draft = await asCaller(async (db, { memberships }) => {
    const row = await findEdition(db, edition);
    if (row?.state !== 'draft' || !may(memberships, 'edition.write', { roundOwner: row.owner_body })) return undefined;
    // What was written before is answered as it was.
    if (await findSave(db, edition, id)) return undefined;
    return { ...row, others: await savesSince(db, edition, version, row.version) };
  });
  if (!draft) return undefined;
  const { document, cases, others } = draft;
  const laid = await layStepsApart({ edition, texts: { document, cases }, since: others.map(({ changes }) => changes), steps, language });
  return { version: draft.version, others, laid };
}
