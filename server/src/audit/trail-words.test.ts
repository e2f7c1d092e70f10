import { ACCOUNT_REQUEST_DECISIONS, ACCOUNT_REQUEST_KINDS } from '@parindex/core/accounts/account-request';
import { LINK_PURPOSES, MAIL_DECISIONS, WAITS_FOR } from '@parindex/core/contracts/schemas/index';
import { REFUSAL_CODES } from '@parindex/core/evidence/file-codes';
import { ROLES } from '@parindex/core/rights/index';
import { DEADLINE_ACTS } from '@parindex/core/round/deadline';
import { OPENING_WARNINGS, ROUND_PARTS } from '@parindex/core/round/index';
import { RANKING_SHOWN } from '@parindex/core/round/ranking-shown';
import { STEPS } from '@parindex/core/round/steps';
import { LANGUAGES } from '@parindex/core/words/index';
import { trailKeyName, trailValueName } from '@parindex/core/words/trail-words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { AUDITED_TABLES } from './queries/audited-tables.ts';

/*
 * What an act tells beside its name stands under keys of which the compiler knows that they have one (`TrailContent`). Here
 * are the rows that it tells as they stand, and the codes among the values.
 */

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const tables = Object.keys(AUDITED_TABLES);

describe('whoever reads the trail meets no key and no code', () => {
  it('[F95] every table and column of which acts tell rows has a name in both languages', async () => {
    const { rows } = await server.owner.query<{ name: string }>(
      "SELECT DISTINCT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ANY ($1)",
      [tables],
    );
    const named = (key: string) => LANGUAGES.every((language) => trailKeyName(key, language) !== undefined);
    expect(rows.length).toBeGreaterThan(100);
    expect([...tables, ...rows.map(({ name }) => name)].filter((key) => !named(key))).toEqual([]);
    expect(trailKeyName('round_step', 'vi')).toBe('bước của kỳ đánh giá');
    expect(trailKeyName('toString', 'vi')).toBeUndefined();
  });

  it('[F95] every code that a column may hold has a name', async () => {
    const { rows } = await server.owner.query<{ definition: string }>(
      "SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE contype = 'c' AND conrelid::regclass::text = ANY ($1)",
      [tables],
    );
    const codes = rows.flatMap(({ definition }) =>
      Array.from(definition.matchAll(/\(?(\w+) = ANY \(ARRAY\[([^\]]*)\]/g), ([, column = '', list = '']) =>
        Array.from(list.matchAll(/'([^']+)'/g), ([, code = '']) => [column, code] as const),
      ).flat(),
    );
    expect(codes.length).toBeGreaterThan(50);
    expect(codes.filter(([column, code]) => trailValueName(column, code, 'vi') === undefined)).toEqual([]);
  });

  it.each([
    ['purpose', LINK_PURPOSES],
    ['waitsFor', WAITS_FOR],
    ['decision', [...MAIL_DECISIONS, ...ACCOUNT_REQUEST_DECISIONS]],
    ['kind', ACCOUNT_REQUEST_KINDS],
    ['code', REFUSAL_CODES],
    ['part', ROUND_PARTS],
    ['confirmed', ROUND_PARTS],
    ['warnings', OPENING_WARNINGS],
    ['deadlineAct', DEADLINE_ACTS],
    ['rankingShown', RANKING_SHOWN],
    ['ranking_shown', RANKING_SHOWN],
    ['step', STEPS],
    ['role', ROLES],
  ] as const)('[F95] so has every code that acts tell as %s', (key, codes) => {
    expect(codes.filter((code) => LANGUAGES.some((language) => trailValueName(key, code, language) === undefined))).toEqual([]);
  });
});
