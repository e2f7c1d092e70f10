import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../client/session.ts';
import { roundQuery } from '../rounds/queries/rounds.ts';
import { sheetQuery } from '../sheets/queries/sheets.ts';
import type { LibraryKey } from './queries/documents.ts';

/** What somebody's offices offer them in the library of a body; what they may in truth, the server says. */
export function useDocumentRights({ round, body }: LibraryKey): {
  readonly brings: boolean;
  readonly keeps: boolean;
  readonly releases: boolean;
  readonly compares: boolean;
} {
  const offices = useQuery(sessionQuery).data?.memberships ?? [];
  const ofBody = offices.flatMap(({ role, body: office }) => (office?.id === body ? [role] : []));
  const own = ofBody.includes('clerk') || ofBody.includes('head');
  // A department brings what its part rests on.
  const works = offices.some(({ role }) => role === 'clerk' || role === 'head');
  const enters = useQuery({ ...sheetQuery(round, body), enabled: works && !own, refetchInterval: false, select: (sheet) => sheet.enters }).data ?? null;
  return {
    brings: own || enters !== null,
    // What is in the library, the body's own people keep.
    keeps: own,
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
