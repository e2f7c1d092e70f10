import { type Item, itemsOfDomains, type Scheme } from '@parindex/core';
import { fieldsOfEntry } from '@parindex/core/ledger/index';
import type { PlainRule } from '@parindex/core/rules/plain-kinds';
import { plainRulesOf } from '@parindex/core/snapshot/answers';
import { expect } from 'vitest';
import type { TestServer } from './test-server.ts';
import { ask, change, type Person } from './world.ts';

const VALUES = { count: '1', amount: '1', number: '1', date: '2022-06-01', yesNo: true } as const;

/** The best answer that a rule takes; none where it measures figures. */
function bestAnswer(rule: PlainRule, { maximum }: Item): object {
  switch (rule.kind) {
    case 'given':
      return { points: maximum };
    case 'yesNo':
      return { yes: true };
    case 'levels': {
      const [level] = rule.levels;
      return { level: level?.id, ...(level?.upTo === undefined ? {} : { points: level.upTo }) };
    }
    case 'checks':
      return { checks: rule.checks.map(({ id }) => id) };
    case 'deduct':
      return { checks: [] };
    default:
      return {};
  }
}

/** Entries that leave nothing to be mended: every figure, each equal to its whole, and the best answer to every item that a body answers. */
export function allAnswers(scheme: Scheme, base: number): ReturnType<typeof change>[] {
  const figures = scheme.figures.map(({ id, type }) => change({ figure: id }, base, { value: VALUES[type] }));
  const answers = itemsOfDomains(scheme.domains).flatMap((item) => {
    const answer = Object.assign({}, ...plainRulesOf(item.rule).map((rule) => bestAnswer(rule, item)));
    const conditions = Object.fromEntries(item.conditions.map(({ id, when }) => [id, !when]));
    const fields = fieldsOfEntry({ answer: { ...answer, ...(item.conditions.length > 0 ? { conditions } : {}) } });
    return Object.keys(fields).length === 0 ? [] : [change({ item: item.code }, base, fields)];
  });
  return [...figures, ...answers];
}

/** Somebody answers all that must be answered in a sheet, in one save; answers the entries' ids and the sheet's seq after them. */
export async function answerAll(
  server: TestServer,
  person: Pick<Person, 'token'>,
  sheet: string,
  scheme: Scheme,
  base = 0,
): Promise<{ readonly seq: number; readonly ids: readonly string[] }> {
  const entries = allAnswers(scheme, base);
  const { status, body } = await ask(server, person, 'POST', `${sheet}/entries`, { entries });
  expect({ status, faults: body.faults }).toEqual({ status: 201, faults: undefined });
  return { seq: body.seq, ids: entries.map(({ id }) => id) };
}
