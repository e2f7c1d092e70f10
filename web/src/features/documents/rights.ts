import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/session.ts';

/** What somebody's offices offer them in the library of a body; what they may in truth, the server says. */
export function useDocumentRights(body: string): { readonly brings: boolean; readonly releases: boolean; readonly compares: boolean } {
  const offices = useQuery(sessionQuery).data?.memberships ?? [];
  const ofBody = offices.flatMap(({ role, body: office }) => (office?.id === body ? [role] : []));
  return {
    brings: ofBody.includes('clerk') || ofBody.includes('head'),
    releases: ofBody.includes('head'),
    compares: offices.some(({ role }) => role === 'appraiser' || role === 'council'),
  };
}
