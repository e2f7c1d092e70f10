import { Stack } from '@mantine/core';
import { ACCOUNT_REQUEST_KIND_NAMES } from '@parindex/core/words/kinds';
import { useQuery } from '@tanstack/react-query';
import { Link } from '../../../kit/page/link.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { formatMoment } from '../../../kit/words/format.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import { accountRequestsQuery } from '../queries/account-requests.ts';
import { accountRequestTexts } from '../texts/account-requests.ts';

/** On somebody's page: what waits for a second person, and how the last request ended. */
export function RequestsAboutPerson({ account }: { account: string }) {
  const texts = useTexts(accountRequestTexts);
  const kinds = useTexts(ACCOUNT_REQUEST_KIND_NAMES);
  const waiting = useQuery(accountRequestsQuery('waiting')).data?.items.filter(({ person }) => person.id === account) ?? [];
  const [last] = useQuery(accountRequestsQuery('ended')).data?.items.filter(({ person }) => person.id === account) ?? [];
  return (
    <Stack gap="sm">
      {waiting.map(({ id, kind, asked, lapsesAt }) => (
        <Notice key={id} kind="note">
          {texts.waitsLine(kinds[kind], asked.by.name, formatMoment(lapsesAt))} <Link to="/lam-viec/nguoi-dung">{texts.open}</Link>
        </Notice>
      ))}
      {last ? (
        <Notice kind="note">
          {last.decided
            ? texts.endedLine(kinds[last.kind], texts.states[last.decided.decision], last.decided.by.name, formatMoment(last.decided.at))
            : texts.lapsedLine(kinds[last.kind], formatMoment(last.lapsesAt))}{' '}
          <Link to="/lam-viec/nguoi-dung">{texts.open}</Link>
        </Notice>
      ) : null}
    </Stack>
  );
}
