import { calendarParams, calendarState, madeCalendar, reminderList, remindersRead } from '@parindex/core/contracts/index';
import { calendarFeed, dutiesOf, reminderSentence } from '@parindex/core/reminders/index';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute, hashOfToken } from '../../../http/route.ts';
import { findMyself } from '../../accounts/routes/me.ts';
import { newSecretToken } from '../../accounts/sign-on/secret-token.ts';
import { feedMadeAt, makeFeed, openCalendar, revokeFeed } from '../queries/calendar-feeds.ts';
import { countReminders, markRead, readOwnReminded, remindersOf } from '../queries/reminders.ts';

const TAG = 'me';
/** How many of the newest reminders are shown. */
const SHOWN = 100;

/** What a person was reminded of, and their calendar for a calendar program. */
export function serveReminders(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, {
    method: 'GET',
    url: '/api/me/reminders',
    summary: { vi: 'Các nhắc việc gần đây của tôi', en: 'What I was reminded of lately' },
    tag: TAG,
    access: 'self',
    answers: { 200: reminderList },
    find: findMyself,
    handle: async ({ db, found: { me }, language }) => {
      const items = (await remindersOf(db, me.account, SHOWN)).map(({ id, told, day, read_at }) => {
        const { kind, round, body, step, closes } = told;
        return { id, kind, day, round, body, step, closes, text: reminderSentence(told, language), readAt: read_at?.toISOString() ?? null };
      });
      return { body: { items, unread: (await countReminders(db, me.account)).unread } };
    },
  });

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/me/reminders/read',
    summary: { vi: 'Đánh dấu đã đọc các nhắc việc', en: 'Mark reminders as read' },
    tag: TAG,
    access: 'self',
    body: remindersRead,
    answers: { 204: z.null() },
    find: findMyself,
    handle: async ({ acting, found: { me }, body, receivedAt }) => {
      const read = await markRead(acting.db, me.account, body.ids, receivedAt);
      await recordAct(acting, { act: 'reminder.read', subject: `account:${me.account}`, content: { reminders: read } });
      return {};
    },
  });

  serveCalendarFeed(app, context);
}

function serveCalendarFeed(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, {
    method: 'GET',
    url: '/api/me/calendar',
    summary: { vi: 'Địa chỉ lịch của tôi: có từ khi nào', en: 'Whether my calendar has an address, and since when' },
    tag: TAG,
    access: 'self',
    answers: { 200: calendarState },
    find: findMyself,
    handle: async ({ db, found: { me } }) => ({ body: { madeAt: (await feedMadeAt(db, me.account))?.toISOString() ?? null } }),
  });

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/me/calendar',
    summary: {
      vi: 'Tạo địa chỉ lịch (ICS) của tôi; địa chỉ cũ hết hiệu lực, địa chỉ mới chỉ hiện một lần',
      en: 'Make the address of my calendar (ICS), shown this once; any before ends',
    },
    tag: TAG,
    access: 'self',
    answers: { 201: madeCalendar },
    find: findMyself,
    handle: async ({ acting, found: { me }, receivedAt }) => {
      const { token, hash } = newSecretToken();
      await makeFeed(acting.db, me.account, hash, receivedAt);
      await recordAct(acting, { act: 'calendarFeed.make', subject: `account:${me.account}` });
      return { status: 201, body: { path: `/api/calendar/${token}.ics` } };
    },
  });

  defineRoute(app, context, {
    method: 'DELETE',
    url: '/api/me/calendar',
    summary: { vi: 'Thu hồi địa chỉ lịch của tôi', en: 'Revoke the address of my calendar' },
    tag: TAG,
    access: 'self',
    answers: { 204: z.null() },
    find: findMyself,
    handle: async ({ acting, found: { me } }) => {
      if (!(await revokeFeed(acting.db, me.account))) throw new Problem('notFound');
      await recordAct(acting, { act: 'calendarFeed.revoke', subject: `account:${me.account}` });
      return {};
    },
  });

  defineRoute(app, context, {
    method: 'GET',
    url: '/api/calendar/{file}',
    summary: { vi: 'Lịch cá nhân (iCalendar) theo địa chỉ bí mật', en: 'A personal calendar (iCalendar) by its secret address' },
    tag: TAG,
    access: 'public',
    params: calendarParams,
    answers: { 200: z.string().meta({ description: 'text/calendar' }) },
    handle: async ({ db, params, receivedAt }) => {
      const opened = await openCalendar(db, hashOfToken(params.file.slice(0, -'.ics'.length)), receivedAt);
      const reminded = opened ? await readOwnReminded(db) : undefined;
      if (!reminded) throw new Problem('notFound');
      const duties = reminded.people.flatMap((person) => dutiesOf(person, reminded.rounds));
      return {
        body: calendarFeed(duties, receivedAt.getTime(), context.origin),
        headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
      };
    },
  });
}
