import { type Span, spansOf } from '@parindex/core/evidence/masked-text';
import { TEXT_FIELDS } from '@parindex/core/round/texts-to-publish';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { derivedId } from '../../../derived-id.ts';
import { Problem } from '../../../http/problems.ts';
import { insertMask } from '../queries/texts-to-publish.ts';
import type { TextToPublish } from '../read-texts-to-publish.ts';

const isSame = (a: readonly Span[], b: readonly Span[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Says what is masked of a text, in place of what was said before; nothing, if there is nothing to mask. What stands already is left as it is. */
export async function maskText(
  acting: Acting,
  round: string,
  { id: text, body, item, kind, seq, text: words, mask }: TextToPublish,
  { passages, version }: { readonly passages: readonly string[]; readonly version: number },
): Promise<Effect> {
  const spans = spansOf(words, passages);
  if (mask && isSame(mask.spans, spans)) return 'unchanged';
  if ((mask?.version ?? 0) !== version) throw new Problem('staleVersion', { more: { version: mask?.version ?? 0 } });
  const id = derivedId(`${text} ${version + 1}`);
  const fresh = { id, round, body: body.id, seq, field: TEXT_FIELDS[kind], version: version + 1, spans };
  if (!(await insertMask(acting.db, fresh, acting.account as string, acting.receivedAt))) throw new Problem('staleVersion');
  await recordAct(acting, {
    ...{ act: 'round.maskText', subject: `round:${round}`, round, body: body.id },
    content: { item: item.code, stands: await readRowStates(acting.db, { text_mask: [id] }) },
  });
  return 'done';
}
