import { RequestsNotice } from '../../capabilities/accounts/requests/requests-notice.tsx';
import { RemovalCopiesNotice } from '../../capabilities/retention/removal-copies-notice.tsx';
import type { Answer } from '../../client/request.ts';

/** What the user must know of before anything else; most days nothing, so that it is loaded only then. */
export function Notices({ requests, removalCopies }: Pick<Answer<'workAnswer'>, 'requests' | 'removalCopies'>) {
  return (
    <>
      <RequestsNotice {...requests} />
      {removalCopies > 0 ? <RemovalCopiesNotice copies={removalCopies} /> : null}
    </>
  );
}
