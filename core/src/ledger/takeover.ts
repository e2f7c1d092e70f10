/** A later edition that took over in mid-round: where each item and figure of the old one stands in the new one. */
export interface Takeover {
  readonly from: string;
  readonly to: string;
  /** null, or no mention: it has no place in the new edition. */
  readonly items: Readonly<Record<string, string | null>>;
  readonly figures: Readonly<Record<string, string | null>>;
}
