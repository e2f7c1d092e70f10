import type { ReplyKind } from '../appraisal/explanation.ts';
import { hashOf } from '../reading/normal-form.ts';

/** What a body answers at an item. */
interface HashedReply {
  readonly item: string;
  readonly kind: ReplyKind;
  readonly text: string;
  readonly citations: readonly string[];
}

/** A frozen explanation, as far as its hash goes. */
export interface HashedExplanation {
  readonly round: string;
  readonly body: string;
  readonly edition: string;
  /** Of the entry that froze it. */
  readonly seq: number;
  /** In any order. */
  readonly replies: readonly HashedReply[];
}

/** The hash that an explanation carries and its receipt tells: SHA-256, in hex, over the canonical JSON (RFC 8785) of all that the body answers. */
export function explanationHash({ round, body, edition, seq, replies }: HashedExplanation): string {
  const sorted = replies
    .toSorted((one, other) => (one.item < other.item ? -1 : 1))
    .map(({ item, kind, text, citations }) => ({ item, kind, text, citations: [...citations] }));
  return hashOf({ format: 'parindex-explanation/1', round, body, edition, seq: String(seq), replies: sorted });
}
