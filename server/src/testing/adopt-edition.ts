import { readFileSync } from 'node:fs';
import { Faults, readScheme, readYaml, type Scheme } from '@parindex/core';
import { expect } from 'vitest';
import type { TestServer } from './test-server.ts';
import { ask, type Person } from './world.ts';

/** The owner of a body takes a scheme of the project's as the body's own, and adopts it. */
export async function adoptScheme(server: TestServer, owner: Person, ownerBody: string, id: string): Promise<Scheme> {
  const root = new URL(`../../../schemes/${id}/`, import.meta.url).pathname;
  const document = readFileSync(`${root}scheme.yaml`, 'utf8');
  const { body: draft } = await ask(server, owner, 'POST', '/api/editions', { ownerBody, document, cases: readFileSync(`${root}cases.yaml`, 'utf8') });
  const decision = { number: `${id}/QĐ-MH`, date: '2026-12-01' };
  const adopted = await ask(server, owner, 'POST', `/api/editions/${draft.id}/adoption`, { version: draft.version, effectiveFrom: '2026-01-01', decision });
  expect(adopted.body).toMatchObject({ state: 'adopted' });
  return readScheme(readYaml(document).value, new Faults()) as Scheme;
}
