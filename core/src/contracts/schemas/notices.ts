import { z } from 'zod';
import { MOST_NOTICE_CHARACTERS } from '../limits.ts';
import { day, decision, moment, pageOf, pageQuery, personName, slug, uuid } from './fields.ts';
import { attachedFiles, roundFile } from './round-documents.ts';
import { roundParams } from './sheets.ts';

/** What the owner of a round publishes: an answer is published with the words of its question, without who asked. */
export const NOTICE_KINDS = ['guidance', 'announcement', 'answer'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
/** What the owner publishes unasked. */
const UNASKED = ['guidance', 'announcement'] as const;

const itemCode = z.string().min(1).max(100);
const words = z.string().trim().min(1).max(MOST_NOTICE_CHARACTERS);

/** The id is made by the one who sends, so that a retry is recognised; without an item it is of the whole round. */
export const newNotice = z.strictObject({
  id: uuid,
  kind: z.enum(UNASKED),
  item: itemCode.nullable(),
  text: words,
  document: decision.nullable().default(null).meta({ description: 'Number and date of the paper, where it has any' }),
  files: attachedFiles.default([]),
});

export const noticeParams = roundParams.extend({ notice: uuid });

export const noticeAnswer = z.object({
  id: uuid,
  kind: z.enum(NOTICE_KINDS),
  /** null: of the whole round, or of an item that the edition in force does not have. */
  item: itemCode.nullable(),
  /** What was asked, as the owner published it. */
  question: z.string().nullable(),
  /** null where it was withdrawn. */
  text: z.string().nullable(),
  document: z.object({ number: z.string(), date: day }).nullable(),
  files: z.array(roundFile),
  publishedBy: personName,
  publishedAt: moment,
  withdrawnAt: moment.nullable(),
  /** When whoever asks said that they had read it. */
  readAt: moment.nullable(),
});
/** Who has read a notice, and the bodies of the round of which nobody has. */
export const noticeReadings = z.object({
  readings: z.array(z.object({ person: personName, body: z.object({ id: slug, name: z.string() }).nullable(), readAt: moment })),
  unread: z.array(z.object({ id: slug, name: z.string() })),
});
export const noticeListQuery = pageQuery.extend({ item: itemCode.optional().meta({ description: 'Of this item, and of the whole round' }) });
export const noticeList = pageOf(noticeAnswer);

export const newQuestion = z.strictObject({ id: uuid, item: itemCode, text: words });
export const questionParams = roundParams.extend({ question: uuid });

/** An answer, and the question in words by which nobody tells who asked. */
export const newAnswer = z.strictObject({ id: uuid, question: words, text: words });

export const questionAnswer = z.object({
  id: uuid,
  round: z.object({ id: slug, title: z.string() }),
  body: z.object({ id: slug, name: z.string() }),
  item: itemCode.nullable(),
  text: z.string(),
  askedBy: personName,
  askedAt: moment,
  answer: noticeAnswer.nullable(),
});

/** Questions of the asker's own bodies, and those put to rounds that the asker runs; newest first. */
export const questionListQuery = pageQuery.extend({ round: slug.optional(), item: itemCode.optional(), state: z.enum(['open', 'answered']).optional() });
export const questionList = pageOf(questionAnswer);
