import { createHash } from 'node:crypto';
import { Faults, illustrativeRound, type Raw, type Scheme } from '@parindex/core';
import { fieldsOfEntry } from '@parindex/core/ledger/index';
import type { SheetEntry } from '@parindex/core/snapshot/types';
import type { Acting } from '../audit/acting.ts';
import { declare, judgeEntries } from '../capabilities/sheets/acts/declare.ts';
import { FOR_THE_BODY } from '../capabilities/sheets/entering.ts';
import { openSheet } from '../capabilities/sheets/open-sheet.ts';
import type { StoredEntry } from '../capabilities/sheets/queries/sheets.ts';
import type { NewEntry } from '../capabilities/sheets/sent-entry.ts';
import type { InventedRound } from './invented-rounds.ts';

/** Invented figures are the same in every installation. */
const SEED = 876;
export const MADE_UP = 'Dữ liệu minh họa';

/** A body declares in one transaction, and only if nothing is stored. */
const NONE_STORED: ReadonlyMap<string, StoredEntry> = new Map();

export interface MadeUpRound {
  readonly figures: Readonly<Record<string, Readonly<Record<string, { value: string | boolean }>>>>;
  readonly sheets: Readonly<Record<string, Readonly<Record<string, SheetEntry>>>>;
  readonly estimates: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, { mean: string; answers: string }>>>>>>;
  readonly previous: { readonly bodies: Readonly<Record<string, { figures: Readonly<Record<string, { value: string | boolean }>> }>> };
}

const made = new WeakMap<InventedRound, MadeUpRound>();

/** An invented round's figures and answers over its edition, by `dataOf`: "minh-hoa-01", "minh-hoa-02", … */
export function madeUpRound(scheme: Scheme, of: InventedRound): MadeUpRound {
  const known = made.get(of);
  if (known) return known;
  const { participants, year, type, sent } = of;
  const options = { bodies: participants.length, year, seed: SEED, name: 'Minh họa', type, complete: sent.length > 0 };
  const round = illustrativeRound(scheme, options) as unknown as MadeUpRound;
  made.set(of, round);
  return round;
}

/** Under which id the figures of a participant are made up: by its place. */
export const dataOf = ({ participants }: InventedRound, body: string): string =>
  `minh-hoa-${String(participants.indexOf(body) + 1).padStart(Math.max(2, String(participants.length).length), '0')}`;

/** Somewhat less than this year's, as a body's figures are. */
const LAST_YEAR = 0.94;

/** What a participant declared the year before. */
export function figuresBefore({ type }: InventedRound, { figures, previous }: MadeUpRound, data: string): MadeUpRound['figures'][string] {
  // By growth that differs from province to province some rules give points; below, nothing should look implausible.
  if (type === 'province') return previous.bodies[data]?.figures ?? {};
  return Object.fromEntries(
    Object.entries(figures[data] ?? {}).map(([id, { value }]) => [id, { value: /^[\d.]+$/.test(`${value}`) ? lastYear(`${value}`) : value }]),
  );
}

const lastYear = (value: string): string => (Number(value) * LAST_YEAR).toFixed(value.split('.')[1]?.length ?? 0);

/** The same id at every start, so that an interrupted start does not declare twice. */
export const idOf = (body: string, target: string): string => {
  const hex = createHash('sha256').update(`sandbox ${body} ${target}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** A clerk declares invented figures and answers for a body through the regular use case. */
export async function declareMadeUp(acting: Acting, of: InventedRound, body: string): Promise<void> {
  const open = await openSheet(acting.db, of.id, body);
  if (!open) return;
  const { edition } = open;
  const round = madeUpRound(edition.scheme, of);
  const data = dataOf(of, body);
  // Where there are several rounds of a body, an id is still one of all.
  const target = of.type === 'province' ? body : `${of.id} ${body}`;
  const figures = Object.entries(round.figures[data] ?? {}).map(
    ([id, { value }]): NewEntry => ({ id: idOf(target, `figure ${id}`), figure: id, base: 0, changes: { value, source: MADE_UP } }),
  );
  const answers = Object.entries(round.sheets[data] ?? {}).flatMap(([code, entry]): NewEntry[] => {
    // Refusals belong to appraisal, which comes later.
    if (entry.state === 'notAccepted') return [];
    return [{ id: idOf(target, `item ${code}`), item: code, base: 0, changes: { ...fieldsOfEntry(entry), justification: `${MADE_UP}.` } }];
  });
  const all = [...figures, ...answers];
  const entries = all.slice(0, Math.round(all.length * of.shareDone(of.participants.indexOf(body) + 1)));
  if (entries.length === 0) return;
  const faults = new Faults();
  const changes = judgeEntries(open, FOR_THE_BODY, { entries } as unknown as Raw, NONE_STORED, faults);
  if (!faults.none) throw new Error(`made-up figures of ${body} have faults: ${JSON.stringify(faults.list.slice(0, 3))}`);
  await declare(acting, open, FOR_THE_BODY, entries, changes, NONE_STORED, 'import', 'vi');
}
