import { at, Faults, type Language, type Raw, ROOT } from '@parindex/core';
import { sumOfFigures } from '@parindex/core/imports/index';
import { type Changes, checkChanges, fieldsAt, STAGES, targetKey } from '@parindex/core/ledger/index';
import { dayOf } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { readyEdition } from '../../editions/ready.ts';
import { findRound, type RoundRow } from '../../rounds/queries/rounds.ts';
import { type DeclareCommand, declaring } from '../../sheets/acts/declare.ts';
import { appendToSheet, storedEntries } from '../../sheets/append-to-sheet.ts';
import type { Entering } from '../../sheets/entering.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { presentSaved } from '../../sheets/present-saved.ts';
import type { CellRow, StoredEntry } from '../../sheets/queries/sheets.ts';
import { sheetOfCells } from '../../sheets/sheet.ts';
import { type Component, type FigureBelow, insertRollUp, type Named, readFiguresBelow, readRollUps } from '../queries/roll-ups.ts';

/** Which figure is added up, from which round, of which of its bodies. */
export interface RollUpSource {
  readonly figure: string;
  readonly sourceRound: string;
  readonly sourceFigure: string;
  readonly block?: string | undefined;
  readonly bodies?: readonly string[] | undefined;
}

export interface NewRollUp extends RollUpSource {
  readonly id: string;
  readonly base: number;
  /** The sum that was seen. */
  readonly sum: string;
  readonly without: readonly string[];
  readonly reason?: string | undefined;
}

interface AddedUp {
  readonly source: RoundRow;
  /** The title of the figure in the source's edition. */
  readonly title: string;
  readonly components: readonly Component[];
  readonly missing: readonly Named[];
  readonly sum: string | null;
  readonly blocks: readonly string[];
}

const ADDABLE: ReadonlySet<string> = new Set(['count', 'amount', 'number']);

/** The value of a figure in the sheet of a body below, at the last stage that has one. */
function componentOf(rows: readonly FigureBelow[], figure: string): Component | undefined {
  const cells = rows.flatMap(({ stage, fields, seqs }): CellRow[] =>
    stage === null ? [] : [{ stage, target_kind: 'figure', target: figure, fields: { ...fields }, seqs: { ...seqs } }],
  );
  const target = { kind: 'figure', id: figure } as const;
  const sheet = sheetOfCells(cells, [], { state: 'open', seq: 0 });
  const value = fieldsAt(sheet, 'council', target)['value'];
  const stage = STAGES.findLast((each) => sheet.columns[each].get(targetKey(target))?.seqs['value'] !== undefined);
  const row = rows.find((each) => each.stage === stage);
  if (typeof value !== 'string' || stage === undefined || !row || row.seq === null || row.receivedAt === null) return undefined;
  return { body: row.body, name: row.name, value, stage, seq: row.seq, at: row.receivedAt.toISOString() };
}

/** Adds up a figure over the bodies of a round of the body's own. A missing figure never counts as zero: its body is listed. */
export async function addUp(db: Reading, { place, edition }: Pick<OpenSheet, 'place' | 'edition'>, wanted: RollUpSource): Promise<AddedUp> {
  const faults = new Faults();
  const source = await findRound(db, wanted.sourceRound);
  const mine = source && source.ownerBody === place.body && source.id !== place.round && source.state !== 'draft' && source.edition !== null;
  const other = mine && source.editionHash !== null ? await readyEdition(db, source.edition as string, source.editionHash) : undefined;
  if (!ADDABLE.has(edition.types.get(wanted.figure) ?? '')) faults.add('unknownId', at(ROOT, 'figure'), { found: wanted.figure });
  if (!other) faults.add('unknownId', at(ROOT, 'sourceRound'), { found: wanted.sourceRound });
  else if (!ADDABLE.has(other.types.get(wanted.sourceFigure) ?? '')) faults.add('unknownId', at(ROOT, 'sourceFigure'), { found: wanted.sourceFigure });
  const below = other ? await readFiguresBelow(db, place.body, wanted.sourceRound, wanted.sourceFigure) : [];
  const chosen = wanted.bodies && new Set(wanted.bodies);
  const known = new Set(below.map(({ body }) => body));
  wanted.bodies?.forEach((body, index) => {
    if (!known.has(body)) faults.add('unknownId', at(ROOT, 'bodies', index), { found: body });
  });
  if (wanted.block !== undefined && !below.some(({ block }) => block === wanted.block)) faults.add('unknownId', at(ROOT, 'block'), { found: wanted.block });
  if (!faults.none) throw new Problem('faulty', { faults });
  const taken = below.filter(({ body, block }) => (wanted.block === undefined || block === wanted.block) && (chosen?.has(body) ?? true));
  const byBody = [...Map.groupBy(taken, ({ body }) => body).values()];
  const found = byBody.map((rows) => ({ rows, component: componentOf(rows, wanted.sourceFigure) }));
  const components = found.flatMap(({ component }) => component ?? []);
  const titles = other?.scheme.figures.find(({ id }) => id === wanted.sourceFigure)?.title;
  return {
    source: source as RoundRow,
    title: titles?.vi ?? wanted.sourceFigure,
    components,
    missing: found.flatMap(({ rows: [first], component }) => (component || !first ? [] : [{ body: first.body, name: first.name }])),
    sum: sumOfFigures(components.map(({ value }) => value)) ?? null,
    blocks: [...new Set(below.flatMap(({ block }) => block ?? []))],
  };
}

/** The figure's sum now, beside what it was last added up from. */
export async function previewRollUp(db: Reading, open: OpenSheet, wanted: RollUpSource) {
  const { components, missing, sum, blocks } = await addUp(db, open, wanted);
  const [last] = await readRollUps(db, open.place.round, open.place.body, wanted.figure);
  const before = new Map(last?.components.map(({ body, value }) => [body, value]));
  const standing = open.sheet.columns.claimed.get(targetKey({ kind: 'figure', id: wanted.figure }))?.fields['value'];
  return {
    seq: open.sheet.seq,
    sum,
    standing: typeof standing === 'string' || typeof standing === 'boolean' ? standing : null,
    components: components.map((component) => ({ ...component, before: before.get(component.body) ?? null })),
    missing,
    blocks,
  };
}

/** Refuses what the user has not seen: another sum, bodies without the figure that were not named, named bodies that have it. */
function refuseUnseenParts({ sum, missing }: AddedUp, wanted: NewRollUp): void {
  const faults = new Faults();
  const named = new Set(wanted.without);
  const lacking = new Set(missing.map(({ body }) => body));
  for (const { body } of missing) if (!named.has(body)) faults.add('missingKey', at(ROOT, 'without'), { key: body });
  wanted.without.forEach((body, index) => {
    if (!lacking.has(body)) faults.add('unknownId', at(ROOT, 'without', index), { found: body });
  });
  if (wanted.without.length > 0 && wanted.reason === undefined) faults.add('missingKey', at(ROOT, 'reason'), { key: 'reason' });
  if (!faults.none) throw new Problem('faulty', { faults });
  if (sum === null || sum !== wanted.sum) throw new Problem('staleVersion', { more: { sum } });
}

const LONGEST_SOURCE = 500;

/** The sum as the figure's new value, if it is the one that was seen; refused if the sheet does not accept it. */
async function addUpUnchanged({ db, receivedAt }: Acting, open: OpenSheet, wanted: NewRollUp): Promise<AddedUp & { readonly changes: Changes }> {
  const { edition, sheet } = open;
  const added = await addUp(db, open, wanted);
  refuseUnseenParts(added, wanted);
  const target = { kind: 'figure', id: wanted.figure } as const;
  const standing = sheet.columns.claimed.get(targetKey(target))?.fields ?? {};
  const source = `Tổng hợp từ ${added.components.length} cơ quan, đơn vị của “${added.source.title}”, số liệu “${added.title}”`.slice(0, LONGEST_SOURCE);
  const said = { value: wanted.sum, source, date: dayOf(receivedAt.getTime()), ...(standing['vintage'] === undefined ? {} : { vintage: null }) };
  const faults = new Faults();
  const changes = checkChanges(edition.entryRules, target, standing, said as unknown as Raw, 'claimed', ROOT, faults);
  if (wanted.base > sheet.seq) faults.add('outOfRange', at(ROOT, 'base'), { found: String(wanted.base), expected: `≤ ${sheet.seq}` });
  if (!faults.none || !changes) throw new Problem('faulty', { faults });
  return { ...added, changes };
}

/** Whether an entry was added up from what is said now. */
async function isRepeated(db: Reading, { round, body }: OpenSheet['place'], { id, changes }: StoredEntry, wanted: NewRollUp): Promise<boolean> {
  const made = (await readRollUps(db, round, body, wanted.figure)).find(({ entry }) => entry === id);
  return made?.sourceRound === wanted.sourceRound && made.sourceFigure === wanted.sourceFigure && changes['value'] === wanted.sum;
}

/** Writes the sum of figures of bodies below as an entry of the body's own sheet, and keeps what it was made from. */
export async function rollUp(acting: Acting, open: OpenSheet, entering: Entering, wanted: NewRollUp, language: Language) {
  const { db, receivedAt } = acting;
  const { place } = open;
  const stored = await storedEntries(db, [wanted.id]);
  const entry = stored.get(wanted.id);
  if (entry && !(await isRepeated(db, place, entry, wanted))) throw new Problem('idReused', { more: { id: wanted.id } });
  const added = entry ? undefined : await addUpUnchanged(acting, open, wanted);
  const target = { kind: 'figure', id: wanted.figure } as const;
  const command: DeclareCommand = { id: wanted.id, act: 'declare', target, base: wanted.base, judged: added?.changes };
  const appended = await appendToSheet(acting, open, [command], declaring(open, entering, 'rollUp'), stored);
  if (added) {
    await insertRollUp(db, {
      entry: wanted.id,
      round: place.round,
      body: place.body,
      figure: wanted.figure,
      sourceRound: wanted.sourceRound,
      sourceFigure: wanted.sourceFigure,
      components: added.components,
      without: added.missing,
      reason: wanted.reason ?? null,
      account: acting.account as string,
      at: receivedAt,
    });
    await recordAct(acting, {
      act: 'rollUp.make',
      subject: `entry:${wanted.id}`,
      round: place.round,
      body: place.body,
      content: { figure: wanted.figure, sourceRound: wanted.sourceRound, stands: await readRowStates(db, { roll_up: [wanted.id] }) },
      ...(wanted.reason === undefined ? {} : { erasable: { reason: wanted.reason } }),
    });
  }
  return presentSaved(open, appended, [command], entering, language);
}
