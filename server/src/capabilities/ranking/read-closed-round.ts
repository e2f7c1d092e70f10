import { Faults, inLanguage, itemsOfDomains, prepareScheme, type Raw, readSnapshot, scoreBodies } from '@parindex/core';
import { STAGES, type Stage } from '@parindex/core/ledger/index';
import { type FinalBody, type ItemStanding, standingsByStage } from '@parindex/core/ranking/final-result';
import type { Source } from '@parindex/core/scheme/types';
import { estimatedSources } from '@parindex/core/scoring/own-items';
import type { Reading } from '../../db/transaction.ts';
import type { Agency } from '../../documents/issued.ts';
import { Problem } from '../../http/problems.ts';
import { type ReadyEdition, readyEdition } from '../editions/ready.ts';
import { counting } from '../explanation/explained-items.ts';
import { readReasons, readRemarks } from '../explanation/queries/explanation.ts';
import type { BoardRound } from '../progress/queries/board.ts';
import { readBodyResults, readKeptSnapshot } from '../rounds/queries/results.ts';
import { type RoundOfLetters, readRoundOfLetters } from '../rounds/round-of-letters.ts';
import { type FigureBeside, readFiguresApart } from '../sheets/official-figures.ts';
import { readExplanationStates } from '../sheets/queries/explanation-states.ts';
import { NOT_CLOSED } from './closed.ts';
import { said } from './read-final.ts';

/** What a body came to in a closed round. */
export interface ClosedBody {
  readonly id: string;
  readonly agency: Agency;
  readonly result: FinalBody;
}

/** A closed round as its letters and papers tell of it; its bodies in the order of their places. */
export interface ClosedRound {
  readonly of: RoundOfLetters;
  readonly edition: ReadyEdition;
  readonly bodies: readonly ClosedBody[];
}

/** Reads it, of one body alone if it is named; refused by name where there is no final result yet. */
export async function readClosedRound(
  db: Reading,
  plan: BoardRound,
  { body, illustrative }: { readonly body?: string; readonly illustrative: boolean },
): Promise<ClosedRound> {
  const rows = plan.closedAt === null ? [] : await readBodyResults(db, plan.round, body);
  if (rows.length === 0) throw plan.closedAt === null || body === undefined ? new Problem('notNow', { detail: NOT_CLOSED }) : new Problem('notFound');
  const edition = await readyEdition(db, plan.edition, plan.editionHash);
  const { of, agencyOf } = await readRoundOfLetters(db, plan, { scheme: edition.scheme, bodies: rows.map((row) => row.body), illustrative });
  return { of, edition, bodies: rows.map(({ body: id, result }) => ({ id, agency: agencyOf(id, result.name), result })) };
}

/** An item of a body on its way from the claim to the final result. */
export interface ClosedItem {
  readonly code: string;
  readonly title: string;
  readonly final: ItemStanding;
  /** Where its points come from, if no body scores it itself. */
  readonly given: Source | null;
  /** As it was claimed, and at each stage that decided on it or moved it. */
  readonly at: ReadonlyMap<Stage, ItemStanding>;
  /** What the body explained; empty where it did not. */
  readonly explained: string;
  /** Why it was decided as it was, the last word on it. */
  readonly reason: string;
}

/** The items of some bodies, in the scheme's order, each with its way; computed from the snapshot that was frozen. */
export async function readClosedItems(db: Reading, round: string, bodies: readonly ClosedBody[]): Promise<ReadonlyMap<string, readonly ClosedItem[]>> {
  const [first, second] = bodies;
  if (!first) return new Map();
  const of = second === undefined ? first.id : undefined;
  const kept = await readKeptSnapshot(db, round);
  const faults = new Faults();
  const { snapshot } = kept === undefined ? {} : readSnapshot(JSON.parse(kept) as Raw, faults);
  if (!snapshot) throw new Error(`the kept snapshot of ${round} cannot be read`);
  const wanted = new Set(bodies.map(({ id }) => id));
  const prepared = prepareScheme(snapshot.scheme);
  const scores = scoreBodies(prepared, { ...snapshot, bodies: snapshot.bodies.filter(({ id }) => wanted.has(id)) }, faults);
  const computed = new Map(scores.map(({ result: { id, items } }) => [id, items]));
  // The reason of the last stage is the last word on an item.
  const byStage = (await readReasons(db, round, 'vi', of)).toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
  const decided = new Set(byStage.map(({ stage, body, item }) => `${stage} ${body} ${item}`));
  const reasons = new Map(byStage.map((reason) => [`${reason.body} ${reason.item}`, said(reason) ?? '']));
  const replies = new Map(
    counting(await readRemarks(db, round, of), await readExplanationStates(db, round, of)).flatMap(({ act, body, item, code, text }) =>
      act === 'reply' ? [[`${body} ${item}`, code === 'accepts' ? 'Thống nhất' : (text ?? '')] as const] : [],
    ),
  );
  const titles = new Map(itemsOfDomains(snapshot.scheme.domains).map(({ code, title }) => [code, inLanguage(title, 'vi') ?? code]));
  const sources = estimatedSources(prepared);
  return new Map(
    bodies.map(({ id, result: { steps } }) => {
      const items = computed.get(id) ?? [];
      const standings = standingsByStage(items, steps);
      const moved = new Set(steps.flatMap(({ stage, moved: of }) => of.map(({ code }) => `${stage} ${code}`)));
      const told = (code: string, stage: Stage) =>
        stage === 'claimed' ? !sources.has(code) : decided.has(`${stage} ${id} ${code}`) || moved.has(`${stage} ${code}`);
      const closed = items.map(
        ({ code, state, points, maximum }): ClosedItem => ({
          ...{ code, title: titles.get(code) ?? code, final: { state, points, maximum }, given: sources.get(code) ?? null },
          at: new Map([...(standings.get(code) ?? [])].filter(([stage]) => told(code, stage))),
          ...{ explained: replies.get(`${id} ${code}`) ?? '', reason: reasons.get(`${id} ${code}`) ?? '' },
        }),
      );
      return [id, closed];
    }),
  );
}

/** What is told to each body beside its result: its items, and official figures other than the claimed ones. */
export interface ToldToBody {
  readonly items: readonly ClosedItem[];
  readonly figures: readonly FigureBeside[];
}

/** That of the bodies of a closed round. */
export async function readToldToBodies(db: Reading, round: string, { edition, bodies }: ClosedRound): Promise<(body: string) => ToldToBody> {
  const items = await readClosedItems(db, round, bodies);
  const figures = await readFiguresApart(db, round, edition, bodies.length === 1 ? bodies[0]?.id : undefined);
  return (body) => ({ items: items.get(body) ?? [], figures: figures(body) });
}
