import type { Scheme } from '@parindex/core/scheme/types';
import type { Reading } from '../../db/transaction.ts';
import type { RoundBases } from '../../documents/citing.ts';
import type { Agency } from '../../documents/issued.ts';
import { readAgencies } from '../sheets/queries/report-place.ts';
import { type GroundDocument, readGrounds } from './grounds.ts';

/** What all documents say that the owner of a round issues: who it is, of which round, on which grounds. */
export interface RoundOfLetters extends RoundBases {
  readonly owner: Agency;
  readonly guidance: readonly GroundDocument[];
  readonly scheme: Scheme;
  readonly illustrative: boolean;
}

interface LetteredRound {
  readonly round: string;
  readonly title: string;
  readonly year: number;
  readonly owner: string;
}

/** Reads it, with the bodies that are written to. */
export async function readRoundOfLetters(
  db: Reading,
  { round, title, year, owner }: LetteredRound,
  { scheme, bodies, illustrative }: { readonly scheme: Scheme; readonly bodies: readonly string[]; readonly illustrative: boolean },
): Promise<{ readonly of: RoundOfLetters; readonly agencyOf: (body: string, name: string) => Agency }> {
  const agency = await readAgencies(db, [owner, ...bodies]);
  const { plan, guidance } = await readGrounds(db, round);
  return {
    of: { owner: agency(owner), round: { title, year }, plan, guidance, bases: scheme.legalBasis, scheme, illustrative },
    agencyOf: (body, name) => ({ ...agency(body), name }),
  };
}
