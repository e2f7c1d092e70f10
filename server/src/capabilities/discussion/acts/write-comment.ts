import type { newComment, ThreadKind } from '@parindex/core/contracts/schemas/index';
import type { z } from 'zod';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { keepPayload, recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import type { SheetPlace } from '../../sheets/queries/sheets.ts';
import { refuseClosed } from '../../sheets/refuse-closed.ts';
import { type CommentRow, findComment, insertComment, insertThread, lockThread, readComments, type ThreadHead } from '../queries/comments.ts';

type NewComment = z.output<typeof newComment>;

/** Where a comment belongs, and by which membership it is written. */
export interface CommentPlace {
  readonly sheet: SheetPlace;
  readonly thread: string;
  /** By its code in the edition in force. */
  readonly item: string;
  readonly kind: ThreadKind;
  readonly membership: string;
}

/** Most comments of one thread; longer discussions begin another. */
const MOST_COMMENTS = 500;

/** Whether a repeated comment equals the stored one; an erased text can no longer be compared. */
function isSameComment(stored: CommentRow | undefined, thread: string, account: string | null, { id, text, mentions }: NewComment): boolean {
  const wanted = new Set(mentions);
  return (
    stored?.id === id &&
    stored.thread === thread &&
    stored.author.id === account &&
    (stored.text === null || stored.text === text) &&
    stored.mentions.length === wanted.size &&
    stored.mentions.every((mentioned) => wanted.has(mentioned.id))
  );
}

/** Begins a thread with its first comment. The same again changes nothing; another one under the same id is refused. */
export async function beginThread(acting: Acting, place: CommentPlace, comment: NewComment, stored: ThreadHead | undefined): Promise<Effect> {
  const { sheet, thread: id, item, kind } = place;
  if (stored) {
    const [first] = await readComments(acting.db, [id]);
    const same = stored.item === item && stored.edition === sheet.edition && stored.kind === kind && isSameComment(first, id, acting.account, comment);
    if (!same) throw new Problem('idReused');
    return 'unchanged';
  }
  refuseClosed(sheet);
  if (await findComment(acting.db, comment.id)) throw new Problem('idReused');
  const { round, body, edition } = sheet;
  await insertThread(acting.db, { id, round, body, item, edition, kind, account: acting.account as string, at: acting.receivedAt });
  await write(acting, place, comment, 1, 'comment.begin');
  return 'done';
}

/** Replies in an open thread. The same again changes nothing; another one under the same id is refused. */
export async function replyInThread(acting: Acting, place: CommentPlace, comment: NewComment): Promise<Effect> {
  const held = await lockThread(acting.db, place.thread);
  if (!held) throw new Problem('refused');
  const stored = await findComment(acting.db, comment.id);
  if (stored) {
    if (!isSameComment(stored, place.thread, acting.account, comment)) throw new Problem('idReused');
    return 'unchanged';
  }
  refuseClosed(place.sheet);
  // Nobody looks at a resolved thread any more.
  if (held.resolved) throw new Problem('notNow', { more: { thread: 'resolved' } });
  const { length } = await readComments(acting.db, [place.thread]);
  if (length >= MOST_COMMENTS) throw new Problem('notNow', { more: { mostComments: MOST_COMMENTS } });
  await write(acting, place, comment, length + 1, 'comment.reply');
  return 'done';
}

async function write(acting: Acting, place: CommentPlace, comment: NewComment, number: number, act: 'comment.begin' | 'comment.reply'): Promise<void> {
  const { sheet, thread, item, kind, membership } = place;
  const { round, body } = sheet;
  const { id, text } = comment;
  const payload = await keepPayload(acting, { text }, { round, body, inside: kind === 'internal' });
  await insertComment(acting.db, {
    ...{ id, thread, round, body, kind, number, membership },
    ...{ account: acting.account as string, at: acting.receivedAt, payload: payload.id, mentions: [...new Set(comment.mentions)] },
  });
  const touched = { ...(act === 'comment.begin' ? { comment_thread: [thread] } : {}), comment: [id], comment_mention: [id] };
  await recordAct(acting, {
    act,
    subject: `comment:${id}`,
    round,
    body,
    content: { kind, thread, item, stands: await readRowStates(acting.db, touched) },
    payload,
  });
}
