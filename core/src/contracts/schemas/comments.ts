import { z } from 'zod';
import { ROLES } from '../../rights/roles.ts';
import { MOST_COMMENT_CHARACTERS, MOST_MENTIONS, MOST_PER_PAGE } from '../limits.ts';
import { moment, pageOf, pageQuery, personName, slug, uuid, version } from './fields.ts';
import { sheetParams } from './sheets.ts';

/** For whom a thread is: the body's own people alone, or the body and those who appraise it. */
export const THREAD_KINDS = ['internal', 'shared'] as const;
export type ThreadKind = (typeof THREAD_KINDS)[number];

export const THREAD_STATES = ['open', 'resolved'] as const;

const itemCode = z.string().min(1).max(100);
const commentText = z.string().trim().min(1).max(MOST_COMMENT_CHARACTERS);
const mentions = z.array(uuid).max(MOST_MENTIONS).default([]);

/** A comment; the id is made by the one who sends, so that a retry is recognised. */
export const newComment = z.strictObject({ id: uuid, text: commentText, mentions });

/** A thread with its first comment. */
export const newThread = z.strictObject({ id: uuid, item: itemCode, kind: z.enum(THREAD_KINDS), comment: newComment });

export const threadState = z.strictObject({ state: z.enum(THREAD_STATES), version });

export const threadParams = sheetParams.extend({ thread: uuid });
export const commentParams = threadParams.extend({ comment: uuid });

export const commentAnswer = z.object({
  id: uuid,
  author: personName,
  role: z.enum(ROLES),
  office: z.object({ id: slug, name: z.string() }),
  at: moment,
  /** null where its author took it back, or it was lawfully erased. */
  text: z.string().nullable(),
  withdrawnAt: moment.nullable(),
  mentions: z.array(personName),
});

export const threadAnswer = z.object({
  id: uuid,
  item: itemCode,
  kind: z.enum(THREAD_KINDS),
  resolved: z.object({ by: personName, at: moment }).nullable(),
  version,
  /** In the order in which they were written. */
  comments: z.array(commentAnswer),
});

/** Threads at one item: open ones first, then the newest. */
export const threadListQuery = z.strictObject({
  item: itemCode,
  limit: z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(50),
  after: pageQuery.shape.after,
});
export const threadList = pageOf(threadAnswer);

const count = z.object({ open: z.number(), all: z.number() });

/** How many threads stand at each item of a sheet that has any. */
export const threadCounts = z.object({ items: z.array(z.object({ item: itemCode, internal: count, shared: count })) });

export const commentPeopleQuery = z.strictObject({ kind: z.enum(THREAD_KINDS) });

/** Who can be mentioned in a thread: those who take part in it, by name. */
export const commentPeople = z.object({
  items: z.array(personName.extend({ role: z.enum(ROLES), office: z.object({ id: slug, name: z.string() }) })),
});

/** Where somebody was mentioned, in threads that are open and in which they have not written since; newest first. */
export const mentionList = z.object({
  items: z.array(
    z.object({
      comment: uuid,
      thread: uuid,
      kind: z.enum(THREAD_KINDS),
      round: z.object({ id: slug, title: z.string() }),
      body: z.object({ id: slug, name: z.string() }),
      /** null where the edition in force has no such item any more. */
      item: itemCode.nullable(),
      by: personName,
      at: moment,
      text: z.string().nullable(),
    }),
  ),
});
