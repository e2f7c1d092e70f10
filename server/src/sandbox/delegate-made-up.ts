import { Faults, figuresOf, type Raw } from '@parindex/core';
import { fieldsOfEntry } from '@parindex/core/ledger/index';
import type { Role } from '@parindex/core/rights/index';
import { dayOf } from '@parindex/core/round/index';
import type pg from 'pg';
import type { Acting } from '../audit/acting.ts';
import { assign, setChain } from '../capabilities/assignments/acts/assign.ts';
import { decideParts } from '../capabilities/assignments/acts/decide-parts.ts';
import { submitParts } from '../capabilities/assignments/acts/submit-parts.ts';
import { declare, judgeEntries } from '../capabilities/sheets/acts/declare.ts';
import { readSheetAssignments } from '../capabilities/sheets/assigned.ts';
import { type Entering, enteringOf } from '../capabilities/sheets/entering.ts';
import { holdSheet, type OpenSheet } from '../capabilities/sheets/open-sheet.ts';
import type { NewEntry } from '../capabilities/sheets/sent-entry.ts';
import type { Context } from '../context.ts';
import { dataOf, idOf, MADE_UP, madeUpRound } from './declare-made-up.ts';
import type { Happening } from './happening.ts';
import { actIn, type Office, officeOf } from './in-office.ts';
import type { InventedDelegation, InventedRound } from './invented-rounds.ts';
import { momentOn, type PastDays, spreadOver } from './past-days.ts';

const DAY_MS = 86_400_000;
const NONE_STORED: Parameters<typeof judgeEntries>[3] = new Map();

/** Items without figures that the body does not enter itself, beginning behind what it has given to others: what a department enters there is seen at once. */
function itemsToGive({ edition }: OpenSheet, round: InventedRound, { from, to, items: count }: InventedDelegation): string[] {
  const answers = madeUpRound(edition.scheme, round).sheets[dataOf(round, from)] ?? {};
  const before = round.delegations.slice(
    0,
    round.delegations.findIndex((given) => given.from === from && given.to === to),
  );
  const passed = before.reduce((sum, given) => sum + (given.from === from ? given.items : 0), 0);
  const fit = edition.prepared.items
    .map(({ item }) => item.code)
    .filter((code) => {
      const entry = answers[code];
      return entry !== undefined && entry.state !== 'notAccepted' && figuresOf(edition.prepared, code).size === 0;
    });
  return fit.slice(fit.length - passed - count, fit.length - passed);
}

/**
 * A body gives a part of its sheet to a department, which has it in every state: not entered, before its leader, returned,
 * approved. Through the regular use cases, each in the name of whoever does it and on a day of its own.
 */
export async function delegationMadeUp(
  context: Context,
  owner: pg.Pool,
  round: InventedRound,
  given: InventedDelegation,
  days: PastDays,
): Promise<Happening[]> {
  const { from, to, entered, returned, approved } = given;
  const place = { round: round.id, body: from };
  const id = (act: string, code: string) => idOf(`${round.id} ${from} ${to} ${act}`, code);
  const on = (share: number, office: Office, work: (acting: Acting, open: OpenSheet, codes: readonly string[]) => Promise<unknown>): Happening => {
    const [day] = spreadOver(days, 1, share, share);
    const at = momentOn(day as number, `${round.id} ${from} ${to} ${share}`);
    return {
      at,
      happen: () =>
        actIn(context, office, at, async (acting) => {
          const open = await holdSheet(acting.db, place);
          return work(acting, open, itemsToGive(open, round, given));
        }),
    };
  };
  const clerk = await officeOf(owner, from, 'clerk');
  const giving = on(0.3, clerk, async (acting, { place }, codes) => {
    const due = `${dayOf(days.firstStart + given.dueInDays * DAY_MS)}T17:00:00+07:00`;
    await assign(acting, place, [], { matter: 'sheet', to, due, note: given.note, targets: codes.map((item) => ({ id: id('give', item), item })) });
  });
  if (entered === 0) return [giving];
  const [specialist, leader] = [await officeOf(owner, to, 'clerk'), await officeOf(owner, to, 'head')];
  const enteringAs = async ({ db, membership, receivedAt }: Acting, open: OpenSheet, role: Role): Promise<Entering> => {
    const { place } = open;
    const of = {
      ...{ body: place.body, departments: place.departments, roundOwner: place.roundOwner, domainOwners: [] },
      calendar: { steps: place.steps, moment: receivedAt },
    };
    const entering = await enteringOf(db, open, of, [{ id: membership as string, body: to, role }]);
    if (!entering) throw new Error(`${to} enters nothing in the sheet of ${from}`);
    return entering;
  };
  return [
    giving,
    on(0.55, specialist, async (acting, open, codes) => {
      const entering = await enteringAs(acting, open, 'clerk');
      const answers = madeUpRound(open.edition.scheme, round).sheets[dataOf(round, from)] ?? {};
      const entries = codes.slice(0, entered).flatMap((code): NewEntry[] => {
        const entry = answers[code];
        return entry ? [{ id: id('enter', code), item: code, base: 0, changes: { ...fieldsOfEntry(entry), justification: `${MADE_UP}.` } }] : [];
      });
      const faults = new Faults();
      const changes = judgeEntries(open, entering, { entries } as unknown as Raw, NONE_STORED, faults);
      if (!faults.none) throw new Error(`made-up proposals of ${to} have faults: ${JSON.stringify(faults.list.slice(0, 3))}`);
      await declare(acting, open, entering, entries, changes, NONE_STORED, 'import', 'vi');
    }),
    on(0.65, specialist, async (acting, open, codes) => {
      const submissions = codes.slice(0, entered).map((item) => ({ id: id('submit', item), act: 'submit' as const, item, base: open.place.seq }));
      await submitParts(acting, open, await enteringAs(acting, open, 'clerk'), submissions, 'vi');
    }),
    on(0.8, leader, async (acting, open, codes) => {
      const base = open.place.seq;
      const accepted = codes.slice(0, approved).map((item) => ({ id: id('accept', item), act: 'accept' as const, item, base }));
      const sentBack = codes
        .slice(approved, approved + returned)
        .map((item) => ({ id: id('return', item), act: 'return' as const, item, base, reason: given.reason }));
      await decideParts(acting, open, await enteringAs(acting, open, 'head'), [...accepted, ...sentBack], 'vi');
    }),
  ];
}

/** A body reviews what leaders of its departments have approved. */
export async function reviewMadeUp(context: Context, owner: pg.Pool, round: InventedRound, body: string, days: PastDays): Promise<Happening> {
  const clerk = await officeOf(owner, body, 'clerk');
  const at = momentOn(days.atWork[0] as number, `${round.id} ${body} reviews`);
  const happen = () =>
    actIn(context, clerk, at, async (acting) => {
      const { place, edition } = await holdSheet(acting.db, { round: round.id, body });
      const standing = await readSheetAssignments(acting.db, place, edition, [], 'all');
      await setChain(acting, place, standing, idOf(`${round.id} ${body}`, 'chain'), { division: false, review: true, version: standing.chain.version });
    });
  return { at, happen };
}
