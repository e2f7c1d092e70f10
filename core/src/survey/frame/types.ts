export const FRAME_FORMAT = 'parindex-frame/1';

/** A column by which clusters are parted into strata; where `values` are declared, no other may stand in it. */
export interface StratumColumn {
  readonly column: string;
  readonly values?: readonly string[] | undefined;
}

/** What a design asks of a frame beside code, name and households: its strata, and the units above the cluster from the widest down. */
export interface FrameColumns {
  readonly strata: readonly StratumColumn[];
  readonly upper: readonly string[];
}

/** A village or street group (thôn, tổ dân phố): what the last list before households is made of. */
export interface Cluster {
  readonly code: string;
  readonly name: string;
  /** One value for each column of strata. */
  readonly stratum: readonly string[];
  /** The codes of the units above, from the widest down. */
  readonly upper: readonly string[];
  /** How many households it has, a whole number of at most six digits. */
  readonly households: number;
  /** The codes of the households, in order, where their list is there; else they are known by their number in the cluster's own list. */
  readonly list?: readonly string[];
}

/** What is drawn from, in the order of the clusters' codes (UTF-16 code units): how the lines stood in a file makes no difference. */
export interface Frame {
  readonly columns: { readonly strata: readonly string[]; readonly upper: readonly string[] };
  readonly clusters: readonly Cluster[];
  /** SHA-256 of the canonical form, in hex. */
  readonly hash: string;
}
