import { createHash, randomInt, randomUUID } from 'node:crypto';
import { CODE_LENGTH, CODE_SIGNS, codeOf } from '@parindex/core/survey/paper/index';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { InvitedRow } from '../queries/links.ts';
import { insertBatch, type NewBatch } from '../queries/paper-batches.ts';

/** A form with its code, which is told now and never again; of an addressed one, whom it goes to. */
export interface MadeForm {
  readonly code: string;
  readonly person: InvitedRow | null;
}

/** A code by chance. */
function newCode(): string {
  for (;;) {
    const code = codeOf(Array.from({ length: CODE_LENGTH.chance }, () => CODE_SIGNS.charAt(randomInt(CODE_SIGNS.length))).join(''));
    if (code !== undefined) return code;
  }
}

/** Makes a batch of paper forms. Hashes alone are kept, and the trail tells how many. */
export async function makePaperForms(
  acting: Acting,
  of: Pick<NewBatch, 'round' | 'body' | 'group' | 'kind'>,
  people: readonly (InvitedRow | null)[],
): Promise<MadeForm[]> {
  const made = people.map((person) => ({ code: newCode(), person }));
  await insertBatch(
    acting.db,
    { ...of, id: randomUUID(), by: acting.account as string, at: acting.receivedAt },
    made.map(({ code, person }) => ({ hash: createHash('sha256').update(code).digest(), respondent: person?.id ?? null })),
  );
  const { round, body, group, kind } = of;
  await recordAct(acting, { act: 'survey.makePaper', subject: `survey:${round}`, round, body, content: { count: made.length, group, kind } });
  return made;
}
