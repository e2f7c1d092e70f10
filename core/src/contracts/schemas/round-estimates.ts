import { z } from 'zod';
import { ROLES } from '../../rights/roles.ts';
import { consequence, toldConsequences } from './consequences.ts';
import { longText, moment, personName, slug, uuid } from './fields.ts';
import { roundParams } from './sheets.ts';

/** Who sees what surveys gave in a round: whom its owner has named; or whoever sees a sheet, since it is released or the round is closed. */
export const ESTIMATES_STATES = ['sealed', 'released', 'closed'] as const;

export const newEstimateReader = z.strictObject({ id: uuid, account: uuid, reason: longText });
export const estimateReaderParams = roundParams.extend({ reader: uuid });
export const newEstimateRelease = z.strictObject({ id: uuid, reason: longText, told: toldConsequences });
export const estimateReleaseParams = roundParams.extend({ release: uuid });
/** Ends what an owner has allowed before. */
export const estimatesSealedAgain = z.strictObject({ reason: longText });

const performed = z.object({ by: personName, at: moment, reason: z.string() });

export const estimateReader = z.object({
  id: uuid,
  person: personName,
  named: performed,
  /** null: sees them still. */
  ended: performed.nullable(),
});

export const estimateRelease = z.object({
  id: uuid,
  released: performed,
  /** null: stands. */
  withdrawn: performed.nullable(),
});

export const roundEstimates = z.object({
  state: z.enum(ESTIMATES_STATES),
  /** The newest first. */
  readers: z.array(estimateReader),
  releases: z.array(estimateRelease),
  /** Whom an owner may name: people of the council, auditors and appraisers. */
  candidates: z.array(personName.extend({ offices: z.array(z.object({ role: z.enum(ROLES), body: z.object({ id: slug, name: z.string() }).nullable() })) })),
  /** What releasing them now would bring with it; none where they are not sealed. */
  consequences: z.array(consequence),
});
