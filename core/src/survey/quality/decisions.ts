/** What a reviewer makes of a response; without a decision it counts. */
export const RESPONSE_DECISIONS = ['accepted', 'setAside'] as const;
export type ResponseDecision = (typeof RESPONSE_DECISIONS)[number];

/** One decision as it was written; none is ever taken away. */
export interface ResponseReview {
  /** Later ones have the higher number; each stands once. */
  readonly sequence: number;
  readonly response: string;
  readonly decision: ResponseDecision;
  readonly reason: string;
}

export interface ReviewedResponse extends ResponseReview {
  /** How many decisions it took the place of. */
  readonly earlier: number;
}

/** The decision that holds for each response: the latest, in whichever order they are read. */
export function foldReviews(reviews: readonly ResponseReview[]): ReadonlyMap<string, ReviewedResponse> {
  const held = new Map<string, ReviewedResponse>();
  for (const review of reviews.toSorted((a, b) => a.sequence - b.sequence)) {
    const before = held.get(review.response);
    held.set(review.response, { ...review, earlier: before ? before.earlier + 1 : 0 });
  }
  return new Map([...held].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export interface ReviewedCounts {
  /** Responses that are counted, in their order: all that nobody has set aside. */
  readonly counted: readonly string[];
  readonly setAside: readonly ReviewedResponse[];
  /** Flagged, and nobody has decided. They count until somebody does. */
  readonly open: readonly string[];
}

/** What is counted, what is set aside and why, and what is still to be looked at: every response is counted or set aside. */
export function reviewedResponses(responses: readonly string[], flagged: ReadonlySet<string>, reviews: readonly ResponseReview[]): ReviewedCounts {
  const held = foldReviews(reviews);
  return {
    counted: responses.filter((id) => held.get(id)?.decision !== 'setAside'),
    setAside: responses.flatMap((id) => {
      const review = held.get(id);
      return review?.decision === 'setAside' ? [review] : [];
    }),
    open: responses.filter((id) => flagged.has(id) && !held.has(id)),
  };
}
