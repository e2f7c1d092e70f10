import { Group, Stack, Text } from '@mantine/core';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../../client/session.ts';
import { ConfirmedAct } from '../../../kit/acts/confirmed-act.tsx';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { formatMoment } from '../../../kit/words/format.ts';
import { useTexts } from '../../../kit/words/language.tsx';

import { useSheet } from '../../sheets/sheet-at-work.tsx';
import { type Comment, threadsChanged, withdrawComment } from '../queries/comments.ts';
import { commentTexts } from '../texts/comments.ts';

/** One comment with its author, membership and time; its author may withdraw it. */
export function CommentText({ thread, comment, writes }: { thread: string; comment: Comment; writes: boolean }) {
  const texts = useTexts(commentTexts);
  const roles = useTexts(ROLE_NAMES);
  const { sheet } = useSheet();
  const me = useQuery(sessionQuery).data?.person.id;
  const withdraw = useAct(() => withdrawComment(sheet, thread, comment.id), { refresh: (client) => threadsChanged(client, sheet) });
  const { author, role, office, at, text, withdrawnAt, mentions } = comment;
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {author.name}
        </Text>
        <Text size="sm" c="dimmed">
          {roles[role]}, {office.name}, {formatMoment(at)}
        </Text>
      </Group>
      {text === null ? (
        <Text size="sm" c="dimmed" fs="italic">
          {withdrawnAt === null ? texts.erased : texts.withdrawn(formatMoment(withdrawnAt))}
        </Text>
      ) : (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text}
        </Text>
      )}
      {mentions.length === 0 ? null : (
        <Text size="sm" c="dimmed">
          {texts.mentioned(mentions.map(({ name }) => name).join(', '))}
        </Text>
      )}
      <Outcome error={withdraw.error} />
      {writes && text !== null && author.id === me ? (
        <ConfirmedAct
          act={texts.withdraw}
          question={texts.withdrawQuestion}
          yes={texts.withdrawYes}
          acting={withdraw.isPending}
          onAct={() => withdraw.mutate()}
          quiet
          small
        />
      ) : null}
    </Stack>
  );
}
