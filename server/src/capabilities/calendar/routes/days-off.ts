import { at, type Faults, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/calendar';
import type { Body } from '@parindex/core/contracts/contract';
import { isWeekend } from '@parindex/core/round/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Draft } from '../../../http/draft.ts';
import { etag } from '../../../http/etag.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { replaceDaysOff } from '../acts/replace-days-off.ts';
import { lockYearOff, readYearOff } from '../queries/days-off.ts';

/** Only days of the year itself, each once; a make-up working day must be a day that would otherwise be off. */
function judgeDays({ year, days = [] }: Draft<Body<typeof contracts.replaceDaysOff>>, faults: Faults): void {
  const seen = new Set<string>();
  days.forEach(({ date, kind } = {}, index) => {
    if (date === undefined) return;
    const where = at(ROOT, 'days', index, 'date');
    if (year !== undefined && !date.startsWith(`${year}-`)) faults.add('outOfRange', where, { found: date, expected: String(year) });
    if (seen.has(date)) faults.add('duplicateId', where, { found: date });
    seen.add(date);
    if (kind === 'worked' && !isWeekend(date)) faults.add('notAllowedHere', at(ROOT, 'days', index, 'kind'), { found: 'worked' });
  });
}

/** Days off: one list a year, entered by administrators when announced. */
export function serveDaysOff(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.readDaysOff, {
    handle: async ({ db, query: { year } }) => {
      const { version, days } = await readYearOff(db, year);
      return { body: { year, version, days }, headers: etag(version) };
    },
  });

  defineRoute(app, context, contracts.replaceDaysOff, {
    find: async () => ({ of: {} }),
    judge: async ({ draft }, faults) => judgeDays(draft, faults),
    handle: async ({ acting, db, body: { year, version, days } }) => {
      const held = await lockYearOff(acting.db, year);
      if (held !== version) throw new Problem('staleVersion', { more: { version: held, current: { year, ...(await readYearOff(db, year)) } } });
      await replaceDaysOff(acting, year, days);
      const kept = await readYearOff(db, year);
      return { body: { year, ...kept }, headers: etag(kept.version) };
    },
  });
}
