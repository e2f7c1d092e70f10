import type { Cluster, Frame } from '../frame/types.ts';
import { CLUSTER, type DrawDesign, HOUSEHOLD } from './design.ts';

/** A list that is drawn from: the units of one stage within a stratum, or within a unit of the stage before. */
export interface UnitList {
  readonly length: number;
  /** The households of each unit, in the order of the units' codes. */
  readonly measures: readonly number[];
  code(index: number): string;
  /** The name, where the frame tells one. */
  name(index: number): string | undefined;
  /** What is drawn from within a unit; households have nothing within. */
  within(index: number): UnitList | undefined;
}

/** What a stratum is made of. */
export interface Stratum {
  readonly values: readonly string[];
  readonly units: UnitList;
  readonly households: number;
}

const inOrder = <T>(groups: ReadonlyMap<string, T>): (readonly [string, T])[] => [...groups].toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));

const householdsOf = (clusters: readonly Cluster[]): number => clusters.reduce((sum, { households }) => sum + households, 0);

/** The strata of a frame in the order of their values; without columns of strata the whole frame is one. */
export function strataOf(frame: Frame, { stages }: DrawDesign): Stratum[] {
  const units = stages.map(({ unit }) => unit);
  return inOrder(Map.groupBy(frame.clusters, ({ stratum }) => JSON.stringify(stratum))).map(([, clusters]) => ({
    values: clusters[0]?.stratum ?? [],
    units: unitsOf(clusters, units, 0),
    households: householdsOf(clusters),
  }));
}

/** How many units of the last stage a frame has: what a sample size is worked out from. */
export function lastUnits(frame: Frame, { stages }: DrawDesign): number {
  const last = stages.at(-1)?.unit;
  if (last === HOUSEHOLD) return householdsOf(frame.clusters);
  if (last === CLUSTER) return frame.clusters.length;
  return new Set(frame.clusters.map(({ upper }) => JSON.stringify(upper))).size;
}

/** The units of a stage in clusters that stand in the order of their codes. */
function unitsOf(clusters: readonly Cluster[], stages: readonly string[], stage: number): UnitList {
  if (stages[stage] === CLUSTER)
    return {
      length: clusters.length,
      measures: clusters.map(({ households }) => households),
      code: (index) => (clusters[index] as Cluster).code,
      name: (index) => (clusters[index] as Cluster).name,
      within: (index) => householdsIn(clusters[index] as Cluster),
    };
  const groups = inOrder(Map.groupBy(clusters, ({ upper }) => upper[stage] as string));
  return {
    length: groups.length,
    measures: groups.map(([, within]) => householdsOf(within)),
    code: (index) => (groups[index] as (typeof groups)[number])[0],
    name: () => undefined,
    within: (index) => unitsOf((groups[index] as (typeof groups)[number])[1], stages, stage + 1),
  };
}

/** Households by their codes, else by their number in the cluster's own list. */
const householdsIn = ({ households, list }: Cluster): UnitList => ({
  length: households,
  measures: new Array<number>(households).fill(1),
  code: (index) => list?.[index] ?? String(index + 1),
  name: () => undefined,
  within: () => undefined,
});
