import { RequestsNotice } from '../../capabilities/accounts/requests/requests-notice.tsx';
import { RemovalsNotice } from '../../capabilities/retention/removals-notice.tsx';
import { RoundRequestsNotice } from '../../capabilities/rounds/round-requests-notice.tsx';
import type { Answer } from '../../client/request.ts';

/** What the user must know of before anything else; most days nothing, so that it is loaded only then. */
export function Notices({ requests, roundRequests, removals }: Pick<Answer<'workAnswer'>, 'requests' | 'roundRequests' | 'removals'>) {
  return (
    <>
      <RoundRequestsNotice requests={roundRequests} />
      <RequestsNotice {...requests} />
      <RemovalsNotice {...removals} />
    </>
  );
}
