import type { FastifyRequest } from 'fastify';
import type { Context } from '../../../context.ts';

/** To whom security keys prove themselves: what they sign names both, so that a page at another address gets nothing of use. */
export interface RelyingParty {
  /** The name of the host: keys are made for it, and serve nowhere else. */
  readonly id: string;
  readonly origin: string;
}

/** The installation by its configured address; by the one that the request names only where none is configured, as in a sandbox. */
export function relyingPartyOf({ origin }: Pick<Context, 'origin'>, { protocol, headers }: FastifyRequest): RelyingParty {
  const url = new URL(origin ?? `${protocol}://${headers.host}`);
  return { id: url.hostname, origin: url.origin };
}
