import type { MadeLink } from '../queries/people.ts';

/** Somebody was invited: by a link; or, where a second person has to agree first, with the code that belongs to it. */
export interface Invited {
  readonly id: string;
  readonly name: string;
  readonly link: MadeLink | null;
  readonly code: string | null;
}
