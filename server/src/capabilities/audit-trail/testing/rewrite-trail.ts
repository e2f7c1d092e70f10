import type pg from 'pg';
import { hashOfAudit, hashOfBlock, NO_BLOCK, Root } from '../../../audit/hashing.ts';
import type { BlockSignature, SignedBlock } from '../../../audit/sign-block.ts';

/**
 * What somebody does who has the whole database in their hands: changes a row of long ago, and gives every row and block from there on the hashes
 * that they should then have. `sign` gives the signature of a block, where another one is wanted than the block had.
 */
export async function rewriteTrail(intruder: pg.ClientBase, sign?: (block: SignedBlock) => BlockSignature | null): Promise<void> {
  await intruder.query(`UPDATE audit SET subject = 'khac' WHERE n = (SELECT n FROM audit WHERE act = 'audit.view' ORDER BY n LIMIT 1)`);
  const { rows } = await intruder.query('SELECT * FROM audit');
  for (const { n, round_id: round, body_id: body, payload_hash: payloadHash, xid: _xid, payload_id: _payload, hash: _hash, ...row } of rows)
    await intruder.query('UPDATE audit SET hash = $2 WHERE n = $1', [n, hashOfAudit({ ...row, round, body, payloadHash })]);
  let previous: Uint8Array = NO_BLOCK;
  for (const seal of (await intruder.query('SELECT * FROM seal ORDER BY number')).rows) {
    const root = new Root();
    for (const { n, hash } of (await intruder.query('SELECT n, hash FROM audit WHERE n = ANY ($1) ORDER BY n', [seal.rows])).rows) root.add(n, hash);
    const block = { ...seal, sealedAt: seal.sealed_at, root: root.end(), previous };
    const hash = hashOfBlock(block);
    await intruder.query('UPDATE seal SET root = $2, previous = $3, hash = $4 WHERE number = $1', [seal.number, block.root, previous, hash]);
    if (sign) {
      const signed = sign({ ...block, hash });
      await intruder.query('UPDATE seal SET key_id = $2, signature = $3 WHERE number = $1', [seal.number, signed?.key ?? null, signed?.signature ?? null]);
    }
    previous = hash;
  }
}
