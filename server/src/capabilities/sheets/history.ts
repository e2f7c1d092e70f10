import type { HistoryRow } from './queries/sheets.ts';

/** An entry for a reader: its texts put back in place, or marked as erased. */
export function presentEntry(row: HistoryRow) {
  const { content } = row;
  const texts = content === null ? [] : row.texts.map((field) => [field, content[field]] as const);
  return {
    id: row.id,
    seq: row.seq,
    target: row.kind === null || row.target === null ? null : { kind: row.kind, id: row.target },
    act: row.act,
    stage: row.stage,
    standing: row.standing,
    actor: row.actor,
    role: row.role,
    onBehalfOf: row.onBehalfOf,
    receivedAt: row.receivedAt.toISOString(),
    base: row.base,
    edition: row.edition,
    changes: { ...row.changes, ...Object.fromEntries(texts) },
    erased: content === null ? row.texts : [],
    points: row.points,
    reason: { code: row.reasonCode, text: (content?.['reason.text'] as string | undefined) ?? null },
    origin: row.origin,
  };
}
