import { createHash, randomInt } from 'node:crypto';
import { newSecretToken } from '../../http/secret-token.ts';

/** Without letters and digits that are taken for each other when they are read out. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const GROUPS = 3;
const GROUP = 4;

const sha256 = (...parts: readonly (Buffer | string)[]) =>
  parts.reduce<ReturnType<typeof createHash>>((hash, part) => hash.update(part), createHash('sha256')).digest();

/** A code however it was typed: in small letters, with or without what parts it. */
const plain = (code: string) => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

/** A code to be read out: the half of a link for whoever asked, 58 random bits. Only its hash is kept. */
export function newLinkCode(): { readonly code: string; readonly hash: Buffer } {
  const groups = Array.from({ length: GROUPS }, () => Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join(''));
  const code = groups.join('-');
  return { code, hash: sha256(plain(code)) };
}

/** The half of a link for whoever decides; the point at its end says that a code belongs to it. */
export function newLinkHalf(): { readonly path: string; readonly hash: Buffer } {
  const { token, hash } = newSecretToken();
  return { path: `/dat-mat-khau#${token}.`, hash };
}

/** By what a link is kept: the hash of its token; of one in halves, of the hashes of both (app.make_halved_link). */
export function hashOfLink(token: string): Buffer {
  const point = token.indexOf('.');
  return point < 0 ? sha256(token) : sha256(sha256(token.slice(0, point)), sha256(plain(token.slice(point + 1))));
}
