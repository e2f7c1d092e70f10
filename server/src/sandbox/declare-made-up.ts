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
import { ROUND, YEAR } from './invented.ts';

/** Invented figures are the same in every installation. */
const SEED = 876;
export const MADE_UP = 'Dữ liệu minh họa';

/** A province declares in one transaction, and only if nothing is stored. */
const NONE_STORED: ReadonlyMap<string, StoredEntry> = new Map();

export interface MadeUpRound {
  readonly figures: Readonly<Record<string, Readonly<Record<string, { value: string | boolean }>>>>;
  readonly sheets: Readonly<Record<string, Readonly<Record<string, SheetEntry>>>>;
  readonly estimates: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, { mean: string; answers: string }>>>>>>;
  readonly previous: { readonly bodies: Readonly<Record<string, { figures: Readonly<Record<string, { value: string | boolean }>> }>> };
}

const made = new WeakMap<Scheme, MadeUpRound>();

/** The invented round for an edition, by the number of the province: "01", "02", … */
export function madeUpRound(scheme: Scheme, provinces: number): MadeUpRound {
  const known = made.get(scheme);
  if (known) return known;
  const round = illustrativeRound(scheme, { bodies: provinces, year: YEAR, seed: SEED, name: 'Tỉnh Minh họa', type: 'province' }) as unknown as MadeUpRound;
  made.set(scheme, round);
  return round;
}

export const numberOf = (body: string): string => `minh-hoa-${body.split('-').at(-1)}`;

/** The progress of a province: the first is unfinished, as are a few others, most are complete. */
const shareDone = (body: string): number => {
  const number = Number(body.split('-').at(-1));
  return number === 1 ? 0.7 : number % 9 === 0 ? 0.5 : number % 7 === 0 ? 0.85 : 1;
};

/** The same id at every start, so that an interrupted start does not declare twice. */
const idOf = (body: string, target: string): string => {
  const hex = createHash('sha256').update(`sandbox ${body} ${target}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** A province's clerk declares invented figures and answers through the regular use case. */
export async function declareMadeUp(acting: Acting, body: string, provinces: number): Promise<void> {
  const open = await openSheet(acting.db, ROUND, body);
  if (!open) return;
  const { edition } = open;
  const round = madeUpRound(edition.scheme, provinces);
  const number = numberOf(body);
  const figures = Object.entries(round.figures[number] ?? {}).map(
    ([id, { value }]): NewEntry => ({ id: idOf(body, `figure ${id}`), figure: id, base: 0, changes: { value, source: MADE_UP } }),
  );
  const answers = Object.entries(round.sheets[number] ?? {}).flatMap(([code, entry]): NewEntry[] => {
    // Refusals belong to appraisal, which comes later.
    if (entry.state === 'notAccepted') return [];
    return [{ id: idOf(body, `item ${code}`), item: code, base: 0, changes: { ...fieldsOfEntry(entry), justification: `${MADE_UP}.` } }];
  });
  const all = [...figures, ...answers];
  const entries = all.slice(0, Math.round(all.length * shareDone(body)));
  if (entries.length === 0) return;
  const faults = new Faults();
  const changes = judgeEntries(open, FOR_THE_BODY, { entries } as unknown as Raw, NONE_STORED, faults);
  if (!faults.none) throw new Error(`made-up figures of ${body} have faults: ${JSON.stringify(faults.list.slice(0, 3))}`);
  await declare(acting, open, FOR_THE_BODY, entries, changes, NONE_STORED, 'import', 'vi');
}
