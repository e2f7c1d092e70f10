import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../server/src/testing/test-server.ts';
import { sharedChromium } from './chromium.ts';

let server: TestServer;
let browser: Browser;
let address: string;
beforeAll(async () => {
  server = await startTestServer();
  address = await server.app.listen({ host: '127.0.0.1', port: 0 });
  browser = await sharedChromium();
}, 60_000);
afterAll(async () => {
  await server?.close();
});

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

describe('the document of the API', () => {
  it('[F97] is OpenAPI 3.1: every operation in both languages, its path’s parameters, its answers, its problems', async () => {
    const document = await (await fetch(`${address}/api/openapi.json`)).json();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.components.securitySchemes)).toEqual(['session', 'token']);
    const operations = Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, path, operation })),
    );
    expect(operations.length).toBeGreaterThan(60);
    for (const { name, path, operation } of operations) {
      expect([name, Boolean(operation.summary), Boolean(operation.description)]).toEqual([name, true, true]);
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect([name, (operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name)]).toEqual([name, named]);
      expect(Object.keys(operation.responses)).toContain('default');
    }
    const open = operations.filter(({ operation }) => operation.security?.length === 0).map(({ name }) => name);
    expect(open.toSorted()).toEqual([
      'get /api/calendar/{file}',
      'get /api/installation',
      'get /api/receipts/{code}',
      'get /api/session/end',
      'post /api/links/password',
      'post /api/links/reading',
      'post /api/session',
    ]);
  });

  it('[F97] is readable in a browser under the strict policy, at desk and on a phone', async () => {
    for (const width of [1280, 390]) {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      const troubles: string[] = [];
      page.on('pageerror', (error) => troubles.push(error.message));
      page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
      page.on('request', (request) => !request.url().startsWith(address) && !request.url().startsWith('data:') && troubles.push(`outside: ${request.url()}`));
      await page.goto(`${address}/api/docs`, { waitUntil: 'networkidle' });
      await page.getByText('Kê khai số liệu, nội dung tự chấm, giải trình').first().waitFor();
      expect(troubles).toEqual([]);
      await context.close();
    }
  });
});
