export const REGISTRY_FORMAT = 'parindex-bodies/1';
export const BODY_KINDS = ['province', 'ministry', 'department', 'division', 'commune'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** What a body of each kind can be: tỉnh, thành phố; bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ; sở; phòng; xã, phường, đặc khu. */
export const TYPES_OF_KIND = {
  province: ['province', 'city'],
  ministry: ['ministry', 'ministerialAgency', 'governmentAgency'],
  department: ['department'],
  division: ['division'],
  commune: ['commune', 'ward', 'specialZone'],
} as const satisfies Readonly<Record<BodyKind, readonly string[]>>;
export type BodyType = (typeof TYPES_OF_KIND)[BodyKind][number];
export const BODY_TYPES: readonly BodyType[] = BODY_KINDS.flatMap((kind) => [...TYPES_OF_KIND[kind]]);

/** In force from the first day to the last, both counted; a bound left out is open, or ends where the next begins. */
export interface Dated {
  from?: string;
  to?: string;
  /** By what it came about: a decision, in words. */
  basis?: string;
  /** How far it is known. */
  status?: string;
}

/** A document by which a body was opened or closed, or passed on its work. */
export interface Decision {
  number: string;
  date: string;
}

export interface BodyName extends Dated {
  full: string;
  short: string;
  /** What the name is ordered by: without "Tỉnh", "Thành phố" or "Bộ". */
  sort: string;
  type?: BodyType;
}

export interface BodyCode extends Dated {
  code: string;
}

export interface BodyRegion extends Dated {
  name: string;
}

/** The group in which it is compared and ranked. */
export interface BodyBlock extends Dated {
  name: string;
}

/** The body above it. */
export interface BodyParent extends Dated {
  id: string;
}

/** What of a body changes from a day on besides its name. */
export const CHANGING_ATTRIBUTES = ['code', 'region', 'block', 'parent'] as const;
export type ChangingAttribute = (typeof CHANGING_ATTRIBUTES)[number];

export interface RelatedBody {
  id: string;
  /** Only a part of the work passed over. */
  partly: boolean;
  status?: string;
  /** The first day after the passing; left out where the bodies' own days tell it. */
  changedOn?: string;
  /** Left out where it stands among the registry's decisions. One end may tell it for both. */
  decision?: Decision;
}

/** A body with all it was called, coded and grouped as, day by day. Its `id` is never reused and alone joins years. */
export interface RegisteredBody {
  id: string;
  kind: BodyKind;
  /** First day; left out where the body is older than the registry. */
  opened?: string;
  openedBy?: Decision;
  /** Last day. */
  closed?: string;
  closedBy?: Decision;
  names: BodyName[];
  codes: BodyCode[];
  regions: BodyRegion[];
  blocks: BodyBlock[];
  parents: BodyParent[];
  /** Whether it is ranked among its kind; left out where it is not assessed, or that is not known. */
  ranked?: boolean;
  note?: string;
  predecessors: RelatedBody[];
  successors: RelatedBody[];
}

/** A decision by which bodies of a kind were merged or ended. */
export interface BodyDecision extends Decision {
  kind: BodyKind;
  /** The first day of the new bodies. */
  changedOn: string;
  status: string;
}

export interface ReusedCode {
  code: string;
  before: string;
  after: string;
}

export interface BodyRegistry {
  /** Provinces, ministries, then all others, in the order of the file. */
  readonly bodies: readonly RegisteredBody[];
  readonly byId: ReadonlyMap<string, RegisteredBody>;
  readonly decisions: readonly BodyDecision[];
  readonly codesThatChangedHands: readonly ReusedCode[];
  readonly sources: readonly string[];
}
