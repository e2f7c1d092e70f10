import { itemsOfDomains } from '@parindex/core';
import { droppedBy, foldTakeover, heldTargets, movedTarget, type Takeover, type TakeoverMapping, type Target } from '@parindex/core/ledger/index';
import type { AppraisalShare } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import type { Reading } from '../../../db/transaction.ts';
import type { ReadyEdition } from '../../editions/ready.ts';
import { bodiesWithEntries, insertTakeover, putCells, readTakeovers } from '../../sheets/queries/takeovers.ts';
import { cellsOf, partsOf, rebuildSheet, takeoversOf } from '../../sheets/rebuild.ts';
import { addBaselines, type BaselineRow, readBaselines, removeBaselines } from '../queries/baselines.ts';
import { carryExtensions, readExtensions } from '../queries/extensions.ts';
import { putDomainOwners, putExclusions } from '../queries/round-plan.ts';
import { type RoundRow, readPlan } from '../queries/rounds.ts';
import { recordRoundChange } from './record-round-change.ts';

export interface NewTakeover {
  readonly number: number;
  readonly mapping: TakeoverMapping;
  readonly document: { readonly number: string; readonly date: string };
}

/** All codes of the old edition with data in a round: declared, excluded, extended, or given by the previous year. */
export async function heldInRound(db: Reading, round: RoundRow, moment: Date): Promise<Target[]> {
  const held: Target[] = [];
  for (const body of await bodiesWithEntries(db, round.id)) held.push(...heldTargets(await rebuildSheet(db, round.id, body)));
  const item = (id: string): Target => ({ kind: 'item', id });
  held.push(...(await readPlan(db, round.id)).exclusions.map((exclusion) => item(exclusion.item)));
  for (const extension of await readExtensions(db, round.id))
    if (extension.item !== null && extension.until > moment && (extension.edition ?? round.edition) === round.edition) held.push(item(extension.item));
  for (const { figures, items } of await readBaselines(db, round.id))
    held.push(...Object.keys(items).map(item), ...Object.keys(figures).map((id): Target => ({ kind: 'figure', id })));
  return held;
}

/** Last year's figures and points under their new codes; a figure whose type has changed is dropped. */
function moveBaseline(row: BaselineRow, mapping: TakeoverMapping, from: ReadyEdition, to: ReadyEdition): BaselineRow {
  const moved = <T>(all: Readonly<Record<string, T>>, kind: Target['kind'], stays: (before: string, after: string) => boolean): Record<string, T> =>
    Object.fromEntries(
      Object.entries(all).flatMap(([id, value]) => {
        const target = movedTarget({ kind, id }, mapping);
        return target && stays(id, target.id) ? [[target.id, value]] : [];
      }),
    );
  return {
    ...row,
    figures: moved(row.figures, 'figure', (before, after) => from.types.get(before) === to.types.get(after)),
    items: moved(row.items, 'item', () => true),
  };
}

/** Who appraises an item appraises what it has become, in whatever domain that is. */
function moveShare(item: string, body: string, mapping: TakeoverMapping, { scheme }: ReadyEdition): AppraisalShare[] {
  const target = movedTarget({ kind: 'item', id: item }, mapping);
  const domain = target && scheme.domains.find((one) => itemsOfDomains([one]).some(({ code }) => code === target.id));
  return target && domain ? [{ domain: domain.code, item: target.id, body }] : [];
}

/**
 * A later edition takes over in a locked open round. Entries stay as written; every sheet is folded again from them with
 * this takeover, and what the new rules do not accept is left out and listed in the takeover's record.
 */
export async function takeOver(acting: Acting, round: RoundRow, from: ReadyEdition, to: ReadyEdition, wanted: NewTakeover): Promise<void> {
  const { db, receivedAt } = acting;
  const { mapping, number, document } = wanted;
  const earlier = await readTakeovers(db, round.id);
  const sheets: Record<string, Pick<Takeover, 'after' | 'dropped'>> = {};
  for (const body of await bodiesWithEntries(db, round.id)) {
    const before = await rebuildSheet(db, round.id, body, takeoversOf(earlier, body));
    const met = { after: before.seq, dropped: droppedBy(before, mapping, to.entryRules) };
    const after = foldTakeover(before, { ...mapping, ...met, from: from.id, to: to.id });
    await putCells(db, round.id, body, cellsOf(after), partsOf(after));
    sheets[body] = met;
  }
  await insertTakeover(db, round.id, {
    number,
    from: from.id,
    to: to.id,
    mapping: { ...mapping, sheets },
    document,
    account: acting.account as string,
    at: receivedAt,
  });

  const { exclusions, domainOwners } = await readPlan(db, round.id);
  await putDomainOwners(
    db,
    round.id,
    domainOwners.flatMap(({ domain, item, body }) => (item === null ? [{ domain, item, body }] : moveShare(item, body, mapping, to))),
  );
  await putExclusions(
    db,
    round.id,
    exclusions.flatMap((exclusion) => {
      const target = movedTarget({ kind: 'item', id: exclusion.item }, mapping);
      return target ? [{ ...exclusion, item: target.id }] : [];
    }),
  );
  const baselines = await readBaselines(db, round.id);
  await removeBaselines(db, round.id);
  await addBaselines(
    db,
    round.id,
    baselines.map((row) => moveBaseline(row, mapping, from, to)),
  );
  const extensions = await carryExtensions(db, round.id, from.id, to.id, mapping.items, receivedAt);
  await recordRoundChange(acting, round, {
    act: 'round.takeOver',
    patch: { edition: to.id },
    touched: ['exclusion', 'domain_owner', 'takeover', 'baseline'],
    extensions,
    content: {
      number: String(number),
      from: from.id,
      to: to.id,
      hash: to.hash,
      document,
    },
  });
}
