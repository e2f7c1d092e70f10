import type { Acting } from '../../../audit/acting.ts';
import { setAccount } from '../queries/sign-on.ts';

/** The same work, told under another actor; what is recorded counts for the request. */
const under = (acting: Acting, account: string | null): Acting => ({ ...acting, account, membership: null });

/** From here on the transaction acts for an account that has just proven who it is. */
export async function actAs(acting: Acting, account: string): Promise<Acting> {
  await setAccount(acting.db, account);
  return under(acting, account);
}

/** What is told of somebody who has not proven who they are is told by nobody, whatever session their browser had. */
export async function actAsNobody(acting: Acting): Promise<Acting> {
  await setAccount(acting.db, '');
  return under(acting, null);
}
