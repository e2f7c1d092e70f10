import { useQuery } from '@tanstack/react-query';
import type { LibraryKey } from '../../api/documents.ts';
import { roundQuery } from '../../api/rounds.ts';
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

/** Whether somebody's offices let them ask for the removal of a document of a library. */
export function useMayAskRemoval({ round, body }: LibraryKey): boolean {
  const offices = useQuery(sessionQuery).data?.memberships ?? [];
  const owns = offices.some(({ role }) => role === 'owner');
  const owner = useQuery({ ...roundQuery(round), staleTime: Number.POSITIVE_INFINITY, enabled: owns }).data?.ownerBody.id;
  return offices.some(({ role, body: office }) => {
    if (role === 'administrator') return office === null;
    if (role === 'owner') return office !== null && office.id === owner;
    return (role === 'clerk' || role === 'head') && office?.id === body;
  });
}
