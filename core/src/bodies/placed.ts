import type { Path } from '../reading/path.ts';
import type { Draft } from '../reading/shape.ts';
import type { RegisteredBody } from './types.ts';

export type DraftBody = Draft<RegisteredBody>;

/** A body with its place in the document, or among those that are stored already. */
export interface Placed {
  readonly body: DraftBody;
  readonly path: Path;
  /** It is not in the document: it was stored before. */
  readonly stored: boolean;
}

/** The lists of a body whose members hold from day to day. */
export const DATED_LISTS = ['names', 'codes', 'regions', 'blocks', 'parents'] as const;
export type DatedList = (typeof DATED_LISTS)[number];
