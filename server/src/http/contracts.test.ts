import { allContracts } from '@parindex/core/contracts/all-contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it('every contract is served, and the document tells of these alone', async () => {
  const contracts = allContracts.map(({ method, url }) => `${method} ${url}`);
  const served = allContracts.filter(({ method, url }) => server.app.hasRoute({ method, url: url.replaceAll(/\{(\w+)\}/g, ':$1') }));
  expect(served.map(({ method, url }) => `${method} ${url}`)).toEqual(contracts);
  const { paths } = (await server.app.inject({ url: '/api/openapi.json' })).json<{ paths: Readonly<Record<string, object>> }>();
  const told = Object.entries(paths).flatMap(([url, byMethod]) => Object.keys(byMethod).map((method) => `${method.toUpperCase()} ${url}`));
  expect(told.toSorted()).toEqual(contracts.toSorted());
});
