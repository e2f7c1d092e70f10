import { inLanguage, type Language } from '@parindex/core';
import { type Distributing, type Distribution, distribute, workOf } from '@parindex/core/appraisal/distribute';
import { type Able, type Piece, sharesHolding } from '@parindex/core/appraisal/person-shares';
import type { distributionAnswer, distributionPreview } from '@parindex/core/contracts/schemas/index';
import { hashOf } from '@parindex/core/reading/normal-form';
import { appraisersOfItem } from '@parindex/core/round/index';
import type { z } from 'zod';
import type { Named } from '../../db/fragments.ts';
import type { Reading } from '../../db/transaction.ts';
import { ownItemsOf } from '../editions/checks.ts';
import { readyEdition } from '../editions/ready.ts';
import type { BoardMaking } from '../progress/making.ts';
import type { BoardRound } from '../progress/queries/board.ts';
import { readBodiesOfRound } from './queries/interests.ts';
import { type Appraiser, type GivenShare, readAppraisers, readDecidedPieces, readExcludedPieces, readPersonShares } from './queries/person-shares.ts';
import { readAppraisalShares } from './queries/verdicts.ts';

const keyOf = ({ item, body }: Piece) => `${item} ${body}`;

/**
 * The work of an appraising body in a round: which items of which bodies, what of it is decided, and who has what. It is told without reading a sheet: whoever
 * distributes need not see what bodies claim, and may do so before appraisal opens.
 */
export interface OfficeWork {
  readonly office: string;
  readonly edition: string;
  readonly items: readonly { readonly code: string; readonly title: string }[];
  readonly bodies: readonly Named[];
  readonly pieces: readonly Piece[];
  readonly persons: readonly Appraiser[];
  readonly shares: readonly GivenShare[];
  readonly isOpen: (piece: Piece) => boolean;
  readonly able: Able;
}

/** Reads it for whoever distributes there. */
export async function readOfficeWork(db: Reading, plan: BoardRound, office: string, making: BoardMaking, language: Language): Promise<OfficeWork> {
  const edition = await readyEdition(db, plan.edition, plan.editionHash);
  const own = ownItemsOf(making.checks, edition);
  const shared = await readAppraisalShares(db, plan.round);
  const items = edition.prepared.domains.flatMap(({ code: domain, criteria }) =>
    criteria
      .flatMap((criterion) => criterion.items)
      .filter(({ item }) => own.has(item.code) && appraisersOfItem(shared, domain, item.code).includes(office))
      .map(({ item: { code, title } }) => ({ code, title: inLanguage(title, language) ?? code })),
  );
  const bodies = await readBodiesOfRound(db, plan.round);
  const excluded = new Set((await readExcludedPieces(db, plan.round)).map(keyOf));
  const decided = new Set((await readDecidedPieces(db, plan.round, office)).map(keyOf));
  const persons = await readAppraisers(db, plan.round, office);
  const causes = new Map(persons.map(({ id, causes: of }) => [id, new Set(of)]));
  return {
    ...{ office, edition: edition.id, items, bodies, persons },
    pieces: bodies.flatMap(({ id: body }) => items.map(({ code: item }) => ({ item, body }))).filter((piece) => !excluded.has(keyOf(piece))),
    shares: await readPersonShares(db, plan.round, office),
    isOpen: (piece) => !decided.has(keyOf(piece)),
    able: (person, body) => causes.get(person)?.has(body) === false,
  };
}

/** How it stands, for the page on which it is distributed. */
export function presentOffice(work: OfficeWork, name: string): Omit<z.output<typeof distributionAnswer>['office'], 'alone'> {
  const { office, items, bodies, pieces, persons, shares, isOpen, able } = work;
  const count = (of: readonly Piece[]) => ({ pieces: of.length, decided: of.filter((piece) => !isOpen(piece)).length });
  const holding = sharesHolding(shares, able);
  const byShare = new Map<string, Piece[]>();
  const byPerson = new Map<string, Piece[]>();
  const put = (into: Map<string, Piece[]>, key: string, piece: Piece) => into.set(key, [...(into.get(key) ?? []), piece]);
  const ungiven: Piece[] = [];
  for (const piece of pieces) {
    const by = holding(piece);
    if (by.length === 0) ungiven.push(piece);
    for (const { id, person } of by) {
      put(byShare, id, piece);
      put(byPerson, person, piece);
    }
  }
  return {
    ...{ id: office, name, items: [...items], bodies: [...bodies] },
    ...count(pieces),
    ungiven: count(ungiven),
    persons: persons.map(({ id, name: called, causes }) => ({ id, name: called, ...count(byPerson.get(id) ?? []), causes: [...causes] })),
    shares: shares.map(({ id, item, body, person, name: called, assignedBy, assignedAt }) => ({
      ...{ id, item, body, person: { id: person, name: called }, assignedBy },
      assignedAt: assignedAt.toISOString(),
      ...count(byShare.get(id) ?? []),
    })),
  };
}

/** What distributing would give, by the seed and to whom; and a digest of it, by which an agreement to the preview is known. */
export function planDistribution(
  work: OfficeWork,
  { by, way, seed, persons: among }: Pick<Distributing, 'by' | 'way' | 'seed'> & { readonly persons?: readonly string[] | undefined },
): { readonly distribution: Distribution; readonly preview: z.output<typeof distributionPreview> } {
  const { pieces, persons, shares, isOpen, able } = work;
  const chosen = persons.filter(({ id }) => among === undefined || among.includes(id));
  // By their ids: a name may change between the preview and the act.
  const ids = chosen.map(({ id }) => id).toSorted();
  const distribution = distribute({ by, way, seed, persons: ids, pieces, isOpen, shares, able });
  const [before, after] = [workOf(shares, pieces, able), workOf([...shares, ...distribution.shares], pieces, able)];
  return {
    distribution,
    preview: {
      digest: hashOf({ by, way, seed, given: distribution.shares.map(({ item, body, person }) => [item ?? '', body ?? '', person]) }),
      persons: chosen.map(({ id, name }) => ({
        ...{ id, name },
        before: before.get(id) ?? 0,
        after: after.get(id) ?? 0,
        shares: distribution.shares.filter(({ person }) => person === id).length,
      })),
      nobody: [...distribution.nobody],
    },
  };
}
