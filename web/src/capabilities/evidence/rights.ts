import { useQuery } from '@tanstack/react-query';
import { useRights } from '../../client/rights.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { sheetQuery } from '../../client/sheet.ts';
import { roundQuery } from '../rounds/queries/rounds.ts';

/** What the user may do in the library of a body. */
export function useDocumentRights({ round, body }: SheetKey): {
  readonly mayUpload: boolean;
  readonly mayWithdraw: boolean;
  readonly releases: boolean;
  readonly compares: boolean;
} {
  const { may, mayAnywhere } = useRights();
  const own = may('evidence.access', { body });
  // A department uploads the evidence for its part.
  const works = mayAnywhere('evidence.write');
  const enters = useQuery({ ...sheetQuery(round, body), enabled: works && !own, refetchInterval: false, select: (sheet) => sheet.enters }).data ?? null;
  return {
    mayUpload: own || enters !== null,
    mayWithdraw: own,
    releases: may('evidence.release', { body }),
    compares: mayAnywhere('evidence.compare'),
  };
}

/** Whether the user may request the removal of a document of a library; of what an appraiser brought, its body's people do not. */
export function useMayAskRemoval({ round, body }: SheetKey, byAppraiser: boolean): boolean {
  const { may, mayAnywhere } = useRights();
  const owner = useQuery({ ...roundQuery(round), staleTime: Number.POSITIVE_INFINITY, enabled: mayAnywhere('round.write') }).data?.ownerBody.id;
  return may('removal.ask', { body: byAppraiser ? '' : body, roundOwner: owner ?? null });
}
