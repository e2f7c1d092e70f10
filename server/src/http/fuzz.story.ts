import { itemsOfDomains } from '@parindex/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sized } from '../../../tests/soak.ts';
import { fromSchema } from '../testing/from-schema.ts';
import { signIn, startTestServer, type TestServer } from '../testing/test-server.ts';
import { ask, BODIES, change, makeWorld, type PersonName, type World } from '../testing/world.ts';

let server: TestServer;
let world: World;
let known: string[];
beforeAll(async () => {
  server = await startTestServer('2023-01-15T00:00:00Z');
  world = await makeWorld(server);
  const items = itemsOfDomains(world.scheme.domains).slice(0, 5);
  known = [
    world.round,
    world.scheme.id,
    ...BODIES.map(({ id }) => id),
    ...Object.values(world.people).map(({ account }) => account),
    ...items.map(({ code }) => code),
    ...world.scheme.figures.slice(0, 5).map(({ id }) => id),
    'selfAssessment',
    '1',
  ];
});
afterAll(() => server.close());

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

async function operations(): Promise<{ method: (typeof METHODS)[number]; url: string; operation: Operation }[]> {
  const { paths } = (await ask(server, undefined, 'GET', '/api/openapi.json')).body as { paths: Record<string, Record<string, Operation>> };
  return Object.entries(paths).flatMap(([url, byMethod]) =>
    METHODS.flatMap((method) => (byMethod[method] ? [{ method, url, operation: byMethod[method] }] : [])),
  );
}

const PEOPLE: readonly (PersonName | undefined)[] = ['an', 'binh', 'dung', 'giang', 'hanh', 'khanh', 'lan', 'minh', undefined];

/** A request that an operation might get: params and body as its document says, more or less. */
function requestTo(url: string, operation: Operation): fc.Arbitrary<{ person: PersonName | undefined; path: string; body: unknown }> {
  const place = (where: string) => (operation.parameters ?? []).filter((parameter) => parameter.in === where);
  const content = operation.requestBody?.content['application/json']?.schema;
  const streams = operation.responses['200']?.content?.['text/event-stream'] !== undefined;
  return fc
    .record({
      person: fc.constantFrom(...PEOPLE),
      params: fc.record(Object.fromEntries(place('path').map(({ name, schema }) => [name, fromSchema(schema, known)]))),
      query: fc.record(Object.fromEntries(place('query').map(({ name, schema }) => [name, fc.option(fromSchema(schema, known), { nil: undefined })]))),
      body: content ? fromSchema(content, known) : fc.constant(undefined),
    })
    .map(({ person, params, query, body }) => {
      const address = url.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(
          String((params as Record<string, unknown>)[name] ?? '')
            .slice(0, 200)
            .toWellFormed(),
        ),
      );
      // A stream goes on as long as its reader wishes.
      const wanted = streams ? { ...(query as object), seconds: 0 } : (query as Record<string, unknown>);
      const asked = Object.entries(wanted).flatMap(([key, value]) =>
        value === undefined ? [] : [`${key}=${encodeURIComponent(String(value).slice(0, 500).toWellFormed())}`],
      );
      return { person, path: asked.length > 0 ? `${address}?${asked.join('&')}` : address, body };
    });
}

describe('whatever is sent', () => {
  it('a character that the database cannot hold is a fault, wherever it stands', async () => {
    const sheet = `/api/rounds/${world.round}/sheets/tinh-minh-hoa-01/entries`;
    expect((await ask(server, world.people.an, 'GET', `${sheet}?item=%00`)).body).toMatchObject({
      code: 'faulty',
      faults: [{ code: 'badCharacter', path: '/query/item' }],
    });
    expect((await ask(server, world.people.an, 'GET', '/api/rounds/a%00/sheets/b')).status).toBe(404);
    // Nor one that no document of office software holds.
    const entries = [change({ item: '1.1' }, 0, { justification: 'Theo \uFFFE kế hoạch' })];
    expect((await ask(server, world.people.an, 'POST', sheet, { entries })).body).toMatchObject({ code: 'faulty', faults: [{ code: 'badCharacter' }] });
  });

  it('a body of 100 MB is refused before it is read whole', async () => {
    const answer = await ask(
      server,
      world.people.an,
      'POST',
      `/api/rounds/${world.round}/sheets/tinh-minh-hoa-01/entries`,
      `{"entries":"${'x'.repeat(100_000_000)}"}`,
    );
    expect(answer).toMatchObject({ status: 413, body: { code: 'tooLarge' } });
  });

  it('a form that a page elsewhere could send is no JSON, and another site is refused', async () => {
    const sheet = `/api/rounds/${world.round}/sheets/tinh-minh-hoa-01/entries`;
    expect((await ask(server, world.people.an, 'POST', sheet, '{}', { 'content-type': 'text/plain' })).body.code).toBe('wrongMediaType');
    expect((await ask(server, world.people.an, 'POST', sheet, '{}', { 'sec-fetch-site': 'cross-site' })).body.code).toBe('crossSite');
    expect((await ask(server, world.people.an, 'POST', sheet, '{}', { origin: 'https://khac.example' })).body.code).toBe('crossSite');
  });

  it('is answered clearly: no failure, no trace of the inside, over every operation of the document', { timeout: sized(180_000, 1_800_000) }, async () => {
    const all = await operations();
    expect(all.length).toBeGreaterThan(5);
    for (const { method, url, operation } of all) {
      // What was sent before may have ended sessions.
      const tokens: Record<string, { token: string }> = {};
      for (const [name, { account }] of Object.entries(world.people)) tokens[name] = { token: await signIn(server, account) };
      await fc.assert(
        fc.asyncProperty(requestTo(url, operation), async ({ person, path, body }) => {
          const answer = await ask(server, person && tokens[person], method.toUpperCase() as 'GET', path, body);
          expect([`${method} ${path}`, JSON.stringify(body)?.slice(0, 500), ...server.logged.splice(0)].slice(2)).toEqual([]);
          expect(answer.status).toBeLessThan(500);
          if (answer.status >= 400) {
            expect(answer.headers['content-type']).toContain('application/problem+json');
            expect(answer.body).toMatchObject({ status: answer.status, code: expect.any(String), title: expect.any(String) });
            expect(JSON.stringify(answer.body)).not.toMatch(/\bat .*\.ts:|node_modules|SELECT |parindex_/);
          }
        }),
        { numRuns: sized(4, 100) },
      );
    }
  });
});
