export const REGISTRY_FORMAT = 'parindex-bodies/1';
export const BODY_KINDS = ['province', 'ministry'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];
export const BODY_TYPES = ['province', 'city'] as const;
export type BodyType = (typeof BODY_TYPES)[number];

/** In force from the first day to the last, both counted; a bound left out is open. */
export interface Dated {
  from?: string;
  to?: string;
}

export interface BodyName extends Dated {
  full: string;
  short: string;
  /** What the name is ordered by: without "Tỉnh", "Thành phố" or "Bộ". */
  sort: string;
  type?: BodyType;
  basis?: string;
  status?: string;
}

export interface BodyCode extends Dated {
  code: string;
}

export interface BodyRegion extends Dated {
  name: string;
  status?: string;
}

export interface Kin {
  id: string;
  /** Only a part of the work passed over. */
  partly: boolean;
  status?: string;
}

/** A body with all it was called, coded and grouped as, day by day. Its `id` is never reused and alone joins years. */
export interface RegisteredBody {
  id: string;
  kind: BodyKind;
  /** First day; left out where the body is older than the registry. */
  opened?: string;
  /** Last day. */
  closed?: string;
  names: BodyName[];
  codes: BodyCode[];
  regions: BodyRegion[];
  /** Whether it is ranked among its kind; left out where it is not assessed, or that is not known. */
  ranked?: boolean;
  note?: string;
  predecessors: Kin[];
  successors: Kin[];
}

/** A decision by which bodies of a kind were merged or ended. */
export interface BodyDecision {
  kind: BodyKind;
  number: string;
  date: string;
  /** The first day of the new bodies. */
  changedOn: string;
  status: string;
}

export interface CodeThatChangedHands {
  code: string;
  before: string;
  after: string;
}

export interface BodyRegistry {
  /** Provinces, then ministries, in the order of the file. */
  readonly bodies: readonly RegisteredBody[];
  readonly byId: ReadonlyMap<string, RegisteredBody>;
  readonly decisions: readonly BodyDecision[];
  readonly codesThatChangedHands: readonly CodeThatChangedHands[];
  readonly sources: readonly string[];
}
