import { SECOND_PERSON_DECISIONS } from '../rights/second-person.ts';

/** What takes two persons: a role that decides; and what opens somebody's account, or takes away where they are told of it. */
export const ACCOUNT_REQUEST_KINDS = ['membership', 'password', 'secondFactor', 'email'] as const;
export type AccountRequestKind = (typeof ACCOUNT_REQUEST_KINDS)[number];

/** What becomes of a request: a second person decides; whoever it concerns, or whoever asked, stops it. */
export const ACCOUNT_REQUEST_DECISIONS = [...SECOND_PERSON_DECISIONS, 'stopped'] as const;
export type AccountRequestDecision = (typeof ACCOUNT_REQUEST_DECISIONS)[number];
