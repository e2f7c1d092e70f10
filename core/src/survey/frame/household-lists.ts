import { checkWidth, type FrameLine, isBlank, textIn } from './cells.ts';
import { type FoundColumn, findColumns } from './columns.ts';
import { FrameFaultList } from './faults.ts';
import { hashOfFrame } from './hash.ts';
import type { ReadFrame } from './read.ts';
import type { Frame } from './types.ts';

/**
 * Adds the households' own codes to a frame from a second table (cluster, household): each cluster that is listed must be listed whole. Codes alone, no names
 * or addresses: a frame is published. All faults at once; with any there is no frame.
 */
export function readHouseholdLists(head: FrameLine, lines: Iterable<FrameLine>, frame: Frame): ReadFrame {
  const faults = new FrameFaultList();
  const columns = findColumns(['cluster', 'household'], head, faults) as [FoundColumn, FoundColumn] | undefined;
  if (!columns) return faults.result;
  const [clusterColumn, householdColumn] = columns;
  const known = new Set(frame.clusters.map(({ code }) => code));
  const lists = new Map<string, Map<string, number>>();
  for (const row of lines) {
    if (isBlank(row)) continue;
    const { line, cells } = row;
    checkWidth(row, head.cells, faults);
    const cluster = textIn(cells[clusterColumn.index], line, clusterColumn.title, faults);
    const household = textIn(cells[householdColumn.index], line, householdColumn.title, faults);
    if (cluster !== undefined && !known.has(cluster)) faults.add('clusterUnknown', line, clusterColumn.title, { found: cluster });
    if (cluster === undefined || household === undefined) continue;
    const list = lists.get(cluster) ?? new Map<string, number>();
    const first = list.get(household);
    if (first === undefined) lists.set(cluster, list.set(household, line));
    else faults.add('householdTwice', line, householdColumn.title, { found: household, line: String(first) });
  }
  const clusters = frame.clusters.map((cluster) => {
    const list = lists.get(cluster.code);
    if (!list) return cluster;
    if (list.size !== cluster.households) {
      const [first = head.line] = list.values();
      faults.add('householdsDiffer', first, clusterColumn.title, { cluster: cluster.code, found: String(list.size), expected: String(cluster.households) });
    }
    return { ...cluster, list: [...list.keys()].toSorted() };
  });
  if (!faults.none) return faults.result;
  return { frame: { columns: frame.columns, clusters, hash: hashOfFrame({ columns: frame.columns, clusters }) } };
}
