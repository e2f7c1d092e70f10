import type { DomainRanks, Result, Scheme } from '@parindex/core';
import type { BodyRegistry } from '@parindex/core/bodies/index';
import type {
  Coverage,
  EditionChange,
  Level,
  PublishedGroup,
  PublishedHistory,
  PublishedMean,
  PublishedYear,
  RegionMeans,
  SeriesYear,
  Source,
  SourceHosts,
  TileLayout,
} from '@parindex/core/published/index';

/** A figure as the owner printed it. */
export interface Printed {
  readonly index: string;
  readonly rank: number;
}

export interface RoundView {
  readonly id: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly kind: 'published' | 'illustrative';
  /** Of whom the published figures are. */
  readonly level: Level | undefined;
  readonly scheme: Scheme;
  readonly result: Result;
  /** Where the published figures were read. */
  readonly source: Source | undefined;
  /** Ranks by domain; empty where the scheme has only totals by part. */
  readonly domainRanks: DomainRanks;
  /** By body id; for published rounds. */
  readonly printed: ReadonlyMap<string, Printed>;
}

/** Everything that the pages show; made once when the server starts. */
export interface SiteData {
  readonly rounds: readonly RoundView[];
  readonly schemes: readonly Scheme[];
  readonly registry: BodyRegistry;
  readonly history: PublishedHistory;
  readonly coverage: Readonly<Record<Level, Coverage>>;
  /** Every year to show, the oldest first. */
  readonly years: Readonly<Record<Level, readonly PublishedYear[]>>;
  /** Where the provinces stand on the map of tiles, for each set of them. */
  readonly tiles: readonly TileLayout[];
  /** How many bodies a year had in each group, as published. */
  readonly groups: readonly PublishedGroup[];
  /** From which years on other editions of the scheme hold. */
  readonly editions: readonly EditionChange[];
  /** Means of the provinces of each region. */
  readonly regions: readonly RegionMeans[];
  readonly means: Readonly<Record<Level, readonly SeriesYear<PublishedMean>[]>>;
  /** Hosts to which a source may be a link. */
  readonly hosts: SourceHosts;
}

/** What stands around a page: its files by their built names, and where people sign in. */
export interface Assets {
  /** None in a copy without a workspace. */
  readonly signIn: string | undefined;
  readonly script: string;
  readonly styles: readonly string[];
  readonly fonts: readonly string[];
}
