import { RequestsNotice } from '../../capabilities/accounts/requests/requests-notice.tsx';
import { RemovalsNotice } from '../../capabilities/retention/removals-notice.tsx';
import type { Answer } from '../../client/request.ts';

/** What the user must know of before anything else; most days nothing, so that it is loaded only then. */
export function Notices({ requests, removals }: Pick<Answer<'workAnswer'>, 'requests' | 'removals'>) {
  return (
    <>
      <RequestsNotice {...requests} />
      <RemovalsNotice {...removals} />
    </>
  );
}
