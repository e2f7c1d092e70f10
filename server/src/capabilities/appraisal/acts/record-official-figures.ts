import { at, type Faults, isObject, itemsUsing, type Raw, ROOT } from '@parindex/core';
import type { recordOfficialFigures as contract } from '@parindex/core/contracts/appraisal';
import type { Body } from '@parindex/core/contracts/contract';
import { type Changes, checkChanges, type Target } from '@parindex/core/ledger/index';
import type { Acting } from '../../../audit/acting.ts';
import type { ActDescription, EntryCommand } from '../../sheets/act-description.ts';
import { appendToSheet } from '../../sheets/append-to-sheet.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { readOfficialFigures } from '../../sheets/queries/official-figures.ts';
import { refuseClosed } from '../../sheets/refuse-closed.ts';
import { stageNow } from '../../sheets/verdict-stage.ts';
import { refuseOtherDeciders } from '../given-work.ts';

/** What an official figure is recorded with: all of it, as a value without its source proves nothing. */
const TOLD = ['value', 'source', 'date'] as const;

/** The checked changes of official figures, in the order in which they came; undefined where one has faults. */
export function judgeOfficialFigures({ edition }: OpenSheet, item: string, raw: Raw | undefined, faults: Faults): Changes[] | undefined {
  const seen = new Set<string>();
  const judged = (Array.isArray(raw) ? raw : []).map((one: Raw, index) => {
    const path = at(ROOT, 'figures', index);
    if (!isObject(one) || typeof one['figure'] !== 'string' || !isObject(one['changes'])) return undefined;
    const [target, changes] = [{ kind: 'figure', id: one['figure'] } satisfies Target, one['changes']];
    if (!itemsUsing(edition.prepared, target.id).includes(item)) faults.add('notAllowedHere', at(path, 'figure'), { key: 'figure' });
    if (seen.has(target.id)) faults.add('duplicateId', at(path, 'figure'), { found: target.id });
    seen.add(target.id);
    const fields = Object.keys(changes);
    if (fields.length > 0) {
      for (const field of TOLD) if (`${changes[field] ?? ''}`.trim() === '') faults.add('missingKey', at(path, 'changes', field), { key: field });
      for (const field of fields.filter((key) => !(TOLD as readonly string[]).includes(key)))
        faults.add('notAllowedHere', at(path, 'changes', field), { key: field });
    }
    return checkChanges(edition.entryRules, target, {}, changes, 'appraised', path, faults);
  });
  return judged.every((changes) => changes !== undefined) ? judged : undefined;
}

interface FigureCommand extends EntryCommand {
  readonly target: Target;
  readonly judged: Changes | undefined;
}

/**
 * Whoever appraises an item records official figures of it, by entries that leave what stands in the sheet as it is; over none that
 * they have not seen. A verdict takes them, or leaves them beside.
 */
export async function recordOfficialFigures(
  acting: Acting,
  open: OpenSheet,
  item: string,
  { base, figures, origin }: Body<typeof contract>,
  judged: readonly Changes[] | undefined,
) {
  const { place, edition } = open;
  await refuseOtherDeciders(acting, open, { kind: 'item', id: item }, 'appraise');
  const before = new Map(
    (await readOfficialFigures(acting.db, { round: place.round, edition: edition.id }, { body: place.body })).map((row) => [row.figure, row]),
  );
  const commands = figures.map(
    ({ id, figure, changes }, index): FigureCommand => ({
      id,
      act: 'officialFigure',
      target: { kind: 'figure', id: figure },
      base,
      changes,
      judged: judged?.[index],
    }),
  );
  const stage = () => stageNow(open, { kind: 'item', id: item }, 'appraise', acting.receivedAt);
  const description: ActDescription<FigureCommand> = {
    origin,
    admit: () => {
      refuseClosed(place);
      stage();
    },
    contentOf: (command) => ({ stage: stage(), standing: 'effective', changes: command.judged ?? {} }),
    conflictsOf: ({ target }, { changes }) => {
      const stood = before.get(target.id);
      return stood && stood.seq > base ? [{ field: 'value', yours: changes['value'] ?? null, theirs: stood.value, seq: stood.seq }] : [];
    },
  };
  const { entries, sheet } = await appendToSheet(acting, open, commands, description);
  return { seq: sheet.seq, replayed: entries.every(({ replayed }) => replayed) };
}
