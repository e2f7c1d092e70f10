import { useQuery } from '@tanstack/react-query';
import { useRights } from '../../client/rights.ts';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { DueSection } from './due-section.tsx';
import { retentionQuery } from './queries/retention.ts';
import { TermsSection } from './terms-section.tsx';

/** Terms of keeping and what becomes due, for those who run rounds or look after the whole. */
export function RetentionPart() {
  const { may, mayAnywhere } = useRights();
  const reads = mayAnywhere('retention.read');
  const { data, error, refetch } = useQuery({ ...retentionQuery, enabled: reads });
  if (!reads) return null;
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  return (
    <>
      <DueSection due={data.due} until={data.until} mayPropose={mayAnywhere('purge.ask')} />
      <TermsSection terms={data.terms} mayChange={may('retention.write', {})} />
    </>
  );
}
