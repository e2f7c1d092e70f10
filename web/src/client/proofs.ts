// What proves who somebody is, beyond signing in by password: few loads of the workspace need it.
import * as accounts from '@parindex/core/contracts/accounts';
import { call } from './call.ts';
import type { Sent } from './request.ts';

/** A code, or what a security key signed in its place. */
export const giveSecondFactor = (body: Sent<'secondFactorBody'>) => call(accounts.giveSecondFactor, { body });

/** Proves again who is signed in, before a binding act. */
export const confirmSession = (body: Sent<'confirmationBody'>) => call(accounts.confirmSession, { body });

/** Offers a new second factor; one offered before is withdrawn. */
export const offerSecondFactor = () => call(accounts.offerSecondFactor);
export const confirmSecondFactor = (body: Sent<'confirmSecondFactorBody'>) => call(accounts.confirmSecondFactor, { body });

export const readLink = (token: string) => call(accounts.readLink, { body: { token } });
export const setPassword = (token: string, password: string) => call(accounts.useLink, { body: { token, password } });
