import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { RECORDED_ACTS } from '../words/acts.ts';
import { allContracts } from './all-contracts.ts';
import type { Contract, SchemaName } from './contract.ts';
import * as all from './schemas/index.ts';

const SCHEMAS: Readonly<Record<SchemaName, z.ZodType>> = all;

/** What jobs and the command line do. */
const BESIDE_REQUESTS = [
  ...['body.load', 'evidence.add', 'evidence.refuse', 'evidence.scan', 'evidence.stored'],
  'session.refused',
  ...[
    'installation.backUp',
    'installation.fillSandbox',
    'installation.makeAdministrator',
    'installation.makeFirstAdministrator',
    'installation.restore',
    'installation.rotateKeys',
    'installation.tellRegisters',
  ],
];

const placeOf = ({ method, url }: Contract): string => `${method} ${url}`;

describe('contracts', () => {
  it('have an address of their own', () => {
    expect(new Set(allContracts.map(placeOf)).size).toBe(allContracts.length);
  });

  it.each(allContracts.map((contract) => [placeOf(contract), contract] as const))('%s takes the params of its address', (_, { url, params }) => {
    const schema = params && SCHEMAS[params];
    const keys = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    expect(keys.toSorted()).toEqual(Array.from(url.matchAll(/\{(\w+)\}/g), ([, name]) => name).toSorted());
  });

  it('name each act that a request can do, and no other: a read has one only where it leaves a trace', () => {
    const named = new Set(allContracts.flatMap(({ acts = [] }) => acts));
    expect([...named, ...BESIDE_REQUESTS].toSorted()).toEqual(RECORDED_ACTS.toSorted());
    const silent = allContracts.filter(({ method, acts, recordsView }) => acts === undefined && (method !== 'GET' || recordsView !== undefined));
    // They show what would be done, or what a link or a code leads to, which no address may name; or give a text to sign, of which nothing comes unless it is signed.
    expect(silent.map(placeOf).toSorted()).toEqual([
      'POST /api/editions/files/preview',
      'POST /api/links/reading',
      'POST /api/rounds/{round}/appraisal/items/{item}/workbook',
      'POST /api/rounds/{round}/sheets/{body}/roll-ups/preview',
      'POST /api/rounds/{round}/sheets/{body}/workbook',
      'POST /api/rounds/{round}/survey/paper/form',
      'POST /api/session/challenge',
    ]);
    expect(allContracts.filter(({ method, acts, recordsView }) => method === 'GET' && acts && recordsView === undefined)).toEqual([]);
  });
});
