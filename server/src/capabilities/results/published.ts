import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Faults, faultsOfReading, type RawDocument } from '@parindex/core';
import { type BodyRegistry, readBodies } from '@parindex/core/bodies/index';
import {
  coverageOf,
  type Level,
  type MinistryTable,
  nationalMeans,
  publishedYear,
  readCsv,
  readEditionChanges,
  readGroups,
  readHistory,
  readMeans,
  readMinistries,
  readSourceHosts,
  readTiles,
  regionMeans,
  yearsOf,
} from '@parindex/core/published/index';
import type { SiteData } from '@parindex/site';
import { readData, refuse } from '../../data-files.ts';

const sound = <T extends object>(file: string, document: RawDocument, read: T | { faults: Faults }): Exclude<T, { faults: Faults }> => {
  if ('faults' in read && read.faults) refuse(file, document, read.faults as Faults);
  return read as Exclude<T, { faults: Faults }>;
};

export interface PublishedData
  extends Pick<SiteData, 'registry' | 'history' | 'coverage' | 'years' | 'tiles' | 'regions' | 'groups' | 'editions' | 'means' | 'hosts'> {
  readonly ministries: MinistryTable;
}

/** Every body of the published figures, from `data/bodies.json`. */
export function readRegistry(root: string): BodyRegistry {
  const { document } = readData(root, 'data/bodies.json');
  return sound('data/bodies.json', document, readBodies(document.value, faultsOfReading(document))).registry;
}

/** Bodies and all figures as published, from `data/`. */
export function loadPublished(root: string): PublishedData {
  const json = (file: string) => readData(root, file).document;
  const csv = (file: string) => readCsv(readFileSync(path.join(root, file), 'utf8'));

  const registry = readRegistry(root);
  const historyRows = csv('data/published/index-history.csv');
  const { history } = sound('data/published/index-history.csv', historyRows, readHistory(historyRows.value, registry, faultsOfReading(historyRows)));
  const meanRows = csv('data/published/aggregates.csv');
  const { means } = sound('data/published/aggregates.csv', meanRows, readMeans(meanRows.value, faultsOfReading(meanRows)));
  const ministryRows = csv('data/published/ministries-2023.csv');
  const { table } = sound('data/published/ministries-2023.csv', ministryRows, readMinistries(ministryRows.value, registry, faultsOfReading(ministryRows)));
  const groupRows = csv('data/published/groups.csv');
  const { groups } = sound('data/published/groups.csv', groupRows, readGroups(groupRows.value, registry, faultsOfReading(groupRows)));
  const editionRows = csv('data/published/editions.csv');
  const { editions } = sound('data/published/editions.csv', editionRows, readEditionChanges(editionRows.value, faultsOfReading(editionRows)));
  const tileList = json('data/province-tiles.json');
  const { layouts } = sound('data/province-tiles.json', tileList, readTiles(tileList.value, registry, faultsOfReading(tileList)));
  const hostList = json('data/source-hosts.json');
  const { hosts } = sound('data/source-hosts.json', hostList, readSourceHosts(hostList.value, faultsOfReading(hostList)));

  const yearsOfLevel = (level: Level) => yearsOf(history, registry, level).map((year) => publishedYear(history, registry, level, year));

  return {
    registry,
    history,
    ministries: table,
    hosts,
    years: { province: yearsOfLevel('province'), ministry: yearsOfLevel('ministry') },
    tiles: layouts,
    groups,
    editions,
    regions: regionMeans(means, history.years),
    coverage: { province: coverageOf(history, registry, 'province'), ministry: coverageOf(history, registry, 'ministry') },
    means: { province: nationalMeans(means, 'province', history.years), ministry: nationalMeans(means, 'ministry', history.years) },
  };
}
