import type { RoundPart } from '@parindex/core/round/index';
import type { RecordedAct } from '@parindex/core/words/acts';
import type { Acting } from '../../../audit/acting.ts';
import { type AuditedTable, readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { confirmCopied, type RoundPatch, type RoundRow, updateRound } from '../queries/rounds.ts';

export interface RoundChange {
  readonly act: RecordedAct;
  /** Changing a copied part confirms it. */
  readonly confirms?: readonly RoundPart[];
  readonly patch?: RoundPatch;
  /** Audited tables that were changed, besides the round's own row: all their rows of the round are recorded. */
  readonly touched?: readonly AuditedTable[];
  /** Extensions that were added. */
  readonly extensions?: readonly string[];
  readonly content?: Readonly<Record<string, unknown>>;
  readonly erasable?: Readonly<Record<string, unknown>>;
}

/** Completes every change of a locked round: a new version, the part confirmed, the act recorded. */
export async function recordRoundChange(acting: Acting, round: RoundRow, change: RoundChange): Promise<void> {
  const { act, confirms = [], patch, touched = [], extensions = [], content, erasable } = change;
  await updateRound(acting.db, round.id, patch);
  const confirmed: RoundPart[] = [];
  if (round.copiedFrom !== null)
    for (const part of confirms) if (await confirmCopied(acting.db, round.id, part, acting.account, acting.receivedAt)) confirmed.push(part);
  const stands = await readRowStates(acting.db, {
    round: [round.id],
    ...(confirmed.length > 0 ? { copied_part: [round.id] } : {}),
    ...Object.fromEntries(touched.map((name) => [name, [round.id]])),
    ...(extensions.length > 0 ? { extension: extensions } : {}),
  });
  await recordAct(acting, {
    act,
    subject: `round:${round.id}`,
    round: round.id,
    content: { version: String(round.version + 1), ...(confirmed.length > 0 ? { confirmed } : {}), ...content, stands },
    ...(erasable ? { erasable } : {}),
  });
}
