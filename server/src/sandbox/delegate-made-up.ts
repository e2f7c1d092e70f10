import { Faults, figuresOf, type Raw } from '@parindex/core';
import { fieldsOfEntry } from '@parindex/core/ledger/index';
import type { Role } from '@parindex/core/rights/index';
import { dayOf } from '@parindex/core/round/index';
import type pg from 'pg';
import type { Acting } from '../audit/acting.ts';
import { assign } from '../capabilities/assignments/acts/assign.ts';
import { decideParts } from '../capabilities/assignments/acts/decide-parts.ts';
import { submitParts } from '../capabilities/assignments/acts/submit-parts.ts';
import { declare, judgeEntries } from '../capabilities/sheets/acts/declare.ts';
import { type Entering, enteringOf } from '../capabilities/sheets/entering.ts';
import { type OpenSheet, openSheet } from '../capabilities/sheets/open-sheet.ts';
import type { NewEntry } from '../capabilities/sheets/sent-entry.ts';
import type { Context } from '../context.ts';
import { inTransactionAs } from '../db/transaction.ts';
import { dataOf, idOf, MADE_UP, madeUpRound } from './declare-made-up.ts';
import type { InventedDelegation, InventedRound } from './invented-rounds.ts';

const DAY_MS = 86_400_000;
const NONE_STORED: Parameters<typeof judgeEntries>[3] = new Map();

interface Office {
  readonly account: string;
  readonly membership: string;
}

async function officeOf(owner: pg.Pool, body: string, role: Role): Promise<Office> {
  const { rows } = await owner.query<Office>(`SELECT account_id AS account, id AS membership FROM membership WHERE body_id = $1 AND role = $2 ORDER BY id`, [
    body,
    role,
  ]);
  if (!rows[0]) throw new Error(`nobody is ${role} of ${body}`);
  return rows[0];
}

/** Items without figures that have no answer yet and an invented one: what a department enters there is seen at once. */
function itemsToGive({ edition, sheet }: OpenSheet, round: InventedRound, body: string, count: number): string[] {
  const answers = madeUpRound(edition.scheme, round).sheets[dataOf(round, body)] ?? {};
  return edition.prepared.items
    .map(({ item }) => item.code)
    .filter((code) => {
      const entry = answers[code];
      return entry !== undefined && entry.state !== 'notAccepted' && !sheet.columns.claimed.has(`item ${code}`) && figuresOf(edition.prepared, code).size === 0;
    })
    .slice(-count);
}

/**
 * A body gives a part of its sheet to a department, which has it in every state: not entered, before its leader, returned,
 * approved. Through the regular use cases, each in the name of whoever does it.
 */
export async function delegateMadeUp(context: Context, owner: pg.Pool, round: InventedRound, given: InventedDelegation, now: Date): Promise<void> {
  const { from, to, items: count, entered, returned, approved } = given;
  const as = async <T>({ account, membership }: Office, work: (acting: Acting, open: OpenSheet) => Promise<T>): Promise<T> =>
    inTransactionAs(context, account, now, async (db) => {
      const open = await openSheet(db, round.id, from);
      if (!open) throw new Error(`no sheet of ${from}`);
      return work({ db, account, membership, receivedAt: now }, open);
    });
  const id = (act: string, code: string) => idOf(`${round.id} ${from} ${to} ${act}`, code);
  const clerk = await officeOf(owner, from, 'clerk');
  const codes = await as(clerk, async (acting, open) => {
    const codes = itemsToGive(open, round, from, count);
    const due = `${dayOf(now.getTime() + given.dueInDays * DAY_MS)}T17:00:00+07:00`;
    await assign(acting, open.place, [], { to, due, note: given.note, targets: codes.map((item) => ({ id: id('give', item), item })) });
    return codes;
  });
  if (entered === 0) return;
  const [specialist, leader] = [await officeOf(owner, to, 'clerk'), await officeOf(owner, to, 'head')];
  const enteringAs = async (acting: Acting, open: OpenSheet, role: Role): Promise<Entering> => {
    const { place } = open;
    const of = {
      body: place.body,
      departments: place.departments,
      roundOwner: place.roundOwner,
      domainOwners: [],
      calendar: { steps: place.steps, moment: now },
    };
    const entering = await enteringOf(acting.db, open, of, [{ id: acting.membership as string, body: to, role }]);
    if (!entering) throw new Error(`${to} enters nothing in the sheet of ${from}`);
    return entering;
  };
  const seqs = await as(specialist, async (acting, open) => {
    const entering = await enteringAs(acting, open, 'clerk');
    const answers = madeUpRound(open.edition.scheme, round).sheets[dataOf(round, from)] ?? {};
    const entries = codes.slice(0, entered).flatMap((code): NewEntry[] => {
      const entry = answers[code];
      return entry ? [{ id: id('enter', code), item: code, base: 0, changes: { ...fieldsOfEntry(entry), justification: `${MADE_UP}.` } }] : [];
    });
    const faults = new Faults();
    const changes = judgeEntries(open, entering, { entries } as unknown as Raw, NONE_STORED, faults);
    if (!faults.none) throw new Error(`made-up proposals of ${to} have faults: ${JSON.stringify(faults.list.slice(0, 3))}`);
    return (await declare(acting, open, entering, entries, changes, NONE_STORED, 'import', 'vi')).seq;
  });
  const seq = await as(specialist, async (acting, open) => {
    const submissions = codes.slice(0, entered).map((item) => ({ id: id('submit', item), act: 'submit' as const, item, base: seqs }));
    return (await submitParts(acting, open, await enteringAs(acting, open, 'clerk'), submissions, 'vi')).seq;
  });
  await as(leader, async (acting, open) => {
    const accepted = codes.slice(0, approved).map((item) => ({ id: id('accept', item), act: 'accept' as const, item, base: seq }));
    const sentBack = codes
      .slice(approved, approved + returned)
      .map((item) => ({ id: id('return', item), act: 'return' as const, item, base: seq, reason: given.reason }));
    return decideParts(acting, open, await enteringAs(acting, open, 'head'), [...accepted, ...sentBack], 'vi');
  });
}
