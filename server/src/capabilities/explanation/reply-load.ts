import type { Membership } from '@parindex/core/rights/index';
import type { Reading } from '../../db/transaction.ts';
import type { CheckFiles } from '../editions/checks.ts';
import { subjectOfSheet } from '../sheets/found.ts';
import { readSheet } from '../sheets/open-sheet.ts';
import { findSheetsInHand } from './queries/reply-parts.ts';
import { type ExplanationAnswer, readExplanation } from './read-explanation.ts';

/** What of one body's explanation a department has in hand. */
export interface ReplyLoad {
  readonly round: { readonly id: string; readonly title: string };
  readonly body: { readonly id: string; readonly name: string };
  readonly items: readonly HeldItem[];
}

export type HeldItem = ExplanationAnswer['items'][number] & { readonly part: NonNullable<ExplanationAnswer['items'][number]['part']> };

/** What somebody's departments have in hand of explanations that are open, sheet by sheet. */
export async function readReplyLoad(db: Reading, memberships: readonly Membership[], checks: CheckFiles, moment: Date): Promise<ReplyLoad[]> {
  const load: ReplyLoad[] = [];
  for (const { round, body, title } of await findSheetsInHand(db)) {
    const open = await readSheet(db, round, body);
    if (!open) continue;
    const explanation = await readExplanation(db, open, { checks, moment, language: 'vi', of: subjectOfSheet(open.place, moment), memberships });
    if (explanation.step?.open !== true || explanation.state !== 'open') continue;
    const items = explanation.items.filter((item): item is HeldItem => item.part !== null);
    if (items.length > 0) load.push({ round: { id: round, title }, body: { id: body, name: open.place.name }, items });
  }
  return load;
}
