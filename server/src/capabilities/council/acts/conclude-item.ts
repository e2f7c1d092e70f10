import { randomUUID } from 'node:crypto';
import type { Language, Raw } from '@parindex/core';
import { Faults } from '@parindex/core';
import type { Body } from '@parindex/core/contracts/contract';
import type { concludeItem as contract } from '@parindex/core/contracts/council';
import { whyNotConclude } from '@parindex/core/council/votes';
import type { Target } from '@parindex/core/ledger/index';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { giveVerdict, judgeVerdict } from '../../appraisal/acts/give-verdict.ts';
import { holdSheet } from '../../sheets/open-sheet.ts';
import { findEntries } from '../../sheets/queries/sheets.ts';
import { stageNow } from '../../sheets/verdict-stage.ts';
import { itemOf, movingOf, type OpenSession, standingOf } from '../open-session.ts';
import { resultOfProposal, standsBefore, verdictOf } from '../proposed-verdict.ts';
import { countSessionOn, setConcluded } from '../queries/council.ts';
import { refuse } from '../refuse.ts';

/** The conclusion on an item is said to have been drawn for this: the vote. What moved the council stands in words beside it. */
const BY_VOTE = 'other';

/**
 * Records what more than half of those who voted were for, as a verdict of the council's on the sheet, over values that were
 * seen, with the figures that it changes. The same again changes nothing.
 */
export async function concludeItem(
  acting: Acting,
  open: OpenSession,
  item: string,
  { id, base, reason }: Body<typeof contract>,
  language: Language,
): Promise<Effect> {
  const { db, receivedAt } = acting;
  const { round, id: session } = open.session;
  const row = itemOf(open, item);
  const [stored] = await findEntries(db, [id]);
  if (stored) {
    if (row.entry !== id || stored.content?.['reason.text'] !== reason) throw new Problem('idReused', { more: { id } });
    return 'unchanged';
  }
  const body = row.body.id;
  const sheet = await holdSheet(db, { round, body });
  refuse(whyNotConclude(movingOf(open), standingOf(open, row, standsBefore(sheet, row, resultOfProposal(sheet, row)))));
  const verdict = verdictOf(sheet, row);
  const figures = verdict.slice(0, -1).map(({ target, changes }) => ({ id: randomUUID(), figure: target.id, changes }));
  const target: Target = { kind: 'item', id: row.item };
  const sent = { id, origin: 'api' as const, base, changes: verdict.at(-1)?.changes ?? {}, figures, reason: { code: BY_VOTE, text: reason } };
  const faults = new Faults();
  const judged = judgeVerdict(sheet, target, stageNow(sheet, target, 'conclude', receivedAt), null, sent as unknown as Raw, faults);
  if (!faults.none) throw new Problem('faulty', { faults });
  await giveVerdict(acting, sheet, target, sent as Parameters<typeof giveVerdict>[3], judged, new Map(), 'conclude', language);
  await setConcluded(db, item, id);
  await countSessionOn(db, session);
  const stands = await readRowStates(db, { council_session: [session], council_item: [session] });
  await recordAct(acting, { act: 'council.conclude', subject: `councilSession:${session}`, round, body, content: { item: row.item, stands } });
  return 'done';
}
