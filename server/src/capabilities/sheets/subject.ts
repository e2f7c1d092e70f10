import type { Subject } from '@parindex/core/rights/index';
import type { RightsOfSheet, SheetPlace } from './queries/sheets.ts';

/** A sheet as rights are judged on it. */
export const subjectOfSheet = ({ body, roundOwner, domainOwners, departments }: SheetPlace): Subject => ({
  body,
  roundOwner,
  domainOwners: domainOwners.map((owner) => owner.body),
  departments,
});

/** The same of a sheet that was not read. */
export const subjectOfRights = (body: string, { owner, domainOwners, departments }: RightsOfSheet): Subject => ({
  body,
  roundOwner: owner,
  domainOwners,
  departments,
});
