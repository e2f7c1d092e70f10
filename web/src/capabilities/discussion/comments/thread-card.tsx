import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { Arrival } from '../../../kit/reading/arrival.tsx';
import { formatMoment } from '../../../kit/words/format.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import { useSheet } from '../../sheets/sheet-at-work.tsx';
import { replyInThread, setThreadState, type Thread, threadsChanged } from '../queries/comments.ts';
import { commentTexts } from '../texts/comments.ts';
import { CommentForm } from './comment-form.tsx';
import { CommentText } from './comment-text.tsx';

interface ThreadCardProps {
  readonly thread: Thread;
  readonly writes: boolean;
  /** Whether the user was linked here: then it takes the focus. */
  readonly wanted: boolean;
}

/** A thread: its readers, its comments, and its actions. */
export function ThreadCard({ thread, writes, wanted }: ThreadCardProps) {
  const texts = useTexts(commentTexts);
  const { sheet } = useSheet();
  const [replying, setReplying] = useState(false);
  const state = useAct(() => setThreadState(sheet, thread, thread.resolved ? 'open' : 'resolved'), { refresh: (client) => threadsChanged(client, sheet) });
  const [first] = thread.comments;
  const card = (
    <article className="card" aria-label={first ? texts.threadOf(first.author.name, formatMoment(first.at)) : undefined}>
      <Stack gap="sm">
        <Text size="xs" c="dimmed">
          {thread.kind === 'internal' ? texts.onlyInside : texts.bothSides}
        </Text>
        {thread.comments.map((comment) => (
          <CommentText key={comment.id} thread={thread.id} comment={comment} writes={writes} />
        ))}
        {thread.resolved ? (
          <Text size="sm" fw={600}>
            {texts.resolvedBy(thread.resolved.by.name, formatMoment(thread.resolved.at))}
          </Text>
        ) : null}
        <Outcome error={state.error} load={state.load} />
        {replying ? (
          <CommentForm
            title={texts.replyTo(first?.author.name ?? '')}
            of={thread.id}
            kind={thread.kind}
            send={(comment) => replyInThread(sheet, thread.id, comment)}
            onDone={() => setReplying(false)}
            onCancel={() => setReplying(false)}
          />
        ) : writes ? (
          <Group gap="xs">
            {thread.resolved ? null : (
              <Button size="compact-sm" variant="default" onClick={() => setReplying(true)}>
                {texts.reply}
              </Button>
            )}
            <Button size="compact-sm" variant="default" loading={state.isPending} onClick={() => state.mutate()}>
              {thread.resolved ? texts.reopen : texts.resolve}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </article>
  );
  return wanted ? <Arrival of={thread.id}>{card}</Arrival> : card;
}
