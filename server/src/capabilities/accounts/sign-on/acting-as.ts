import type { Acting } from '../../../audit/acting.ts';
import { setAccount } from '../queries/sign-on.ts';

/** The same acting person under another account; what is recorded still counts for the request. */
const under = (acting: Acting, account: string | null): Acting => ({ ...acting, account, membership: null });

/** From here on the transaction acts for an account that has just proven its identity. */
export async function actAs(acting: Acting, account: string): Promise<Acting> {
  await setAccount(acting.db, account);
  return under(acting, account);
}

/** An act of somebody unproven is recorded without an account, whatever session their browser had. */
export async function actAsNobody(acting: Acting): Promise<Acting> {
  await setAccount(acting.db, '');
  return under(acting, null);
}
