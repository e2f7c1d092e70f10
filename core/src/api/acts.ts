import { ACTS as LEDGER_ACTS, type Act as LedgerAct } from '../ledger/entry.ts';

/** Acts that the trail tells, thing and verb, but for those of the ledger. */
const BESIDE_THE_LEDGER = [
  'round.create',
  'round.change',
  'round.calendar',
  'round.participants',
  'round.domainOwners',
  'round.exclusions',
  'round.confirm',
  'round.open',
  'round.close',
  'round.extend',
  'round.takeOver',
  'edition.draft',
  'edition.change',
  'edition.remove',
  'edition.adopt',
  'body.load',
  'body.import',
  'body.change',
  'body.succession',
  'person.invite',
  'person.view',
  'person.change',
  'person.reset',
  'membership.grant',
  'membership.end',
  'handover.perform',
  'session.open',
  'session.passwordTaken',
  'session.refused',
  'session.end',
  'session.endAll',
  'password.change',
  'password.refused',
  'secondFactor.offer',
  'secondFactor.enrol',
  'secondFactor.reset',
  'link.use',
  'token.make',
  'token.revoke',
  'me.export',
  'me.askCorrection',
  'dayOff.replace',
  'audit.view',
  'installation.backUp',
  'installation.fillSandbox',
  'installation.makeFirstAdministrator',
  'installation.restore',
  'installation.tellRegisters',
] as const;

/** An act that the trail can tell: nothing else can be recorded. */
export type ToldAct = (typeof BESIDE_THE_LEDGER)[number] | `sheet.${LedgerAct}`;

/** All of them: what has words wherever the trail is shown. */
export const TOLD_ACTS: readonly ToldAct[] = [...BESIDE_THE_LEDGER, ...LEDGER_ACTS.map((act) => `sheet.${act}` as const)];
