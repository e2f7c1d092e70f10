import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/session.ts';
import { workQuery } from '../../api/work.ts';
import { homeTexts } from '../../texts/home.ts';
import { useTexts } from '../../texts/language.tsx';
import { Empty } from '../../ui/empty.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { KeptHere } from './kept-here.tsx';
import { Waiting } from './waiting.tsx';
import { WorkCard } from './work-card.tsx';

/** Where one lands: what each open round asks of each office that one holds. */
export function HomePage() {
  const texts = useTexts(homeTexts);
  const session = useQuery(sessionQuery).data;
  const { data, error, refetch } = useQuery(workQuery);
  return (
    <Page title={texts.title} lead={session ? texts.lead(session.person.name) : undefined}>
      <KeptHere />
      <Waiting owns={session?.memberships.some(({ role }) => role === 'owner') ?? false} />
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data?.items.map((work) => (
        <WorkCard key={`${work.round.id} ${work.role} ${work.office.id}`} work={work} />
      ))}
      {data?.items.length === 0 ? <NothingToDo roles={session?.memberships.map(({ role }) => role) ?? []} /> : null}
    </Page>
  );
}

function NothingToDo({ roles }: { roles: readonly string[] }) {
  const texts = useTexts(homeTexts);
  const administers = roles.includes('administrator');
  const audits = roles.includes('auditor');
  return (
    <Empty title={texts.none}>
      <Text>{administers ? texts.noneAdministrator : audits ? texts.noneAuditor : texts.noneMore}</Text>
      <Group gap="xs">
        <LinkButton to="/lam-viec/ky-danh-gia" variant="default">
          {texts.toRounds}
        </LinkButton>
        {administers || audits ? (
          <LinkButton to="/lam-viec/nguoi-dung" variant="default">
            {texts.toPeople}
          </LinkButton>
        ) : null}
        {administers || audits ? (
          <LinkButton to="/lam-viec/nhat-ky" variant="default">
            {texts.toAudit}
          </LinkButton>
        ) : null}
      </Group>
    </Empty>
  );
}
