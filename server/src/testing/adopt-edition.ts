import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Faults, readScheme, readYaml, type Scheme } from '@parindex/core';
import { dayOf } from '@parindex/core/round/index';
import { expect } from 'vitest';
import { pdfOf } from '../capabilities/evidence/testing/pdf-of.ts';
import { newSealsKey } from '../keys/key-file.ts';
import type { TestServer } from './test-server.ts';
import { ask, type Person } from './world.ts';

/** Who asks for an edition to be adopted, and who decides. */
export interface Adopters {
  readonly asks: Person;
  readonly decides: Person;
}

/** Brings a decision on an edition; its id. */
export async function bringDecision(server: TestServer, owner: Person, edition: string, does = 'ban hành'): Promise<string> {
  const id = randomUUID();
  const brought = await server.app.inject({
    method: 'POST',
    url: `/api/editions/${edition}/files?id=${id}&name=${encodeURIComponent('Quyết định.pdf')}`,
    payload: pdfOf([{ lines: [`Quyết định ${does} bộ tiêu chí (minh họa)`] }]),
    headers: { cookie: `parindex_session=${owner.token}`, 'content-type': 'application/octet-stream' },
  });
  expect(brought.statusCode, brought.body).toBe(201);
  return id;
}

/** Gives a server the key that seals and signs, as an installation has from its first start. */
export function giveSealingKey({ context: { keys, clock } }: TestServer): void {
  if (keys.seals().length === 0) keys.add(newSealsKey(clock.now(), { number: 0, hash: '0'.repeat(64), count: 0 }));
}

/** One owner asks for a draft to be adopted by its signed decision, another person agrees; the edition then. */
export async function adoptByTwo(server: TestServer, { asks, decides }: Adopters, edition: string, terms: object = {}) {
  giveSealingKey(server);
  const { body: draft } = await ask(server, asks, 'GET', `/api/editions/${edition}`);
  const id = randomUUID();
  const asked = await ask(server, asks, 'POST', `/api/editions/${edition}/requests`, {
    ...{ id, kind: 'adopt', version: draft.version, file: await bringDecision(server, asks, edition) },
    ...{ decision: { number: `${edition}/QĐ-MH`, date: dayOf(server.clock.now().getTime()) }, effectiveFrom: '2026-01-01', ...terms },
  });
  expect(asked.status, JSON.stringify(asked.body)).toBe(201);
  const decided = await ask(server, decides, 'POST', `/api/editions/${edition}/requests/${id}/decision`, { decision: 'carriedOut' });
  expect(decided.status, JSON.stringify([decided.body, server.logged])).toBe(200);
  return (await ask(server, asks, 'GET', `/api/editions/${edition}`)).body;
}

/** The owner of a body takes a scheme of the project's as the body's own, and has it adopted. */
export async function adoptScheme(server: TestServer, adopters: Adopters, ownerBody: string, id: string): Promise<Scheme> {
  const root = new URL(`../../../schemes/${id}/`, import.meta.url).pathname;
  const document = readFileSync(`${root}scheme.yaml`, 'utf8');
  const texts = { document, cases: readFileSync(`${root}cases.yaml`, 'utf8') };
  const { body: draft } = await ask(server, adopters.asks, 'POST', '/api/editions', { ownerBody, ...texts });
  expect(await adoptByTwo(server, adopters, draft.id)).toMatchObject({ state: 'adopted' });
  return readScheme(readYaml(document).value, new Faults()) as Scheme;
}
