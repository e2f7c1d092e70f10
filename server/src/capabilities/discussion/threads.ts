import { THREAD_KINDS, type ThreadKind, type threadAnswer } from '@parindex/core/contracts/schemas/index';
import { type Membership, may } from '@parindex/core/rights/index';
import type { z } from 'zod';
import type { SheetSubject } from '../sheets/found.ts';
import type { CommentRow, ThreadHead } from './queries/comments.ts';

/** The right to read and to write threads of a kind. */
const RIGHTS = {
  internal: { read: 'comment.inside', write: 'comment.inside' },
  shared: { read: 'comment.read', write: 'comment.shared' },
} as const;

/** By which right somebody writes in threads of a kind. */
export const rightToWrite = (kind: ThreadKind) => RIGHTS[kind].write;

/** The kinds of threads that somebody may read at a sheet. */
export const readableKinds = (memberships: readonly Membership[], of: SheetSubject): ThreadKind[] =>
  THREAD_KINDS.filter((kind) => may(memberships, RIGHTS[kind].read, of));

/** A thread as shown; of a withdrawn comment only that it existed. */
export function presentThread({ id, kind, resolved, version }: ThreadHead, item: string, comments: readonly CommentRow[]): z.output<typeof threadAnswer> {
  return {
    id,
    item,
    kind,
    resolved: resolved && { by: resolved.by, at: new Date(resolved.at).toISOString() },
    version,
    comments: comments
      .filter(({ thread }) => thread === id)
      .map(({ thread: _, at, withdrawnAt, text, mentions, ...comment }) => ({
        ...comment,
        at: at.toISOString(),
        withdrawnAt: withdrawnAt?.toISOString() ?? null,
        text: withdrawnAt ? null : text,
        mentions: withdrawnAt ? [] : [...mentions],
      })),
  };
}
