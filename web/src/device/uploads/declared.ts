import type { Session } from '../../client/session.ts';

/** In this tab alone: in which session its person declared that the files they upload hold no state secret. */
const DECLARED = 'parindex-no-state-secrets';

/** The end of a session is fixed once it has begun, and no other of the same person shares it. */
const nameOf = ({ person, expiresAt }: Session): string => `${person.id} ${expiresAt}`;

export const hasDeclared = (session: Session): boolean => sessionStorage.getItem(DECLARED) === nameOf(session);
export const keepDeclared = (session: Session): void => sessionStorage.setItem(DECLARED, nameOf(session));
export const forgetDeclared = (): void => sessionStorage.removeItem(DECLARED);
