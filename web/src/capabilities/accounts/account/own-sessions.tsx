import { Button, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { Table } from '../../../kit/lists/table.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { formatCount, formatMoment } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { accountChanged, type EndedSession, endOtherSessions, endSession, type OwnSession, sessionsQuery } from '../queries/account.ts';
import { accountTexts } from '../texts/account.ts';
import { browserOf } from './browser-of.ts';

/** The user's sessions, so that a foreign one can be seen and ended. */
export function OwnSessions() {
  const texts = useTexts(accountTexts).sessions;
  const { language } = useLanguage();
  const query = useQuery(sessionsQuery);
  const { data } = query;
  const end = useAct((session: OwnSession) => endSession(session.id), { onEnd: accountChanged });
  const endOthers = useAct(endOtherSessions, { onEnd: accountChanged });
  const others = data?.items.filter(({ current }) => !current) ?? [];
  const told = endOthers.data && texts.othersEnded(formatCount(endOthers.data.sessions, language), formatCount(endOthers.data.tokens, language));
  return (
    <Section
      title={texts.title}
      lead={texts.lead}
      actions={
        others.length > 0 ? (
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {texts.endOthers}
          </Button>
        ) : undefined
      }
    >
      <Outcome error={end.error ?? endOthers.error} done={told ?? (end.isSuccess ? texts.ended : undefined)} />
      <Loaded query={query}>{(data) => <SessionsTable sessions={data.items} onEnd={end.mutate} />}</Loaded>
      {data && others.length === 0 ? <Text size="sm">{texts.onlyThis}</Text> : null}
      {data ? <Text size="sm">{texts.most(formatCount(data.most, language))}</Text> : null}
      {data && data.ended.length > 0 ? <EndedSessions ended={data.ended} /> : null}
    </Section>
  );
}

function SessionsTable({ sessions, onEnd }: { sessions: readonly OwnSession[]; onEnd: (session: OwnSession) => void }) {
  const texts = useTexts(accountTexts).sessions;
  const agentOf = ({ agent }: OwnSession) => (agent === null ? texts.unknown : browserOf(agent));
  return (
    <Table
      caption={texts.title}
      keyOf={({ id }) => id}
      rows={sessions}
      columns={[
        { key: 'agent', title: texts.agent, least: '7rem', names: true, cell: agentOf },
        { key: 'address', title: texts.address, cell: ({ address }) => address ?? texts.unknown },
        { key: 'created', title: texts.createdAt, least: '9rem', cell: ({ createdAt }) => formatMoment(createdAt) },
        { key: 'seen', title: texts.seenAt, least: '9rem', cell: ({ seenAt }) => formatMoment(seenAt) },
        {
          key: 'end',
          title: <span className="unseen">{texts.actions}</span>,
          cell: (session) =>
            session.current ? (
              texts.current
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => onEnd(session)}
                aria-label={texts.endOne(agentOf(session), formatMoment(session.createdAt))}
              >
                {texts.end}
              </Button>
            ),
        },
      ]}
    />
  );
}

/** Sessions that were ended for the user, with why. */
function EndedSessions({ ended }: { ended: readonly EndedSession[] }) {
  const texts = useTexts(accountTexts).sessions;
  return (
    <Stack gap="xs">
      <Text size="sm">{texts.endedForYou}</Text>
      <List size="sm">
        {ended.map(({ id, agent, createdAt, endedAt, reason }) => (
          <List.Item key={id}>
            {texts.endedOne(agent === null ? texts.unknown : browserOf(agent), formatMoment(createdAt), formatMoment(endedAt))} {texts.reasons[reason]}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
