import type { Language } from '@parindex/core';
import type { closingAnswer } from '@parindex/core/contracts/schemas/index';
import { type Consequence, type OpenInRound, openAtClosing } from '@parindex/core/round/index';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { readOpenInRound } from './queries/round-requests.ts';
import { readPlan } from './queries/rounds.ts';

/** An item of a body that cannot be computed as it stands, and why. */
export type UncomputedItem = z.output<typeof closingAnswer>['uncomputed'][number];

/** What a closing leaves open item by item: what cannot be computed, and how many items of each body that sent nobody has decided on. */
export interface OpenItems {
  readonly uncomputed: readonly UncomputedItem[];
  readonly notAppraised: OpenInRound['notAppraised'];
}

export const NO_OPEN_ITEMS: OpenItems = { uncomputed: [], notAppraised: [] };

/** Finds them in a round: who counts sheets knows them. */
export type ReadOpenItems = (db: Reading, round: string, language: Language) => Promise<OpenItems>;

/** Everything that closing a round at a moment would leave open, and that undoing it opens again; for its owners, and whoever decides in their place. */
export async function readOpenAtClosing(
  db: Reading,
  round: string,
  moment: Date,
  { uncomputed, notAppraised }: OpenItems = NO_OPEN_ITEMS,
): Promise<Consequence[]> {
  const open = await readOpenInRound(db, round);
  if (!open) return [];
  const plan = await readPlan(db, round);
  const steps = plan.steps.map(({ step, opens, closes }) => ({ step, opens: Date.parse(opens), closes: Date.parse(closes) }));
  const notComputed = uncomputed.map(({ body, item }) => ({ body: body.id, item: item.code }));
  return openAtClosing({ ...open, notComputed, notAppraised }, steps, plan.participants.length, moment.getTime());
}
