export {
  actingMembership,
  bodiesAtWork,
  bodiesWith,
  type DatedStep,
  judgeRight,
  type Membership,
  may,
  mayAnywhere,
  type Subject,
  type SubjectOf,
  stepsOf,
} from './may.ts';
export { DECIDING_ROLES, isDeciding, ROLES, type Role, WITHOUT_BODY } from './roles.ts';
export type { SecondPersonDecision } from './second-person.ts';
export { countsByMoment, type Opening, type Permission, tokenMayRead, tokenMayWrite } from './table.ts';
