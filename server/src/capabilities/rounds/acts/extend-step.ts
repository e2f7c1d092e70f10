import type { Step } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { type ExtensionRow, insertExtension, readExtensions, roundOfExtension } from '../queries/extensions.ts';
import type { RoundRow } from '../queries/rounds.ts';

export interface NewExtension {
  readonly id: string;
  readonly step: Step;
  readonly body?: string | undefined;
  readonly item?: string | undefined;
  readonly until: string;
  readonly document: { readonly number: string; readonly date: string };
  /** The document of the round that is attached. */
  readonly decision: string | null;
  readonly reason: string;
}

/** The extension of a round already stored under this id. */
export async function storedExtension(db: Reading, round: string, id: string): Promise<ExtensionRow | undefined> {
  const wanted = id.toLowerCase();
  const there = await roundOfExtension(db, wanted);
  if (there !== undefined && there !== round) throw new Problem('idReused', { more: { id } });
  return there === undefined ? undefined : (await readExtensions(db, round)).find((extension) => extension.id === wanted);
}

const isSame = (stored: ExtensionRow, { step, body, item, until, document, decision, reason }: NewExtension): boolean =>
  stored.step === step &&
  stored.body === (body ?? null) &&
  stored.item === (item ?? null) &&
  stored.until.getTime() === Date.parse(until) &&
  stored.documentNumber === document.number &&
  stored.documentDate === document.date &&
  stored.decision === decision &&
  stored.reason === reason;

/** Gives more time by a document, in a round whose steps are locked. The same id again returns what was stored. */
export async function extendStep(acting: Acting, round: RoundRow, extension: NewExtension, stored: ExtensionRow | undefined): Promise<ExtensionRow> {
  if (stored) {
    if (!isSame(stored, extension)) throw new Problem('idReused', { more: { id: extension.id } });
    return stored;
  }
  const { step, body = null, item = null, document, decision, reason } = extension;
  const id = extension.id.toLowerCase();
  const until = new Date(extension.until);
  await insertExtension(acting.db, round.id, {
    id,
    step,
    body,
    item,
    edition: item === null ? null : round.edition,
    until,
    documentNumber: document.number,
    documentDate: document.date,
    decision,
    reason,
    account: acting.account as string,
    at: acting.receivedAt,
  });
  await recordAct(acting, {
    act: 'round.extend',
    subject: `extension:${id}`,
    round: round.id,
    ...(body === null ? {} : { body }),
    content: { step, item, until: until.toISOString(), document, decision, stands: await readRowStates(acting.db, { extension: [id] }) },
    erasable: { reason },
  });
  return (await readExtensions(acting.db, round.id)).find((row) => row.id === id) as ExtensionRow;
}
