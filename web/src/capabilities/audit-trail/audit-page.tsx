import { Button } from '@mantine/core';
import { dayAfter } from '@parindex/core/quantity/calendar-date';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../../kit/page/page.tsx';
import { dayIn } from '../../kit/words/day.ts';
import { formatDay } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { AuditFilterForm } from './audit-filter-form.tsx';
import { AuditHead } from './audit-head.tsx';
import { AuditList } from './audit-list.tsx';
import { auditQuery } from './queries/audit.ts';
import { auditTexts } from './texts/audit.ts';

const route = getRouteApi('/lam-viec/nhat-ky');

/** Midnight in Vietnam; an invalid day in the address is sent unchanged, and refused. */
const startOf = (day: string) => `${day}T00:00:00+07:00`;
const isDay = (day: string) => 'day' in dayIn(formatDay(day));

/** The audit trail, filtered by the address. */
export function AuditPage() {
  const texts = useTexts(auditTexts);
  const { from, to, ...asked } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const filter = {
    ...asked,
    ...(from === undefined ? {} : { from: startOf(from) }),
    ...(to === undefined ? {} : { to: startOf(isDay(to) ? dayAfter(to) : to) }),
  };
  const address = { ...asked, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const list = useInfiniteQuery(auditQuery(filter));
  const actorName = list.data?.pages[0]?.items[0]?.actor?.name;
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        <Button variant="default" onClick={() => void client.resetQueries({ queryKey: ['audit'] })}>
          {texts.reload}
        </Button>
      }
    >
      <AuditFilterForm key={JSON.stringify(address)} filter={address} actorName={actorName} onApply={(search) => void navigate({ search })} />
      <AuditList list={list} />
      <AuditHead />
    </Page>
  );
}
