import { randomInt } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Context } from '../../../context.ts';

/** Without letters and digits that are taken for each other. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const byChance = (length: number): string => Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join('');

/** A receipt by chance: "7K3M-9QXR-2B". */
export const newReceipt = (): string => byChance(10).replace(/^(.{4})(.{4})/, '$1-$2-');

/** The code of a draft by chance: "7K3M9QXR", some 40 bits. */
export const newResumeCode = (): string => byChance(8);

/** As its pages show it, to be written down: "7K3M-9QXR". */
export const shownCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** A code as somebody typed it: in whatever letters, with or without its dash. */
export const typedCode = (typed: unknown): string =>
  typeof typed === 'string'
    ? typed
        .toUpperCase()
        .replaceAll(/[^0-9A-Z]/g, '')
        .slice(0, 20)
    : '';

/** Under the link's own address, so that a browser tells it to that form alone. */
const COOKIE = 'ma_phieu';
const LONGEST_SECONDS = 90 * 24 * 3_600;

/** The code that a device keeps of the draft behind its request; empty where it keeps none. */
export const keptCode = (request: FastifyRequest): string => typedCode(request.cookies[COOKIE]);

const cookie = ({ origin }: Pick<Context, 'origin'>, token: string, code: string, seconds: number) =>
  `${COOKIE}=${code}; Max-Age=${seconds}; Path=/phieu/${token}; HttpOnly; SameSite=Lax${origin?.startsWith('https:') ? '; Secure' : ''}`;

/** The header by which a device keeps the code of a draft until the survey ends. */
export function codeKept(context: Pick<Context, 'origin' | 'clock'>, token: string, code: string, closes: string | null): string {
  const left = closes === null ? LONGEST_SECONDS : Math.ceil((Date.parse(closes) - context.clock.now().getTime()) / 1_000);
  return cookie(context, token, code, Math.max(0, Math.min(left, LONGEST_SECONDS)));
}

/** The header by which it forgets it. */
export const noCode = (context: Pick<Context, 'origin'>, token: string): string => cookie(context, token, '', 0);
