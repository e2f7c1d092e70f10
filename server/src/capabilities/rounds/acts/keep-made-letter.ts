import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Storage } from '../../../storage/storage.ts';
import { keepMadeFile, type MadeFile } from './keep-made-file.ts';

interface MadeLetter extends Omit<MadeFile, 'urged'> {
  /** The bodies that it is made to. */
  readonly bodies: readonly string[];
}

/** Keeps a letter of urging among the files of its round as it was made, byte for byte, and tells that it was made. */
export async function keepMadeLetter(acting: Acting, storage: Storage, { bodies, ...file }: MadeLetter): Promise<void> {
  const { id, sha256 } = await keepMadeFile(acting, storage, { ...file, urged: bodies });
  const stands = await readRowStates(acting.db, { round_file: [id] });
  await recordAct(acting, {
    ...{ act: 'round.urge', subject: `round:${file.round}`, round: file.round },
    content: { bodies, name: file.name, sha256, stands },
  });
}
