import type { Context } from '../../context.ts';
import { findEndedEntrances, type Reading } from '../../db/transaction.ts';
import { admittedHolders, asHolder, type Caller } from '../../http/admission.ts';
import { Problem } from '../../http/problems.ts';
import { findRoundWithin, type RoundRequest } from '../rounds/found.ts';
import type { Polled } from './feed.ts';
import type { Listener } from './listener.ts';
import type { BoardMaking } from './making.ts';
import { type BoardRound, findBoardRound } from './queries/board.ts';
import { readBoardRows } from './read-board.ts';
import type { BoardSource } from './streams.ts';
import { type BoardSubject, type BoardView, boardView, viewKey } from './view.ts';

export interface FoundBoard {
  readonly of: BoardSubject;
  readonly plan: BoardRound;
}

/** A round's board with what its rights depend on; undefined if the round has no adopted edition, or is somebody else's draft. */
export async function findBoard(request: RoundRequest): Promise<FoundBoard | undefined> {
  const found = await findRoundWithin(request);
  const plan = found && (await findBoardRound(request.db, request.params.round));
  return found && plan && { of: found.of, plan };
}

const sees = (caller: Caller | null, listener: Listener, view: BoardView, { of }: FoundBoard): boolean =>
  caller?.account === listener.of.account && viewKey(boardView(caller, of)) === viewKey(view);

/** The result of `work`; undefined if it is refused. */
async function unlessRefused<T>(work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** Polls boards in the name of the listeners, as row security allows them. */
export function boardPolls(context: Context, making: BoardMaking): BoardSource<FoundBoard> {
  const now = () => context.clock.now();
  return {
    poll(round, view, listener) {
      const moment = now();
      return unlessRefused(() =>
        asHolder(context, listener.of.credentials, moment, 'board.read', false, async (db, caller) => {
          const found = await findBoard({ db, params: { round }, caller, receivedAt: moment });
          if (!found || !sees(caller, listener, view, found)) throw new Problem('refused');
          return readPolled(db, found, view, making, moment);
        }),
      );
    },
    async refused(listeners, view, { of, plan }) {
      const moment = now();
      const callers = await admittedHolders(
        context,
        listeners.map((listener) => listener.of.credentials),
        moment,
        'board.read',
      );
      // The last poller may have belonged to other bodies, so the participants are those of this view.
      const found = { of: { ...of, participants: view.bodies ?? [], calendar: { ...of.calendar, moment } }, plan };
      const still = await Promise.all(listeners.map((listener, index) => unlessRefused(() => sees(callers[index] ?? null, listener, view, found))));
      return listeners.filter((_, index) => still[index] !== true);
    },
    async ended(listeners) {
      const ended = new Set(
        await findEndedEntrances(
          context.pool,
          listeners.map((listener) => listener.of.session),
          now(),
        ),
      );
      return listeners.filter((listener) => ended.has(listener.of.session));
    },
    failed: (error) => context.log('board', error),
  };
}

async function readPolled(db: Reading, found: FoundBoard, view: BoardView, making: BoardMaking, at: Date): Promise<Polled<FoundBoard>> {
  const rows = await readBoardRows(db, found.plan, view, making, at);
  const { title, edition, steps, domainOwners } = found.plan;
  return {
    at,
    plan: JSON.stringify([title, edition, steps, domainOwners, rows.map(({ body }) => body.id)]),
    rows: new Map(rows.map((row) => [row.body.id, JSON.stringify(row)])),
    rights: found,
  };
}
