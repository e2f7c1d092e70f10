import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBodies } from '../bodies/index.ts';
import type { BodyRegistry } from '../bodies/types.ts';
import { readJson } from '../reading/json.ts';
import { linkOf, type PublishedHistory, type PublishedMean, readCsv, readHistory, readMeans, readSourceHosts, type SourceHosts } from './index.ts';

const stored = (file: string) => readFileSync(new URL(`../../../data/${file}`, import.meta.url), 'utf8');
const hosts = readSourceHosts(readJson(stored('source-hosts.json')).value).hosts as SourceHosts;
const link = (url: string | undefined) => linkOf({ title: 'minh-hoa', url }, new Map([['minh-hoa.example', 'Báo Minh họa']]));

describe('linkOf', () => {
  it.each(['https://minh-hoa.example/tin/1.html', 'http://minh-hoa.example/'])('links %s', (url) => expect(link(url)).toBe(url));

  it.each([
    undefined,
    'minh-hoa.example/tin/1.html',
    'javascript:alert(1)//minh-hoa.example',
    'data:text/html,minh-hoa.example',
    'ftp://minh-hoa.example/',
    'https://minh-hoa.example.net/',
    'https://khac.minh-hoa.example/',
    'https://minh-hoa.example@khac.example/',
    'https://ai:do@minh-hoa.example/',
    'https://minh-hoa.example:8443/',
    'https://khac.example/?minh-hoa.example',
  ])('does not link %s', (url) => expect(link(url)).toBeUndefined());
});

describe('the stored sources', () => {
  const registry = readBodies(readJson(stored('bodies.json')).value).registry as BodyRegistry;
  const history = readHistory(readCsv(stored('published/index-history.csv')).value, registry).history as PublishedHistory;
  const means = readMeans(readCsv(stored('published/aggregates.csv')).value).means as readonly PublishedMean[];
  const sources = [...history.figures, ...means].map(({ source }) => source);

  it('have a title each', () => {
    expect(sources.filter(({ title }) => title.trim() === '')).toEqual([]);
  });

  it('link wherever there is an address, but for the one host that is neither official nor press', () => {
    const unlinked = sources.filter((source) => source.url !== undefined && linkOf(source, hosts) === undefined);
    expect(unlinked.map(({ title }) => title)).toEqual(['vietexplorer.com']);
  });
});
