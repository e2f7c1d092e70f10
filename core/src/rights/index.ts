export { actingMembership, bodiesAtWork, type Membership, may, type Subject } from './may.ts';
export { ROLES, type Role, WITH_SECOND_FACTOR, WITHOUT_BODY } from './roles.ts';
export type { Permission } from './table.ts';
