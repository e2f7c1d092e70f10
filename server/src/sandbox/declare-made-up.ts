import { Faults, figuresOf, type Item, illustrativeRound, itemsOfDomains, type Raw, type Scheme } from '@parindex/core';
import { fieldsOfEntry } from '@parindex/core/ledger/index';
import type { SheetEntry } from '@parindex/core/snapshot/types';
import type { Acting } from '../audit/acting.ts';
import { declare, judgeEntries } from '../capabilities/sheets/acts/declare.ts';
import { FOR_THE_BODY } from '../capabilities/sheets/entering.ts';
import { type OpenSheet, openSheet } from '../capabilities/sheets/open-sheet.ts';
import type { StoredEntry } from '../capabilities/sheets/queries/sheets.ts';
import type { NewEntry } from '../capabilities/sheets/sent-entry.ts';
import { derivedId } from '../derived-id.ts';
import type { InventedRound } from './invented-rounds.ts';
import { momentOn, type PastDays, shareOf, spreadOver } from './past-days.ts';

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
export const idOf = (body: string, target: string): string => derivedId(`sandbox ${body} ${target}`);

/** Entries of a body in the order in which it makes them: domain by domain, beginning with another one from place to place; figures before the item that needs them. */
function entriesOf({ edition: { prepared, scheme } }: OpenSheet, of: InventedRound, body: string): NewEntry[] {
  const round = madeUpRound(scheme, of);
  const data = dataOf(of, body);
  const target = `${of.id} ${body}`;
  const first = of.participants.indexOf(body) % scheme.domains.length;
  const domains = [...scheme.domains.slice(first), ...scheme.domains.slice(0, first)];
  const entered = new Set<string>();
  const figureEntries = (ids: Iterable<string>) =>
    [...ids].flatMap((id): NewEntry[] => {
      const figure = round.figures[data]?.[id];
      if (!figure || entered.has(id)) return [];
      entered.add(id);
      return [{ id: idOf(target, `figure ${id}`), figure: id, base: 0, changes: { value: figure.value, source: MADE_UP } }];
    });
  const ofItem = ({ code }: Item): NewEntry[] => {
    const answer = round.sheets[data]?.[code];
    const figures = figureEntries(figuresOf(prepared, code));
    // Refusals belong to appraisal, which comes later.
    if (!answer || answer.state === 'notAccepted') return figures;
    return [...figures, { id: idOf(target, `item ${code}`), item: code, base: 0, changes: { ...fieldsOfEntry(answer), justification: `${MADE_UP}.` } }];
  };
  return [...itemsOfDomains(domains).flatMap(ofItem), ...figureEntries(Object.keys(round.figures[data] ?? {}))];
}

/** Of what a body has entered, what it entered in one sitting of several. */
export interface Sitting {
  readonly number: number;
  readonly of: number;
}

/** A clerk declares invented figures and answers for a body through the regular use case, all that it has or those of one sitting. */
export async function declareMadeUp(acting: Acting, of: InventedRound, body: string, { number, of: sittings }: Sitting = { number: 0, of: 1 }): Promise<void> {
  const open = await openSheet(acting.db, of.id, body);
  if (!open) return;
  const all = entriesOf(open, of, body);
  const done = Math.round(all.length * of.shareDone(of.participants.indexOf(body) + 1));
  const entries = all.slice(Math.round((done * number) / sittings), Math.round((done * (number + 1)) / sittings));
  if (entries.length === 0) return;
  const faults = new Faults();
  const changes = judgeEntries(open, FOR_THE_BODY, { entries } as unknown as Raw, NONE_STORED, faults);
  if (!faults.none) throw new Error(`made-up figures of ${body} have faults: ${JSON.stringify(faults.list.slice(0, 3))}`);
  await declare(acting, open, FOR_THE_BODY, entries, changes, NONE_STORED, 'import', 'vi');
}

/** Most days on which a clerk enters something. */
const MOST_SITTINGS = 5;

/** On which days, and when, a body has entered what it has: whoever is not done began early and is slow. */
export function sittingsOf(of: InventedRound, body: string, days: PastDays): { readonly at: Date; readonly sitting: Sitting }[] {
  const share = of.shareDone(of.participants.indexOf(body) + 1);
  if (share === 0) return [];
  const by = (what: string) => shareOf(`${of.id} ${body} ${what}`);
  const from = by('begins') * (share < 1 ? 0.1 : 0.5);
  const to = from + (1 - from) * (0.5 + by('ends') / 2);
  const moments = spreadOver(days, 2 + Math.floor(by('sittings') * (MOST_SITTINGS - 1)), from, to);
  return moments.map((day, number) => ({ at: momentOn(day, `${of.id} ${body} ${number}`), sitting: { number, of: moments.length } }));
}
