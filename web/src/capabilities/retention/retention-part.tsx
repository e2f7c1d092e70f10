import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../client/session.ts';
import { NotLoaded } from '../../kit/loaded.tsx';
import { useAdministersAll } from '../accounts/queries/offices.ts';
import { DueSection } from './due-section.tsx';
import { retentionQuery } from './queries/retention.ts';
import { TermsSection } from './terms-section.tsx';

/** Terms of keeping and what becomes due, for those who run rounds or look after the whole. */
export function RetentionPart() {
  const administers = useAdministersAll();
  const offices = useQuery(sessionQuery).data?.memberships ?? [];
  const reads = offices.some(({ role, body }) => role === 'owner' || (body === null && (role === 'administrator' || role === 'auditor')));
  const { data, error, refetch } = useQuery({ ...retentionQuery, enabled: reads });
  if (!reads) return null;
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  return (
    <>
      <DueSection due={data.due} until={data.until} mayPropose={administers || offices.some(({ role }) => role === 'owner')} />
      <TermsSection terms={data.terms} mayChange={administers} />
    </>
  );
}
