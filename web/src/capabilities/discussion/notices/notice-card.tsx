import { Button, Group, Stack, Text } from '@mantine/core';
import { ConfirmedAct } from '../../../kit/acts/confirmed-act.tsx';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { StateBadge } from '../../../kit/page/state-badge.tsx';
import { formatDay, formatMoment } from '../../../kit/words/format.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import { FileLinks } from '../../rounds/files-input.tsx';
import { confirmNoticeRead, type Notice, noticesChanged, withdrawNotice } from '../queries/notices.ts';
import { noticeTexts } from '../texts/notices.ts';
import { Readings } from './readings.tsx';

const AS_WRITTEN = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;

/** What the owner of a round published, or that it was withdrawn. */
export function NoticeCard({ round, notice, owns }: { round: string; notice: Notice; owns: boolean }) {
  const texts = useTexts(noticeTexts);
  const withdraw = useAct(() => withdrawNotice(round, notice.id), { refresh: noticesChanged });
  const read = useAct(() => confirmNoticeRead(round, notice.id), { refresh: noticesChanged });
  const { kind, question, text, document, files, publishedBy, publishedAt, withdrawnAt, readAt } = notice;
  return (
    <article className="card" aria-label={texts.kinds[kind]}>
      <Stack gap="xs">
        <Group gap="xs">
          <StateBadge tone="quiet">{texts.kinds[kind]}</StateBadge>
          <Text size="sm" c="dimmed">
            {texts.by(publishedBy.name, formatMoment(publishedAt))}
          </Text>
        </Group>
        {document === null ? null : <Text size="sm">{texts.paper(document.number, formatDay(document.date))}</Text>}
        {question === null ? null : (
          <Text size="sm" fw={600} style={AS_WRITTEN}>
            {texts.asked(question)}
          </Text>
        )}
        <Text size="sm" style={AS_WRITTEN}>
          {text === null ? texts.withdrawn(formatMoment(withdrawnAt ?? publishedAt)) : kind === 'answer' ? texts.answered(text) : text}
        </Text>
        <FileLinks round={round} files={files} />
        <Outcome error={withdraw.error ?? read.error} />
        {owns && text !== null ? <Readings round={round} notice={notice.id} /> : null}
        {owns || text === null ? null : readAt === null ? (
          <Button w="fit-content" size="compact-sm" variant="default" loading={read.isPending} onClick={() => read.mutate()}>
            {texts.confirmRead}
          </Button>
        ) : (
          <Text size="sm" c="dimmed">
            {texts.readAt(formatMoment(readAt))}
          </Text>
        )}
        {owns && text !== null ? (
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
    </article>
  );
}
