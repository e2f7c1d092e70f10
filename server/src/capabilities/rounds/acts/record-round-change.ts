import type { RoundPart } from '@parindex/core/round/index';
import type { RecordedAct } from '@parindex/core/words/acts';
import type { Acting } from '../../../audit/acting.ts';
import { type AuditedTable, readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { confirmCopied, type RoundPatch, type RoundRow, updateRound } from '../queries/rounds.ts';

export interface RoundChange {
  readonly act: RecordedAct;
  /** Whoever changes a copied part says by it what holds now. */
  readonly confirms?: readonly RoundPart[];
  readonly patch?: RoundPatch;
  /** Registers that it has written, beside the round's own row: all that they hold of the round is told as it now stands. */
  readonly touched?: readonly AuditedTable[];
  /** Extensions that it has added. */
  readonly extensions?: readonly string[];
  readonly content?: Readonly<Record<string, unknown>>;
  readonly erasable?: Readonly<Record<string, unknown>>;
}

/** Ends every change of a round that is held: a new version, the part confirmed, the act told. */
export async function recordRoundChange(acting: Acting, round: RoundRow, change: RoundChange): Promise<void> {
  const { act, confirms = [], patch, touched = [], extensions = [], content, erasable } = change;
  await updateRound(acting.db, round.id, patch);
  const confirmed: RoundPart[] = [];
  if (round.copiedFrom !== null)
    for (const part of confirms) if (await confirmCopied(acting.db, round.id, part, acting.account, acting.receivedAt)) confirmed.push(part);
  const stands = await readRowStates(acting.db, {
    round: [round.id],
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
