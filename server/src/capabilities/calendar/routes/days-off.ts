import { at, type Faults, isObject, type Raw, ROOT } from '@parindex/core';
import { daysOffAnswer, daysOffList, daysOffQuery } from '@parindex/core/contracts/index';
import { NumberToken } from '@parindex/core/reading/raw';
import { isWeekend } from '@parindex/core/round/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { etag } from '../../../http/etag.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { replaceDaysOff } from '../acts/replace-days-off.ts';
import { lockYearOff, readYearOff } from '../queries/days-off.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days of the year itself, each once; worked in exchange are only days that else would not be worked. */
function judgeDays(raw: Raw, faults: Faults): void {
  const { year, days } = isObject(raw) ? raw : {};
  const seen = new Set<string>();
  (Array.isArray(days) ? days : []).forEach((one, index) => {
    const { date, kind } = isObject(one) ? one : {};
    if (typeof date !== 'string' || !DAY.test(date)) return;
    const where = at(ROOT, 'days', index, 'date');
    if (year instanceof NumberToken && !date.startsWith(`${year.text}-`)) faults.add('outOfRange', where, { found: date, expected: year.text });
    if (seen.has(date)) faults.add('duplicateId', where, { found: date });
    seen.add(date);
    if (kind === 'worked' && !isWeekend(date)) faults.add('notAllowedHere', at(ROOT, 'days', index, 'kind'), { found: 'worked' });
  });
}

/** Days off: a list a year, which administrators enter as it is announced. */
export function serveDaysOff(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, {
    method: 'GET',
    url: '/api/days-off',
    summary: { vi: 'Ngày nghỉ và ngày làm bù trong năm', en: 'Days off, and days worked in exchange, of a year' },
    tag: 'daysOff',
    access: 'dayOff.read',
    query: daysOffQuery,
    answers: { 200: daysOffAnswer },
    handle: async ({ db, query: { year } }) => {
      const { version, days } = await readYearOff(db, year);
      return { body: { year, version, days }, headers: etag(version) };
    },
  });

  defineRoute(app, context, {
    method: 'PUT',
    url: '/api/days-off',
    summary: { vi: 'Thay toàn bộ danh sách ngày nghỉ của một năm theo thông báo', en: 'Replace the whole list of a year, as announced' },
    tag: 'daysOff',
    access: 'dayOff.write',
    body: daysOffList,
    answers: { 200: daysOffAnswer },
    find: async () => ({ of: {} }),
    judge: async ({ raw }, faults) => judgeDays(raw, faults),
    handle: async ({ acting, db, body: { year, version, days } }) => {
      const held = await lockYearOff(acting.db, year);
      if (held !== version) throw new Problem('staleVersion', { more: { version: held, current: { year, ...(await readYearOff(db, year)) } } });
      await replaceDaysOff(acting, year, days);
      const kept = await readYearOff(db, year);
      return { body: { year, ...kept }, headers: etag(kept.version) };
    },
  });
}
