import { Hash } from '../../reading/normal-form.ts';
import { type Cluster, FRAME_FORMAT, type Frame } from './types.ts';

/** Lines are hashed some at a time: a million calls of their own cost more than the hash. */
const LINES_AT_ONCE = 1_000;

/** The canonical line of a cluster: of lists of texts JSON is RFC 8785 as it is, and the language’s own is several times faster than the library’s. */
const lineOf = ({ code, name, households, stratum, upper, list }: Cluster): string =>
  `${JSON.stringify([code, name, String(households), stratum, upper, ...(list ? [list] : [])])}\n`;

/**
 * SHA-256 in hex over the canonical form of a frame: its format and columns, then each cluster in the order of the codes, each as RFC 8785 text on a line of
 * its own. Piece by piece, so that a million clusters need no text of their own.
 */
export function hashOfFrame({ columns, clusters }: Pick<Frame, 'columns' | 'clusters'>): string {
  const hash = new Hash().update(`${JSON.stringify([FRAME_FORMAT, columns.strata, columns.upper])}\n`);
  for (let start = 0; start < clusters.length; start += LINES_AT_ONCE)
    hash.update(
      clusters
        .slice(start, start + LINES_AT_ONCE)
        .map(lineOf)
        .join(''),
    );
  return hash.hex();
}
